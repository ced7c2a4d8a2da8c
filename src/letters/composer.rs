//! The composer itself: the letter, what can be chosen in it, who signs it, and "I sent it". Plain HTML; around it, where the
//! form stands, the island that moves it.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    ALL_LETTERS,
    choices::{Choices, with_commas},
    preview::{Placed, Preview, placed},
    said::refusal_text,
    template::Template,
    ways::{Ways, WaysByForm},
};
use crate::{
    address,
    platform::{
        i18n::{numbers::number, words},
        ui::in_textarea,
    },
    words::{Language, Refusal, Slug},
};

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
            <p class="hint ours__says" id="ours" role="status"></p>
            <LineField
                id="name"
                label=fl!(words, "write-name")
                hint=fl!(words, "write-name-hint")
                autocomplete="name"
                value=choices.name
                refused=refused.clone()
                language
            />
            <LineField
                id="city"
                label=fl!(words, "write-city")
                hint=fl!(words, "write-city-hint")
                autocomplete="address-level2"
                value=choices.city
                refused
                language
            />
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
            <Ways template today choices made=true language/>
            <WaysByForm action language>
                <HiddenChoices choices=for_ways.clone() points/>
            </WaysByForm>
            <SentForm alert letter all_at_once choices=Some((for_report, points)) key language/>
        </div>
    }
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
                class="field__own"
                id="own"
                name="own"
                aria-describedby="own-hint own-error"
                aria-invalid=refused.map(|_| "true")
                inner_html=in_textarea(&choices.own)
            ></textarea>
        </div>
    }
}

/// One line of the writer's, such as their name: label above, hint under it, message at the field.
#[component]
fn LineField(
    id: &'static str,
    label: String,
    hint: String,
    /// What the browser may fill in (HTML, autofill detail tokens).
    autocomplete: &'static str,
    value: String,
    refused: Vec<Refusal>,
    language: Language,
) -> impl IntoView {
    let refused = refused.into_iter().find(|refusal| refusal.field() == id);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <p class="hint" id=hint_id.clone()>{hint}</p>
            <p class="field__error" id=error_id.clone()>{refused.map(|refusal| refusal_text(language, refusal))}</p>
            <input
                id=id
                name=id
                type="text"
                autocomplete=autocomplete
                aria-describedby=format!("{hint_id} {error_id}")
                aria-invalid=refused.map(|_| "true")
                value=value
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
            <form class="sent__form" id="sent-form" method="post" data-steps="acts" action=address::sent(language, &alert)>
                <h2>{fl!(words, "write-did-you-send")}</h2>
                <p class="hint">{fl!(words, "write-sent-hint")}</p>
                <input type="hidden" name="key" value=key/>
                <input type="hidden" name="letter" value=letter/>
                {choices.map(|(choices, points)| view! { <HiddenChoices choices points/> })}
                <p class="sent__buttons">
                    <button class="button button--main" type="submit">{fl!(words, "write-sent")}</button>
                    {all_at_once.map(|letters| {
                        let says = fl!(words, "write-sent-all", count = letters, shown = number(language, letters as u64));
                        view! { <button class="button button--quiet" id="sent-all" type="submit" data-steps="acts" name=ALL_LETTERS value="1">{says}</button> }
                    })}
                </p>
                <p class="sent__says" id="sent-says" role="status"></p>
            </form>
        </section>
    }
}
