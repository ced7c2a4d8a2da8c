//! The story of an issue: what happened in order, told by alerts, their updates and outcomes, posts and submissions.

use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::{
    address,
    alerts::{course::Course, store::ListedAlert, views::outcome_text},
    platform::{
        i18n::{full_date, words},
        ui::text,
    },
    posts::store::ListedPost,
    words::{Language, Localized, Slug},
};

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Event {
    date: Date,
    what: What,
    title: Localized<String>,
    slug: Slug,
    /// Of which alert, where it is not the alert itself.
    number: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Alert,
    Update,
    Correction,
    Ended(Course),
    Post,
    Submission,
    Answer,
}

impl Event {
    /// Everything that happened until today, the newest first; of one day an end stands above what came before it.
    pub fn of(alerts: &[ListedAlert], posts: &[ListedPost], today: Date) -> Vec<Self> {
        let mut events: Vec<Self> = alerts.iter().flat_map(|alert| of_alert(alert, today)).collect();
        events.extend(posts.iter().flat_map(of_post));
        events.sort_by(|one, other| other.date.cmp(&one.date).then_with(|| one.rank().cmp(&other.rank())));
        events
    }

    fn rank(&self) -> u8 {
        match self.what {
            What::Ended(_) => 0,
            What::Answer => 1,
            What::Update | What::Correction => 2,
            What::Alert => 3,
            What::Post | What::Submission => 4,
        }
    }
}

fn of_alert(alert: &ListedAlert, today: Date) -> Vec<Event> {
    let event = |date, what, title: &Localized<String>, number: &str| Event {
        date,
        what,
        title: title.clone(),
        slug: alert.slug.clone(),
        number: Some(number.to_owned()),
    };
    let brief = &alert.brief;
    let mut events = vec![event(brief.issued, What::Alert, &brief.title, &alert.number)];
    events.extend(brief.updates.iter().map(|update| {
        let what = if update.correction { What::Correction } else { What::Update };
        event(update.date, what, &update.title, &alert.number)
    }));
    let course = brief.course(today);
    if let Course::Closed(_, date) | Course::Lapsed(date) = course {
        events.push(event(date, What::Ended(course), &brief.title, &alert.number));
    }
    events
}

fn of_post(post: &ListedPost) -> Vec<Event> {
    let event =
        |date, what| Event { date, what, title: post.brief.title.clone(), slug: post.slug.clone(), number: None };
    match &post.brief.submission {
        None => vec![event(post.brief.issued, What::Post)],
        Some(submission) => {
            let mut events = vec![event(submission.submitted, What::Submission)];
            events.extend(submission.answered.map(|date| event(date, What::Answer)));
            events
        }
    }
}

/// The story as a list, each entry with its date and what it is.
pub(crate) fn story(events: &[Event], language: Language) -> AnyView {
    let entries: Vec<_> = events.iter().map(|event| entry(event, language)).collect();
    view! { <ol class="story" reversed>{entries}</ol> }.into_any()
}

fn entry(event: &Event, language: Language) -> AnyView {
    let words = words(language);
    let what = match event.what {
        What::Alert => fl!(words, "story-alert"),
        What::Update => fl!(words, "story-update"),
        What::Correction => fl!(words, "update-correction"),
        What::Ended(Course::Closed(kind, _)) => outcome_text(language, kind),
        What::Ended(_) => fl!(words, "outcome-lapsed"),
        What::Post => fl!(words, "story-post"),
        What::Submission => fl!(words, "story-submission"),
        What::Answer => fl!(words, "story-answer"),
    };
    let alert = address::alert(language, &event.slug);
    let href = match event.what {
        What::Alert => alert,
        What::Update | What::Correction => format!("{alert}#updates"),
        What::Ended(Course::Closed(..)) => format!("{alert}#outcome"),
        What::Ended(_) => alert,
        What::Post | What::Submission | What::Answer => address::post(language, &event.slug),
    };
    view! {
        <li class="story__entry">
            <p class="entry__facts">
                <time datetime=event.date.to_string()>{full_date(language, event.date)}</time>
                <strong>{what}</strong>
                {event.number.clone().map(|number| view! { <span>{number}</span> })}
            </p>
            <a class="entry__title" href=href>{text(&event.title, language)}</a>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};

    use super::*;
    use crate::alerts::{Urgency, brief::Brief, course::OutcomeKind, tests::example};

    #[test]
    fn the_story_is_told_from_the_end_and_an_outcome_stands_above_what_came_before() {
        let mut alert = example(Urgency::Now, date(2026, 12, 8));
        alert.outcome = Some(crate::alerts::course::Outcome {
            kind: OutcomeKind::GoodNews,
            date: date(2026, 11, 18),
            text: Localized::default(),
        });
        let listed = ListedAlert {
            document: "a".to_owned(),
            slug: "kua-7-26".parse().unwrap(),
            number: "KUA 7/26".to_owned(),
            published_at: Timestamp::UNIX_EPOCH,
            changed_at: Timestamp::UNIX_EPOCH,
            brief: Brief::from(&alert),
        };
        let today = date(2026, 11, 25);
        let events = Event::of(&[listed], &[], today);
        let what: Vec<What> = events.iter().map(|event| event.what).collect();
        assert_eq!(what, [What::Ended(Course::Closed(OutcomeKind::GoodNews, date(2026, 11, 18))), What::Alert]);
    }
}
