//! Alerts: a numbered case, what happened, what we ask, by when, and whom to write to.

#[cfg(feature = "ssr")]
pub mod article;
pub mod brief;
pub mod course;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod feed;
#[cfg(feature = "ssr")]
pub mod html;
#[cfg(feature = "ssr")]
pub mod listen;
pub mod model_letter;
pub mod number;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod sheet;
#[cfg(feature = "ssr")]
pub mod shown;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod views;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use self::{
    course::{Course, CourseDates, Extension, Outcome, Paused},
    model_letter::ModelLetter,
};
use crate::words::{Localized, Slug};

/// An alert as coordinators write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alert {
    /// Its number; given at first publication where a file brings none.
    #[serde(default)]
    pub number: Option<String>,
    /// How soon something must happen.
    pub urgency: Urgency,
    /// The issue that it belongs to.
    pub issue: Slug,
    /// The day it is dated.
    pub issued: Date,
    /// The last day to write.
    pub act_by: Date,
    /// Whether its title could harm somebody where others see it.
    #[serde(default)]
    pub discreet: bool,
    /// Where it happened.
    pub place: Localized<String>,
    /// The people concerned.
    #[serde(default)]
    pub people: Vec<Person>,
    /// Its title.
    pub title: Localized<String>,
    /// The case in one sentence.
    pub summary: Localized<String>,
    /// The facts, as Markdown.
    pub what_happened: Localized<String>,
    /// What is good to know besides, as Markdown.
    #[serde(default)]
    pub additional_information: Localized<String>,
    /// What a reader will meet in its texts, where they describe violence.
    #[serde(default)]
    pub content_warning: Localized<String>,
    /// Deadlines that were put off.
    #[serde(default)]
    pub extensions: Vec<Extension>,
    /// What came after it was issued.
    #[serde(default)]
    pub updates: Vec<Update>,
    /// Why nobody should write now.
    #[serde(default)]
    pub paused: Option<Paused>,
    /// How it ended.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Something else that a reader can do.
    #[serde(default)]
    pub other_action: Option<OtherAction>,
    /// Somebody who reads it aloud.
    #[serde(default)]
    pub recording: Localized<Recording>,
    /// What is read aloud.
    #[serde(default)]
    pub recording_text: Localized<String>,
    /// At most one picture.
    #[serde(default)]
    pub picture: Option<Picture>,
    /// On what it rests.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Why a coordinator thinks that it is safe to sign, and for whom. Without it the composer asks.
    #[serde(default)]
    pub safe_to_sign: Option<SafeToSign>,
    /// What writers are offered, one for each group of officials; the first is the main one.
    pub letters: Vec<ModelLetter>,
}

/// How soon something must happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// Today.
    Now,
    /// In these days.
    Soon,
    /// Steadily, over weeks.
    Steady,
}

/// One of the people concerned, as they wish to be named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name, or what stands for it.
    pub name: Localized<String>,
    /// Their pronouns.
    #[serde(default)]
    pub pronouns: Localized<String>,
}

/// A dated follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Update {
    /// Its day.
    pub date: Date,
    /// Whether it says what was wrong.
    #[serde(default)]
    pub correction: bool,
    /// Its title.
    pub title: Localized<String>,
    /// What happened, as Markdown.
    pub text: Localized<String>,
}

/// One other thing than a letter: a survey, a call, a forum to attend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherAction {
    /// Where: http or https.
    pub url: String,
    /// The text of the link.
    pub label: Localized<String>,
    /// Why.
    pub text: Localized<String>,
}

/// A recording in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// The file.
    pub file: String,
    /// How long it is.
    pub seconds: u32,
}

/// A picture, three wide to two high.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The file.
    pub file: String,
    /// What is seen, for whoever does not see it.
    pub alt: Localized<String>,
    /// Place, date and credit.
    pub caption: Localized<String>,
}

/// A record of a coordinator's judgement; it stays at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafeToSign {
    /// Why.
    pub reason: String,
    /// For whom.
    pub for_whom: String,
}

/// Something that an alert rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is called, with who published it.
    pub title: Localized<String>,
    /// Where it can be read: http or https.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub date: Option<Date>,
}

impl Alert {
    /// The dates that decide where it stands.
    pub fn course_dates(&self) -> CourseDates {
        CourseDates {
            act_by: self.act_by,
            paused: self.paused.is_some(),
            outcome: self.outcome.as_ref().map(|outcome| (outcome.kind, outcome.date)),
        }
    }

    /// Where it stands on a day.
    pub fn course(&self, today: Date) -> Course {
        self.course_dates().on(today)
    }

    /// Whether letters are asked for: a deadline ends with its day.
    pub fn is_open(&self, today: Date) -> bool {
        self.course(today) == Course::Open
    }

    /// How many days are left, today not counted; negative after the deadline.
    pub fn days_left(&self, today: Date) -> i32 {
        days_left(self.act_by, today)
    }

    /// Its updates with their places in the document, the newest first; of one day the later one.
    pub fn updates_newest_first(&self) -> Vec<(usize, &Update)> {
        let mut updates: Vec<(usize, &Update)> = self.updates.iter().enumerate().collect();
        updates.sort_by_key(|(place, update)| std::cmp::Reverse((update.date, *place)));
        updates
    }

    /// Everybody that any of its letters goes to, each once, in the order of the letters.
    pub fn officials(&self) -> Vec<&Slug> {
        let mut officials: Vec<&Slug> = Vec::new();
        for official in self.letters.iter().flat_map(|letter| letter.to.iter().chain(&letter.cc)) {
            if !officials.contains(&official) {
                officials.push(official);
            }
        }
        officials
    }

    /// The numbers of the letters for all writers.
    pub fn letters_for_all(&self) -> Vec<usize> {
        let letters = (1_usize..).zip(&self.letters);
        letters.filter(|(_, letter)| letter.country.is_none()).map(|(number, _)| number).collect()
    }

    /// The number of the next letter for all writers.
    pub fn letter_after(&self, number: usize) -> Option<usize> {
        self.letters_for_all().into_iter().find(|later| *later > number)
    }

    /// The model letter of that number, counted from 1.
    pub fn letter(&self, number: usize) -> Option<&ModelLetter> {
        self.letters.get(number.checked_sub(1)?)
    }

    /// Whether writing could put somebody at risk as far as we know: then the composer asks.
    pub fn asks_about_safety(&self) -> bool {
        self.safe_to_sign.is_none()
    }
}

/// How many days are left to a deadline, today not counted; negative after it.
fn days_left(act_by: Date, today: Date) -> i32 {
    // Both days have the same offset, so the span is whole days.
    today.until(act_by).map_or(0, |span| span.get_days())
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;

    pub(crate) fn example(urgency: Urgency, act_by: Date) -> Alert {
        let json = serde_json::json!({
            "urgency": urgency, "issue": "land-evictions", "issued": "2026-11-18", "act_by": act_by,
            "place": {"en": "Siem Reap"}, "title": {"en": "Stop"}, "summary": {"en": "A sentence."},
            "what_happened": {"en": "Facts."},
            "letters": [{
                "kind": "concern", "language": "en", "to": ["a", "b"], "cc": ["c"], "subject": {"text": "Subject"},
                "opening": [{"text": "I write."}], "asks": [{"text": "Stop it."}]
            }, {
                "kind": "complaint", "language": "en", "to": ["b", "d"], "subject": {"text": "Subject"},
                "opening": [{"text": "I write."}], "asks": [{"text": "Look."}]
            }]
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn a_deadline_ends_with_its_day() {
        let alert = example(Urgency::Now, date(2026, 12, 8));
        assert!(alert.is_open(date(2026, 12, 8)));
        assert!(!alert.is_open(date(2026, 12, 9)));
        assert_eq!(alert.days_left(date(2026, 11, 25)), 13);
        assert_eq!(alert.days_left(date(2026, 12, 8)), 0);
        assert_eq!(alert.days_left(date(2026, 12, 9)), -1);
    }

    #[test]
    fn an_official_in_several_letters_is_listed_once() {
        let alert = example(Urgency::Now, date(2026, 12, 8));
        let names: Vec<&str> = alert.officials().into_iter().map(Slug::as_str).collect();
        assert_eq!(names, ["a", "b", "c", "d"]);
    }

    #[test]
    fn an_alert_counts_as_unsafe_to_sign_until_somebody_records_why_it_is_safe() {
        assert!(example(Urgency::Now, date(2026, 12, 8)).asks_about_safety());
    }
}
