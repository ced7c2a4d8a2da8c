//! The composer itself: the letter, what can be chosen in it, who signs it, and "I sent it". Plain HTML; around it, where the
//! form stands, the island that moves it.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    ALL_LETTERS,
    choices::{Choices, with_commas},
    ours::{self, Verdict},
    said::{refusal_text, verdict_text},
    template::{Line, Paragraph, Template},
    ways::{Ways, WaysByForm},
};
use crate::{
    address,
    platform::{
        i18n::{composed, numbers::number, words},
        ui::in_textarea,
    },
    words::{Language, Refusal, Slug},
};

/// A point and the wording in which it stands, as the letter is drawn.
type Placed = (usize, usize);

/// The form. Asleep it is posted to its page; there the letter comes back made, with its ways. Awake, the ways stand under the
/// letter at once and follow what is chosen.
#[component]
pub(crate) fn ComposerForm(
    alert: Slug,
    letter: usize,
    template: Template,
    choices: Choices,
    refused: Vec<Refusal>,
    /// The writer has sent the form before: it stands as it was sent. Everybody's first one stands in the alert's order.
    again: bool,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let points = template.points.len();
    let placed = if again { placed(&template, &choices) } else { (0..points).map(|point| (point, 0)).collect() };
    let order: Vec<usize> = placed.iter().map(|(point, _)| *point).collect();
    let seed = if again { choices.seed.to_string() } else { String::new() };
    view! {
        <form class="form" id="write-form" method="post" action=address::write(language, &alert, letter) novalidate>
            // Enter in a field presses the first button of a form: this one, not "up".
            <button type="submit" hidden>{fl!(words, "write-make")}</button>
            <input type="hidden" id="seed" name="seed" value=seed/>
            <input type="hidden" id="order" name="order" value=with_commas(&order)/>
            <Preview template=template.clone() placed=placed.clone() whole=true choices=choices.clone() compared=false language/>
            {(points > 1).then(|| view! { <PointChoices template=template.clone() placed choices=choices.clone() language/> })}
            <OwnField template=template.clone() choices=choices.clone() refused=refused.clone() language/>
            <p class="ours">
                <button class="button button--quiet" id="compare" type="button" hidden>{fl!(words, "write-compare")}</button>
            </p>
            <p class="hint" id="ours" role="status"></p>
            <NameField name=choices.name.clone() refused=refused.clone() language/>
            <CityField city=choices.city refused language/>
            <p class="hint" id="draft-says" role="status"></p>
            <button class="button button--quiet" id="forget-draft" type="button" hidden>{fl!(words, "write-forget")}</button>
            <button class="button button--main" id="make" type="submit">{fl!(words, "write-make")}</button>
        </form>
    }
}

/// The letter as it was made for a bare form, with its ways and "I sent it".
#[component]
pub(crate) fn MadeLetter(
    alert: Slug,
    letter: usize,
    all_at_once: Option<usize>,
    template: Template,
    choices: Choices,
    key: String,
    /// Which sentences are wholly ours is shown.
    compared: bool,
    today: jiff::civil::Date,
    language: Language,
) -> impl IntoView {
    let mut placed = placed(&template, &choices);
    placed.retain(|(point, _)| choices.makes(*point));
    let action = address::write(language, &alert, letter);
    let points = template.points.len();
    let (for_ways, for_report) = (choices.clone(), choices.clone());
    view! {
        <div class="composer">
            <Preview template=template.clone() placed whole=false choices=choices.clone() compared language/>
            <Ways template today choices language/>
            <WaysByForm action language>
                <HiddenChoices choices=for_ways.clone() points/>
            </WaysByForm>
            <SentForm alert letter all_at_once choices=Some((for_report, points)) key language/>
        </div>
    }
}

/// Every point in the order and the wording of this letter.
fn placed(template: &Template, choices: &Choices) -> Vec<Placed> {
    let wording = |point: usize| template.points.get(point).map_or(0, |all| choices.wording(point, all.len()));
    choices.places(template.points.len()).into_iter().map(|point| (point, wording(point))).collect()
}

/// Everything that was chosen and typed, for a form that must not lose it.
#[component]
fn HiddenChoices(choices: Choices, points: usize) -> impl IntoView {
    let places = choices.places(points);
    let order = with_commas(&places);
    let made = places.into_iter().filter(|point| choices.makes(*point));
    view! {
        <input type="hidden" name="seed" value=choices.seed/>
        <input type="hidden" name="order" value=order/>
        {made.map(|point| view! { <input type="hidden" name="point" value=point/> }).collect_view()}
        <input type="hidden" name="own" value=choices.own.clone()/>
        <input type="hidden" name="name" value=choices.name.clone()/>
        <input type="hidden" name="city" value=choices.city.clone()/>
    }
}

/// The letter with what each sentence means, where its language is not the reader's. A whole one has every wording of every
/// point, so that the island can show another.
#[component]
fn Preview(
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

/// The talking points to tick, and to put in order: by buttons, and awake also by dragging.
#[component]
fn PointChoices(template: Template, placed: Vec<Placed>, choices: Choices, language: Language) -> impl IntoView {
    let words = words(language);
    let rows: Vec<_> = placed
        .into_iter()
        .filter_map(|(point, _)| {
            // By its first sentence, in the reader's language where there is one.
            let first = template.points.get(point)?.first()?.first()?;
            let (lang, says) = match &first.meaning {
                Some((lang, meaning)) => (*lang, meaning.clone()),
                None => (template.language, first.text.clone()),
            };
            let (up, down) = (fl!(words, "write-up-point", point = says.as_str()), fl!(words, "write-down-point", point = says.as_str()));
            let id = format!("use-{point}");
            Some(view! {
                <li class="choices__point" id=format!("choice-{point}") draggable="true">
                    <p class="field--choice">
                        <input id=id.clone() type="checkbox" name="point" value=point checked=choices.makes(point)/>
                        <label for=id lang=lang.code()>{says}</label>
                    </p>
                    <p class="choices__move">
                        <button class="button button--quiet" id=format!("up-{point}") type="submit" name="act" value=format!("up-{point}") aria-label=up>{fl!(words, "write-up")}</button>
                        <button class="button button--quiet" id=format!("down-{point}") type="submit" name="act" value=format!("down-{point}") aria-label=down>{fl!(words, "write-down")}</button>
                    </p>
                </li>
            })
        })
        .collect();
    view! {
        <details class="choices">
            <summary>{fl!(words, "write-choose")}</summary>
            <p class="hint">{fl!(words, "write-choose-hint")}</p>
            <p class="visually-hidden" id="moved" role="status"></p>
            <ol class="choices__points" id="choices">{rows}</ol>
        </details>
    }
}

/// What the writer adds in their own words.
#[component]
fn OwnField(template: Template, choices: Choices, refused: Vec<Refusal>, language: Language) -> impl IntoView {
    let words = words(language);
    let refused = refused.into_iter().find(|refusal| *refusal == Refusal::OwnTooLong);
    let hint = match template.language {
        Language::English => fl!(words, "write-own-in-english"),
        Language::Khmer => fl!(words, "write-own-in-khmer"),
        Language::French => fl!(words, "write-own-in-french"),
    };
    view! {
        <div class="field">
            <label for="own">{fl!(words, "write-own")}</label>
            <p class="hint" id="own-hint">{hint}</p>
            <p class="field__error" id="own-error">{refused.map(|refusal| refusal_text(language, refusal))}</p>
            <textarea
                id="own"
                name="own"
                rows="3"
                aria-describedby="own-hint own-error"
                aria-invalid=refused.map(|_| "true")
                inner_html=in_textarea(&choices.own)
            ></textarea>
        </div>
    }
}

/// Where the writer lives, if they wish.
#[component]
fn CityField(city: String, refused: Vec<Refusal>, language: Language) -> impl IntoView {
    let words = words(language);
    let refused = refused.into_iter().find(|refusal| *refusal == Refusal::CityUnreadable);
    view! {
        <div class="field">
            <label for="city">{fl!(words, "write-city")}</label>
            <p class="hint" id="city-hint">{fl!(words, "write-city-hint")}</p>
            <p class="field__error" id="city-error">{refused.map(|refusal| refusal_text(language, refusal))}</p>
            <input
                id="city"
                name="city"
                type="text"
                autocomplete="address-level2"
                aria-describedby="city-hint city-error"
                aria-invalid=refused.map(|_| "true")
                value=city
            />
        </div>
    }
}

/// The writer's name: label above, hint under it, message at the field.
#[component]
fn NameField(name: String, refused: Vec<Refusal>, language: Language) -> impl IntoView {
    let words = words(language);
    let of_name = [Refusal::NameMissing, Refusal::NameTooLong, Refusal::NameUnreadable];
    let refused = refused.into_iter().find(|refusal| of_name.contains(refusal));
    view! {
        <div class="field">
            <label for="name">{fl!(words, "write-name")}</label>
            <p class="hint" id="name-hint">{fl!(words, "write-name-hint")}</p>
            <p class="field__error" id="name-error">{refused.map(|refusal| refusal_text(language, refusal))}</p>
            <input
                id="name"
                name="name"
                type="text"
                autocomplete="name"
                aria-describedby="name-hint name-error"
                aria-invalid=refused.map(|_| "true")
                value=name
            />
        </div>
    }
}

/// "I sent it", with the composer's fields, so that a refusal can show the letter again.
#[component]
pub(crate) fn SentForm(
    alert: Slug,
    letter: usize,
    /// How many letters for all writers there are, where this is one of several.
    all_at_once: Option<usize>,
    /// What the letter was made of, and of how many points; an island leaves it out.
    choices: Option<(Choices, usize)>,
    key: String,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    view! {
        <section class="leaf sent" id="sent" tabindex="-1">
            <form class="sent__form" id="sent-form" method="post" action=address::sent(language, &alert)>
                <h2>{fl!(words, "write-did-you-send")}</h2>
                <p class="hint">{fl!(words, "write-sent-hint")}</p>
                <input type="hidden" name="key" value=key/>
                <input type="hidden" name="letter" value=letter/>
                {choices.map(|(choices, points)| view! { <HiddenChoices choices points/> })}
                <button class="button button--main" type="submit">{fl!(words, "write-sent")}</button>
                {all_at_once.map(|letters| {
                    let says = fl!(words, "write-sent-all", count = letters, shown = number(language, letters as u64));
                    view! { <button class="button button--quiet" id="sent-all" type="submit" name=ALL_LETTERS value="1">{says}</button> }
                })}
                <p class="sent__says" id="sent-says" role="status"></p>
            </form>
        </section>
    }
}
