//! Parts that several pages draw: entries of a list, where a forum stands, a language by its name.

use i18n_embed_fl::fl;
use jiff::Timestamp;
use leptos::prelude::*;

use super::{begins::begins_text, course::Course, store::ListedForum};
use crate::{
    address,
    issues::Issue,
    platform::{i18n::words, ui::text},
    words::Language,
};

/// Forums in a list, each with when, on which issue, and where it stands.
pub(crate) fn forum_entries(forums: &[ListedForum], issues: &[Issue], now: Timestamp, language: Language) -> AnyView {
    let entries: Vec<_> = forums
        .iter()
        .map(|forum| {
            let brief = &forum.brief;
            let issue = issues.iter().find(|issue| issue.slug == brief.issue);
            let course = course_text(language, brief.course(now));
            view! {
                <li class="entry">
                    <p class="kicker">
                        {course.map(|says| view! { <strong class="kicker__number">{says}</strong> })}
                        <span>{begins_text(language, brief.begins(), &brief.time_zone)}</span>
                        {issue.map(|issue| view! { <span>{text(&issue.title, language)}</span> })}
                    </p>
                    <a class="entry__title" href=address::forum(language, &forum.slug)>{text(&brief.title, language)}</a>
                    <p>{text(&brief.summary, language)}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="entries">{entries}</ul> }.into_any()
}

/// Where a forum stands, in a word; nothing where that is plain from its date.
pub(crate) fn course_text(language: Language, course: Course) -> Option<String> {
    let words = words(language);
    match course {
        Course::Announced | Course::Ended => None,
        Course::Soon => Some(fl!(words, "forum-soon")),
        Course::Live => Some(fl!(words, "forum-live")),
        Course::Cancelled => Some(fl!(words, "forum-cancelled")),
    }
}

/// A language by its name in the reader's.
pub(crate) fn language_name(language: Language, spoken: Language) -> String {
    let words = words(language);
    match spoken {
        Language::English => fl!(words, "language-english"),
        Language::Khmer => fl!(words, "language-khmer"),
        Language::French => fl!(words, "language-french"),
    }
}
