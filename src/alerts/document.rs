//! How an alert is checked and published.

use super::{Alert, ModelLetter, Picture, html::Html, number::Number, store};
use crate::{
    error::Error,
    issues, officials,
    platform::{
        config::Settings,
        db::Writing,
        documents::{
            Document, Fault, FaultKind, Name, Publication, markdown,
            stored::{optional_text_faults, text_faults, url_fault},
        },
    },
    words::{Language, Slug},
};

/// The longest title, in characters: two lines of a phone in Khmer, three in Latin.
const LONGEST_TITLE: usize = 120;

/// The longest text that is read aloud, in characters: about two minutes.
const LONGEST_READING: usize = 4_000;

/// The longest sentence of a letter, in characters.
const LONGEST_SENTENCE: usize = 600;

/// The most model letters, asks, points or sources.
const MOST: usize = 40;

impl Document for Alert {
    const KIND: &'static str = "alert";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let mut faults = text_faults("title", &self.title, |_| LONGEST_TITLE);
        faults.extend(text_faults("summary", &self.summary, longest_summary));
        faults.extend(text_faults("place", &self.place, |_| LONGEST_TITLE));
        faults.extend(text_faults("what_happened", &self.what_happened, |_| markdown::LONGEST));
        faults.extend(optional_text_faults("content_warning", &self.content_warning, |_| LONGEST_SENTENCE));
        faults.extend(optional_text_faults("recording_text", &self.recording_text, |_| LONGEST_READING));
        if self.act_by < self.issued {
            faults.push(Fault::new("act_by", FaultKind::Form("on or after the day of issued".to_owned())));
        }
        faults.extend(course_faults(self));
        faults.extend(self.picture.iter().flat_map(picture_faults));
        if let Some(other) = &self.other_action {
            faults.extend(url_fault("other_action.url".to_owned(), &other.url));
            faults.extend(text_faults("other_action.label", &other.label, |_| LONGEST_TITLE));
            faults.extend(text_faults("other_action.text", &other.text, |_| LONGEST_SENTENCE));
        }
        if !self.recording.is_empty() && self.recording_text.is_empty() {
            faults.push(Fault::new("recording_text", FaultKind::Missing));
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
            faults.extend(source.url.iter().filter_map(|url| url_fault(format!("sources[{place}].url"), url)));
        }
        if self.letters.is_empty() {
            faults.push(Fault::new("letters", FaultKind::Missing));
        }
        let lengths = [
            ("letters", self.letters.len()),
            ("sources", self.sources.len()),
            ("updates", self.updates.len()),
            ("extensions", self.extensions.len()),
        ];
        for (what, length) in lengths {
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

    fn media(&mut self) -> Vec<&mut String> {
        let recordings = self.recording.values_mut().map(|recording| &mut recording.file);
        recordings.chain(self.picture.as_mut().map(|picture| &mut picture.file)).collect()
    }

    fn wants_number(&self) -> bool {
        self.number.is_none()
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
            store::list_letters(writing, &publication.document, self).await?;
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

fn course_faults(alert: &Alert) -> Vec<Fault> {
    let mut faults = Vec::new();
    let form = |at: String, form: &str| Fault::new(at, FaultKind::Form(form.to_owned()));
    for (place, update) in alert.updates.iter().enumerate() {
        faults.extend(text_faults(&format!("updates[{place}].title"), &update.title, |_| LONGEST_TITLE));
        faults.extend(text_faults(&format!("updates[{place}].text"), &update.text, |_| markdown::LONGEST));
        if update.date < alert.issued {
            faults.push(form(format!("updates[{place}].date"), "on or after the day of issued"));
        }
    }
    for (place, extension) in alert.extensions.iter().enumerate() {
        if extension.was >= alert.act_by {
            faults.push(form(format!("extensions[{place}].was"), "before act_by"));
        }
    }
    if let Some(paused) = &alert.paused {
        faults.extend(text_faults("paused.reason", &paused.reason, |_| LONGEST_SENTENCE));
    }
    if let Some(outcome) = &alert.outcome {
        faults.extend(text_faults("outcome.text", &outcome.text, |_| markdown::LONGEST));
        if outcome.date < alert.issued {
            faults.push(form("outcome.date".to_owned(), "on or after the day of issued"));
        }
    }
    faults
}

fn picture_faults(picture: &Picture) -> Vec<Fault> {
    let mut faults = text_faults("picture.alt", &picture.alt, |_| LONGEST_SENTENCE);
    faults.extend(text_faults("picture.caption", &picture.caption, |_| LONGEST_SENTENCE));
    faults
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
