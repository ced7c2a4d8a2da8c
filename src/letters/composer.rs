//! The composer itself: the letter, the name, the ways to send, "I sent it". Plain HTML; around it, where the form stands,
//! the island that moves it.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    WriterName,
    islands::{Composer, Which},
    letter::Letter,
    mailto::mailto,
    said::{composer_says, refusal_text},
    template::{Line, Paragraph, Template},
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
/// letter at once and follow what is typed.
#[component]
pub(crate) fn ComposerForm(
    alert: Slug,
    letter: usize,
    letters: usize,
    template: Template,
    name: String,
    refused: Option<Refusal>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let unsigned = template.unsigned();
    let goes_out = template.language;
    let by_post = template.by_post.clone();
    let which = Which(language, alert.clone(), letter);
    let next_letter = (letter < letters).then_some(letter + 1);
    view! {
        <Composer which unsigned=unsigned.clone() said=composer_says(language)>
            <form class="form" id="write-form" method="post" action=address::write(language, &alert, letter) novalidate>
                <Preview template name=name.clone() language/>
                <NameField name refused language/>
                <button class="button button--main" id="make" type="submit">{fl!(words, "write-make")}</button>
            </form>
            <div id="awake" hidden>
                <Ways letter=unsigned by_post goes_out language/>
                <SentForm alert=alert.clone() letter name=String::new() key=String::new() language/>
                <div class="thanks" id="thanks" tabindex="-1" hidden>
                    <h2 id="thanks-says">{fl!(words, "thanks-title")}</h2>
                    <p>{fl!(words, "thanks-what-next")}</p>
                    {next_letter.map(|next| view! {
                        <p>
                            <a class="button" href=address::write(language, &alert, next)>
                                {fl!(words, "thanks-other-letter", number = number(language, next as u64))}
                            </a>
                        </p>
                    })}
                    <p><a href=address::steps(language)>{fl!(words, "thanks-to-steps")}</a></p>
                </div>
            </div>
        </Composer>
    }
}

/// The letter as it was made for a bare form, with its ways and "I sent it".
#[component]
pub(crate) fn MadeLetter(
    alert: Slug,
    letter: usize,
    template: Template,
    name: WriterName,
    key: String,
    language: Language,
) -> impl IntoView {
    let signed = template.unsigned().signed(name.as_str());
    let goes_out = template.language;
    let by_post = template.by_post.clone();
    view! {
        <div class="composer">
            <Preview template name=name.to_string() language/>
            <Ways letter=signed by_post goes_out language/>
            <SentForm alert letter name=name.to_string() key language/>
        </div>
    }
}

/// The letter with what each sentence means, where its language is not the reader's.
#[component]
fn Preview(template: Template, name: String, language: Language) -> impl IntoView {
    let other = template.language != language;
    let line = |line: Line| {
        let meaning = line.meaning.map(|(found, meaning)| {
            view! { <span class="letter__meaning" lang=found.code()>{meaning}</span> }
        });
        view! {
            {line.text}
            {meaning}
        }
    };
    let paragraphs = template
        .paragraphs
        .into_iter()
        .map(|paragraph| match paragraph {
            Paragraph::Prose(lines) if !other => {
                let texts: Vec<String> = lines.into_iter().map(|line| line.text).collect();
                view! { <p class="letter__sentence">{texts.join(" ")}</p> }.into_any()
            }
            Paragraph::Prose(lines) => lines
                .into_iter()
                .map(|sentence| view! { <p class="letter__sentence">{line(sentence)}</p> })
                .collect_view()
                .into_any(),
            Paragraph::Numbered(lines) => {
                let lines = lines.into_iter().map(|ask| view! { <li>{line(ask)}</li> }).collect_view();
                view! { <ol class="letter__asks">{lines}</ol> }.into_any()
            }
        })
        .collect_view();
    view! {
        <div class="letter" lang=template.language.code()>
            <p class="letter__subject"><strong>{line(template.subject)}</strong></p>
            {paragraphs}
            <p class="letter__name" id="letter-name">{name}</p>
        </div>
    }
}

/// The writer's name: label above, hint under it, message at the field.
#[component]
fn NameField(name: String, refused: Option<Refusal>, language: Language) -> impl IntoView {
    let words = words(language);
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

/// The mail program first, and every part to copy behind it.
#[component]
fn Ways(letter: Letter, by_post: Vec<String>, goes_out: Language, language: Language) -> impl IntoView {
    let words = words(language);
    let copy = fl!(words, "write-copy");
    let spaced = |addresses: &str| addresses.replace(',', ", ");
    let parts = [
        ("copy-to", fl!(words, "write-field-to"), spaced(&letter.to), 2, None),
        ("copy-cc", fl!(words, "write-field-cc"), spaced(&letter.cc), 2, None),
        ("copy-subject", fl!(words, "write-field-subject"), letter.subject.clone(), 2, Some(goes_out.code())),
        ("copy-letter", fl!(words, "write-field-letter"), letter.body.clone(), 10, Some(goes_out.code())),
    ];
    let rows = parts
        .into_iter()
        .filter(|(_, _, text, _, _)| !text.is_empty())
        .map(|(id, label, text, rows, lang)| {
            let of = format!("of-{id}");
            let labelled = fl!(words, "write-copy-part", part = label.as_str());
            view! {
                <div class="copy">
                    <label for=id>{label}</label>
                    <textarea id=id lang=lang readonly rows=rows inner_html=in_textarea(&text)></textarea>
                    <button class="button button--quiet" id=of type="button" aria-label=labelled hidden>{copy.clone()}</button>
                </div>
            }
        })
        .collect_view();
    let by_post = (!by_post.is_empty()).then(|| {
        let addresses: Vec<_> = by_post
            .into_iter()
            .map(|address| {
                let lines: Vec<_> = address
                    .lines()
                    .map(|line| view! { <span class="postal__line">{line.trim().to_owned()}</span> })
                    .collect();
                view! { <p class="postal" lang=goes_out.code()>{lines}</p> }
            })
            .collect();
        view! {
            <h2 class="ways__post">{fl!(words, "write-by-post")}</h2>
            <p class="hint">{fl!(words, "write-by-post-hint")}</p>
            {addresses}
        }
    });
    view! {
        <div class="ways">
            {(!letter.to.is_empty()).then(|| view! {
                <a class="button button--main" id="open-mail" href=mailto(&letter)>{fl!(words, "write-open-mail")}</a>
            })}
            <details class="ways__copy">
                <summary>{fl!(words, "write-nothing-opened")}</summary>
                <p class="hint">{fl!(words, "write-copy-hint")}</p>
                <p class="copied" id="copied" role="status"></p>
                {rows}
            </details>
            {by_post}
        </div>
    }
}

/// "I sent it", with the composer's fields, so that a refusal can show the letter again.
#[component]
fn SentForm(alert: Slug, letter: usize, name: String, key: String, language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <section class="leaf sent" id="sent" tabindex="-1">
            <form class="sent__form" id="sent-form" method="post" action=address::sent(language, &alert)>
                <h2>{fl!(words, "write-did-you-send")}</h2>
                <p class="hint">{fl!(words, "write-sent-hint")}</p>
                <input type="hidden" name="key" value=key/>
                <input type="hidden" name="letter" value=letter/>
                <input type="hidden" name="name" value=name/>
                <button class="button button--main" type="submit">{fl!(words, "write-sent")}</button>
                <p class="sent__says" id="sent-says" role="status"></p>
            </form>
        </section>
    }
}
