//! How a forum is checked and published.

use jiff::tz::TimeZone;

use super::{Broadcast, Forum, store};
use crate::{
    alerts,
    error::Error,
    issues,
    platform::{
        config::Settings,
        db::Writing,
        documents::{
            Document, Fault, FaultKind, Name, Publication, markdown,
            stored::{html, text_faults, url_fault},
        },
        generation,
    },
};

/// The longest title, and the longest name or line, in characters.
const LONGEST_LINE: usize = 120;

/// The longest summary, and the longest word on a speaker, in characters.
const LONGEST_SUMMARY: usize = 600;

/// The most parts of a programme, speakers or alerts.
const MOST: usize = 40;

impl Document for Forum {
    const KIND: &'static str = "forum";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let form = |at: &str, form: &str| Fault::new(at.to_owned(), FaultKind::Form(form.to_owned()));
        let mut faults = text_faults("title", &self.title, |_| LONGEST_LINE);
        faults.extend(text_faults("summary", &self.summary, |_| LONGEST_SUMMARY));
        faults.extend(text_faults("body", &self.body, |_| markdown::LONGEST));
        if TimeZone::get(&self.time_zone).is_err() {
            faults.push(form("time_zone", "a name of the IANA database, e.g. Asia/Phnom_Penh"));
        } else if self.times().is_err() {
            faults.push(form("date", "a day that calendars know"));
        }
        if self.languages.is_empty() {
            faults.push(form("languages", "at least one of en, km, fr"));
        }
        for (at, length) in
            [("programme", self.programme.len()), ("speakers", self.speakers.len()), ("alerts", self.alerts.len())]
        {
            if length > MOST {
                faults.push(form(at, &format!("at most {MOST} entries")));
            }
        }
        for (place, part) in self.programme.iter().enumerate() {
            faults.extend(text_faults(&format!("programme[{place}].title"), &part.title, |_| LONGEST_LINE));
        }
        for (place, speaker) in self.speakers.iter().enumerate() {
            let at = format!("speakers[{place}]");
            if speaker.name.trim().is_empty() || speaker.name.chars().count() > LONGEST_LINE {
                faults.push(form(&format!("{at}.name"), &format!("1 to {LONGEST_LINE} characters")));
            }
            faults.extend(text_faults(&format!("{at}.who"), &speaker.who, |_| LONGEST_SUMMARY));
        }
        faults.extend(broadcast_faults(&self.broadcast));
        if let Some(cancelled) = &self.cancelled {
            faults.extend(text_faults("cancelled.reason", &cancelled.reason, |_| LONGEST_SUMMARY));
        }
        faults
    }

    fn name(&self, _: &[String], _: &Settings) -> Result<Name, Fault> {
        Ok(Name { slug: self.slug.clone(), number: None })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        let mut faults = Vec::new();
        if !issues::store::exists(writing, &self.issue).await? {
            faults.push(Fault::new("issue", FaultKind::Unknown(self.issue.to_string())));
        }
        for alert in &self.alerts {
            if !alerts::store::exists(writing, alert).await? {
                faults.push(Fault::new("alerts", FaultKind::Unknown(alert.to_string())));
            }
        }
        if !faults.is_empty() {
            return Ok(faults);
        }
        let times = self.times().map_err(|error| Error::Failed(error.to_string()))?;
        match html("body", &self.body, 2) {
            Ok(html) => {
                store::publish(writing, publication, self, times, &html).await?;
                generation::turns_at(writing, &publication.document, &times.turns()).await?;
            }
            Err(fault) => faults.push(fault),
        }
        Ok(faults)
    }
}

fn broadcast_faults(broadcast: &Broadcast) -> Vec<Fault> {
    let mut faults: Vec<Fault> =
        broadcast.page.iter().filter_map(|page| url_fault("broadcast.page".to_owned(), page)).collect();
    if !broadcast.place.is_empty() {
        faults.extend(text_faults("broadcast.place", &broadcast.place, |_| LONGEST_SUMMARY));
    }
    let telephone = |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | ' ' | '-' | '(' | ')' | '/' | '#');
    if broadcast.telephone.iter().any(|number| number.is_empty() || number.len() > 40 || !number.chars().all(telephone))
    {
        let form = "a telephone number of digits and + - ( ) / #".to_owned();
        faults.push(Fault::new("broadcast.telephone", FaultKind::Form(form)));
    }
    faults
}
