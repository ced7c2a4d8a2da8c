//! The parts of posts that several pages draw.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{Body, store::ListedPost};
use crate::{
    address,
    platform::{
        i18n::{full_date, words},
        ui::text,
    },
    words::Language,
};

/// A list of posts, one entry each, in the order in which they stand.
pub(crate) fn post_entries(posts: &[ListedPost], language: Language) -> AnyView {
    let entries: Vec<_> = posts
        .iter()
        .map(|post| {
            let brief = &post.brief;
            view! {
                <li class="entry">
                    <a class="entry__title" href=address::post(language, &post.slug)>{text(&brief.title, language)}</a>
                    <p>{text(&brief.summary, language)}</p>
                    <p class="entry__facts">{facts(post, language)}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="entries">{entries}</ul> }.into_any()
}

/// The date; of a submission to whom and when, and whether an answer came.
fn facts(post: &ListedPost, language: Language) -> AnyView {
    let words = words(language);
    let Some(submission) = &post.brief.submission else {
        return view! { <span>{full_date(language, post.brief.issued)}</span> }.into_any();
    };
    let submitted = fl!(words, "submission-on", date = full_date(language, submission.submitted));
    let answered = match submission.answered {
        Some(date) => fl!(words, "submission-answered-on", date = full_date(language, date)),
        None => fl!(words, "submission-no-answer"),
    };
    view! {
        <span>{text(&submission.to, language)}</span>
        <span>{submitted}</span>
        <span>{answered}</span>
    }
    .into_any()
}

/// The kind of a body in words.
pub fn body_text(language: Language, body: Body) -> String {
    let words = words(language);
    match body {
        Body::SpecialRapporteur => fl!(words, "body-special-rapporteur"),
        Body::Upr => fl!(words, "body-upr"),
        Body::TreatyBody => fl!(words, "body-treaty-body"),
        Body::Unesco => fl!(words, "body-unesco"),
    }
}
