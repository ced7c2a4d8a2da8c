//! When a forum takes place, on whose clock, in which languages; and how it gets into a calendar.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    Forum,
    begins::{begins_text, time_text},
    course::Course,
    views::language_name,
};
use crate::{
    address,
    platform::i18n::{date_words, numbers::digits, words},
    words::Language,
};

/// When it takes place, on the clocks of where it is planned and, where a script runs, on the reader's; and the calendars.
pub(crate) fn when(forum: &Forum, google: Option<&str>, course: Course, language: Language) -> Option<AnyView> {
    let words = words(language);
    let times = forum.times().ok()?;
    let begins = forum.date.to_datetime(forum.from);
    let ahead = matches!(course, Course::Announced | Course::Soon);
    let calendars = ahead.then(|| {
        view! {
            <ul class="row">
                <li><a href=address::forum_calendar(language, &forum.slug)>{fl!(words, "forum-to-calendar")}</a></li>
                {google.map(|href| view! { <li><a href=href.to_owned() rel="noopener noreferrer">{fl!(words, "forum-to-google")}</a></li> })}
                <li><a href=address::forums_calendar(language)>{fl!(words, "forums-subscribe")}</a></li>
            </ul>
        }
    });
    let spoken: Vec<String> = forum.languages.iter().map(|spoken| language_name(language, *spoken)).collect();
    Some(
        view! {
            <dl class="facts">
                <dt>{fl!(words, "forum-when")}</dt>
                <dd>
                    <time datetime=times.from.to_string() data-forum=ahead.then(|| forum.time_zone.clone())>
                        {begins_text(language, begins, &forum.time_zone)}
                    </time>
                    " "
                    <span>{fl!(words, "forum-until", time = time_text(language, forum.until))}</span>
                    {ahead.then(|| own_clock(language))}
                </dd>
                <dt>{fl!(words, "forum-languages")}</dt>
                <dd>{spoken.join(", ")}</dd>
            </dl>
            {calendars}
        }
        .into_any(),
    )
}

/// What a script fills in: how long until then, and when it is on the reader's clock. Its words stand here, since not every
/// browser speaks Khmer.
fn own_clock(language: Language) -> AnyView {
    let words = words(language);
    let left = [
        [1, 2].map(|count| fl!(words, "forum-in-days", count = count, shown = "{n}")),
        [1, 2].map(|count| fl!(words, "forum-in-hours", count = count, shown = "{n}")),
        [1, 2].map(|count| fl!(words, "forum-in-minutes", count = count, shown = "{n}")),
    ];
    let [days, hours, minutes] = left.map(|both| both.join("|"));
    let dates = date_words(language);
    let yours = fl!(words, "forum-yours", date = dates.full.as_str(), time = "{time}");
    view! {
        <p class="figure" id="forum-left" data-days=days data-hours=hours data-minutes=minutes hidden></p>
        <p
            class="hint"
            id="forum-yours"
            data-says=yours
            data-months=dates.months.join("|")
            data-first=dates.first.clone()
            data-digits=digits(language, "0123456789")
            hidden
        ></p>
    }
    .into_any()
}
