//! How an alert is checked and published.

use super::{Alert, ModelLetter, html::Html, number::Number, store};
use crate::{
    error::Error,
    issues, officials,
    platform::{
        config::Settings,
        db::{Db, Writing},
        documents::{Document, Fault, FaultKind, Name, Publication, markdown},
    },
    words::{Language, Localized, Slug},
};

/// The longest title, in characters: two lines of a phone in Khmer, three in Latin.
const LONGEST_TITLE: usize = 120;

/// The longest sentence of a letter, in characters.
const LONGEST_SENTENCE: usize = 600;

/// The most model letters, asks, points or sources.
const MOST: usize = 40;

impl Document for Alert {
    const KIND: &'static str = "alert";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        text(&mut faults, "title", &self.title, |_| LONGEST_TITLE);
        text(&mut faults, "summary", &self.summary, longest_summary);
        text(&mut faults, "place", &self.place, |_| LONGEST_TITLE);
        text(&mut faults, "what_happened", &self.what_happened, |_| markdown::LONGEST);
        if self.act_by < self.issued {
            faults.push(Fault::new("act_by", FaultKind::Form("on or after the day of issued".to_owned())));
        }
        // An empty record would switch the safety question off.
        if let Some(record) = &self.safe_to_sign {
            for (at, text) in [("safe_to_sign.reason", &record.reason), ("safe_to_sign.for_whom", &record.for_whom)] {
                if text.trim().is_empty() {
                    faults.push(Fault::new(at, FaultKind::Missing));
                }
            }
        }
        for (place, source) in self.sources.iter().enumerate() {
            let web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
            if !source.url.as_ref().is_none_or(web) {
                faults.push(Fault::new(
                    format!("sources[{place}].url"),
                    FaultKind::Form("an http or https address".to_owned()),
                ));
            }
        }
        if self.letters.is_empty() {
            faults.push(Fault::new("letters", FaultKind::Missing));
        }
        for (what, length) in [("letters", self.letters.len()), ("sources", self.sources.len())] {
            if length > MOST {
                faults.push(Fault::new(what, FaultKind::Form(format!("at most {MOST} entries"))));
            }
        }
        for (place, letter) in self.letters.iter().enumerate() {
            letter_faults(&mut faults, &format!("letters[{place}]"), letter);
        }
        faults.extend(Html::of(self).err());
        faults
    }

    fn name(&self, taken: &[String], settings: &Settings) -> Result<Name, Fault> {
        let form = |number: &dyn std::fmt::Display| Fault::new("number", FaultKind::Form(number.to_string()));
        let number = match &self.number {
            Some(number) => number.parse::<Number>().map_err(|error| form(&error))?,
            None => Number::next(&settings.number_prefix, self.issued.year(), taken.iter().map(String::as_str)),
        };
        let slug = number.slug().map_err(|error| form(&error))?;
        Ok(Name { slug, number: Some(number.to_string()) })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        let mut faults = Vec::new();
        if !issues::store::exists(writing, &self.issue).await? {
            faults.push(Fault::new("issue", FaultKind::Unknown(self.issue.to_string())));
        }
        let officials: Vec<Slug> = self.officials().into_iter().cloned().collect();
        for official in &officials {
            if !officials::store::exists(writing, official).await? {
                faults.push(Fault::new("letters", FaultKind::Unknown(official.to_string())));
            }
        }
        if faults.is_empty() {
            let html = Html::of(self).map_err(|fault| Error::Faulty(vec![fault.to_string()]))?;
            store::publish(writing, publication, self, &html).await?;
            officials::store::list(writing, &publication.document, &officials).await?;
        }
        Ok(faults)
    }
}

/// One sentence that a phone shows in three lines of Khmer or four of Latin.
const fn longest_summary(language: Language) -> usize {
    match language {
        Language::Khmer => 110,
        Language::English | Language::French => 160,
    }
}

fn text(faults: &mut Vec<Fault>, at: &str, texts: &Localized<String>, most: impl Fn(Language) -> usize) {
    if texts.is_empty() {
        faults.push(Fault::new(at, FaultKind::Missing));
    }
    for (language, text) in texts.iter() {
        let most = most(language);
        if text.trim().is_empty() {
            faults.push(Fault::new(format!("{at}.{language}"), FaultKind::Missing));
        }
        if text.chars().count() > most {
            faults.push(Fault::new(format!("{at}.{language}"), FaultKind::TooLong { most }));
        }
    }
}

fn letter_faults(faults: &mut Vec<Fault>, at: &str, letter: &ModelLetter) {
    for (name, empty) in
        [("to", letter.to.is_empty()), ("opening", letter.opening.is_empty()), ("asks", letter.asks.is_empty())]
    {
        if empty {
            faults.push(Fault::new(format!("{at}.{name}"), FaultKind::Missing));
        }
    }
    for (name, length) in
        [("to", letter.to.len() + letter.cc.len()), ("asks", letter.asks.len()), ("points", letter.points.len())]
    {
        if length > MOST {
            faults.push(Fault::new(format!("{at}.{name}"), FaultKind::Form(format!("at most {MOST} entries"))));
        }
    }
    for (place, sentence) in letter.sentences() {
        if sentence.text.trim().is_empty() {
            faults.push(Fault::new(format!("{at}.{place}"), FaultKind::Missing));
        }
        if sentence.text.chars().count() > LONGEST_SENTENCE {
            faults.push(Fault::new(format!("{at}.{place}"), FaultKind::TooLong { most: LONGEST_SENTENCE }));
        }
        if sentence.text.chars().any(char::is_control) {
            faults.push(Fault::new(
                format!("{at}.{place}"),
                FaultKind::Form("one line without control characters".to_owned()),
            ));
        }
    }
}

/// Makes the HTML of published alerts again where an older maker made it.
///
/// # Errors
/// When the database fails; an alert that no longer passes keeps its old HTML.
pub async fn make_html_again(db: &Db) -> Result<usize, Error> {
    let mut remade = 0;
    for (document, alert) in store::made_by_older(db, markdown::MAKER).await? {
        if let Ok(html) = Html::of(&alert) {
            store::replace_html(db, &document, &html).await?;
            remade += 1;
        }
    }
    Ok(remade)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::alerts::{SafeToSign, Urgency, tests::example};

    fn faults(change: impl FnOnce(&mut Alert)) -> Vec<String> {
        let mut alert = example(Urgency::Now, date(2026, 12, 8));
        change(&mut alert);
        alert.faults().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_honest_alert_has_no_fault() {
        assert_eq!(faults(|_| {}), Vec::<String>::new());
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_place() {
        let told = faults(|alert| {
            alert.summary = [(Language::Khmer, "ក".repeat(111))].into_iter().collect();
            alert.act_by = date(2026, 1, 1);
            alert.letters[1].asks.clear();
            alert.letters[0].subject.text = "a\r\nBcc: b".to_owned();
            alert.safe_to_sign = Some(SafeToSign { reason: " ".to_owned(), for_whom: "everyone".to_owned() });
        });
        for place in ["safe_to_sign.reason", "summary.km", "act_by", "letters[1].asks", "letters[0].subject"] {
            assert!(told.iter().any(|fault| fault.starts_with(place)), "{place} in {told:?}");
        }
    }
}
