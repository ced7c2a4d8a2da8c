//! The letter as it stands on the screen, with what its sentences mean.

use leptos::prelude::*;

use super::{
    choices::Choices,
    ours::{self, Verdict},
    said::verdict_text,
    template::{Line, Paragraph, Template},
};
use crate::{
    platform::{i18n::composed, ui::in_textarea},
    words::Language,
};

/// A point and the wording in which it stands, as the letter is drawn.
pub type Placed = (usize, usize);

/// Every point in the order and the wording of this letter.
pub fn placed(template: &Template, choices: &Choices) -> Vec<Placed> {
    let wording = |point: usize| template.points.get(point).map_or(0, |all| choices.wording(point, all.len()));
    choices.places(template.points.len()).into_iter().map(|point| (point, wording(point))).collect()
}

/// The letter with what each sentence means, where its language is not the reader's. A whole one has every wording of every
/// point, so that the island can show another.
#[component]
pub(crate) fn Preview(
    template: Template,
    placed: Vec<Placed>,
    whole: bool,
    choices: Choices,
    compared: bool,
    language: Language,
) -> impl IntoView {
    let parts = compared.then(|| template.parts());
    let other = template.language != language;
    let Template { language: goes_out, subject, before, points, after, .. } = template;
    let points: Vec<_> = placed
        .into_iter()
        .filter_map(|(point, wording)| {
            let wordings = points.get(point)?.clone().into_iter().enumerate();
            let shown = wordings.filter(|(place, _)| whole || *place == wording).map(|(place, lines)| {
                view! {
                    <div id=whole.then(|| format!("point-{point}-{place}")) class="letter__wording" hidden=place != wording>
                        {paragraph_view(Paragraph::Prose(lines), other)}
                    </div>
                }
            });
            let hidden = !choices.makes(point);
            Some(view! {
                <div id=whole.then(|| format!("point-{point}")) class="letter__point" hidden=hidden>{shown.collect_view()}</div>
            })
        })
        .collect();
    let (own, verdict) = match parts {
        Some(parts) => {
            let sentences = ours::compare(&parts, &choices, composed);
            (pieces_view(&sentences).into_any(), Some(Verdict::of(&sentences)))
        }
        None => (
            view! { <p class="letter__own" id="letter-own" inner_html=in_textarea(&choices.own_words())></p> }
                .into_any(),
            None,
        ),
    };
    let says = verdict.map(|verdict| view! { <p class="hint" role="status">{verdict_text(language, verdict)}</p> });
    view! {
        {says}
        <div class=if compared { "letter letter--compared" } else { "letter" } id="letter" lang=goes_out.code()>
            <p class="letter__subject"><strong>{line_view(subject)}</strong></p>
            {before.into_iter().map(|paragraph| paragraph_view(paragraph, other)).collect_view()}
            <div id="letter-points" class="letter__points">{points}</div>
            {own}
            {after.into_iter().map(|paragraph| paragraph_view(paragraph, other)).collect_view()}
            <p class="letter__name" id="letter-name" inner_html=in_textarea(&choices.name)></p>
            <p class="letter__name" id="letter-city" inner_html=in_textarea(choices.city.trim())></p>
        </div>
    }
}

/// The writer's own words, with a mark on each sentence that is wholly ours.
fn pieces_view(sentences: &[(String, bool)]) -> impl IntoView {
    let pieces = sentences
        .iter()
        .map(|(sentence, ours)| view! { <span class=ours.then_some("letter__ours")>{sentence.clone()}</span> })
        .collect_view();
    view! { <p class="letter__own">{pieces}</p> }
}

fn paragraph_view(paragraph: Paragraph, other: bool) -> AnyView {
    match paragraph {
        Paragraph::Prose(lines) if !other => {
            let texts: Vec<String> = lines.into_iter().map(|line| line.text).collect();
            view! { <p class="letter__sentence">{texts.join(" ")}</p> }.into_any()
        }
        Paragraph::Prose(lines) => lines
            .into_iter()
            .map(|sentence| view! { <p class="letter__sentence">{line_view(sentence)}</p> })
            .collect_view()
            .into_any(),
        Paragraph::Numbered(lines) => {
            let lines = lines.into_iter().map(|ask| view! { <li>{line_view(ask)}</li> }).collect_view();
            view! { <ol class="letter__asks">{lines}</ol> }.into_any()
        }
    }
}

fn line_view(line: Line) -> impl IntoView {
    let meaning = line.meaning.map(|(found, meaning)| {
        view! { <span class="letter__meaning" lang=found.code()>{meaning}</span> }
    });
    view! {
        {line.text}
        {meaning}
    }
}
