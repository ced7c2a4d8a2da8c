//! The ways by which a letter leaves, best first, and the letter on paper.

use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{choices::Choices, letter::Letter, links::Program, template::Template};
use crate::{
    platform::{
        i18n::{full_date, words},
        ui::in_textarea,
    },
    words::Language,
};

/// The mail program first, then everything else, each with what it leaves behind. What only a script can do is hidden until an
/// island wakes.
#[component]
pub(crate) fn Ways(
    template: Template,
    today: Date,
    choices: Choices,
    /// The letter is made: its links lead somewhere. Else an island makes them, and the page spares its bytes.
    made: bool,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let letter = template.parts().letter(&choices);
    let goes_out = template.language;
    let mail = (!letter.to.is_empty()).then(|| {
        let link = |program: Program| if made { program.link(&letter).0 } else { "#awake".to_owned() };
        let (own, gmail, outlook) = (link(Program::Own), link(Program::Gmail), link(Program::Outlook));
        view! {
            <a class="button button--main" id="open-mail" href=own>{fl!(words, "write-open-mail")}</a>
            <p class="hint" id="paste" role="status"></p>
            <Copy letter=letter.clone() goes_out made language/>
            <details class="ways__more">
                <summary>{fl!(words, "write-web-mail")}</summary>
                <p class="hint">{fl!(words, "write-web-mail-hint")}</p>
                <p><a class="button button--quiet" id="open-gmail" href=gmail target="_blank" rel="noopener noreferrer">"Gmail"</a></p>
                <p><a class="button button--quiet" id="open-outlook" href=outlook target="_blank" rel="noopener noreferrer">"Outlook"</a></p>
            </details>
        }
    });
    let by_post = (!template.by_post.is_empty()).then(|| {
        let addresses: Vec<_> = template.by_post.iter().map(|address| postal(address, goes_out)).collect();
        view! {
            <h2 class="ways__post">{fl!(words, "write-by-post")}</h2>
            <p class="hint">{fl!(words, "write-by-post-hint")}</p>
            {addresses}
        }
    });
    view! {
        <div class="ways">
            {mail}
            {by_post}
            <details class="ways__more" id="more-ways" open=letter.to.is_empty() hidden>
                <summary>{fl!(words, "write-more-ways")}</summary>
                <div id="share-way" hidden>
                    <p><button class="button button--quiet" id="share" type="button">{fl!(words, "write-share")}</button></p>
                    <p class="hint" id="share-says" role="status">{fl!(words, "write-share-hint")}</p>
                </div>
                <div class="on-computers">
                    <p><a class="button button--quiet" id="save-mail-file" href="#save-mail-file" download="letter.eml">{fl!(words, "write-mail-file")}</a></p>
                    <p class="hint">{fl!(words, "write-mail-file-hint")}</p>
                </div>
                <p><button class="button button--quiet" id="print" type="button">{fl!(words, "write-print")}</button></p>
                <p class="hint">{fl!(words, "write-print-hint")}</p>
            </details>
            <Papers template today choices/>
        </div>
    }
}

fn postal(address: &str, goes_out: Language) -> impl IntoView + use<> {
    view! { <p class="postal" lang=goes_out.code()>{lines_of(address)}</p> }
}

fn lines_of(address: &str) -> Vec<impl IntoView + use<>> {
    address.lines().map(|line| view! { <span class="postal__line">{line.trim().to_owned()}</span> }).collect()
}

/// Every part of the letter, to copy by a press or by hand.
#[component]
fn Copy(letter: Letter, goes_out: Language, made: bool, language: Language) -> impl IntoView {
    let words = words(language);
    let each = one_each(&letter, made, language);
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
    view! {
        <details class="ways__copy">
            <summary>{fl!(words, "write-nothing-opened")}</summary>
            <p class="hint">{fl!(words, "write-copy-hint")}</p>
            <p class="copied" id="copied" role="status"></p>
            <button class="button button--quiet" id="copy-all" type="button" hidden>{fl!(words, "write-copy-all")}</button>
            {rows}
            {each}
        </details>
    }
}

/// A mail for each address, where there are several: some programs take commas, some semicolons, and some one address only.
fn one_each(letter: &Letter, made: bool, language: Language) -> Option<impl IntoView + use<>> {
    let several = letter.to.contains(',');
    several.then(|| {
        let links: Vec<_> = (0..)
            .zip(letter.to.split(','))
            .map(|(place, address)| {
                let href = if made { Program::Own.link(&letter.to_one(place)).0 } else { "#awake".to_owned() };
                view! { <li><a id=format!("each-{place}") href=href>{address.to_owned()}</a></li> }
            })
            .collect();
        view! {
            <p class="hint">{fl!(words(language), "write-one-each")}</p>
            <ul class="ways__each">{links}</ul>
        }
    })
}

/// What a made letter offers without JavaScript: it is posted once more, and nothing of it is kept.
#[component]
pub(crate) fn WaysByForm(action: String, language: Language, children: Children) -> impl IntoView {
    let words = words(language);
    view! {
        <form class="ways__more" method="post" action=action>
            {children()}
            <p><button class="button button--quiet" type="submit" name="act" value="print">{fl!(words, "write-print")}</button></p>
            <p class="hint">{fl!(words, "write-print-hint")}</p>
            <div class="on-computers">
                <p><button class="button button--quiet" type="submit" name="act" value="mail-file">{fl!(words, "write-mail-file")}</button></p>
                <p class="hint">{fl!(words, "write-mail-file-hint")}</p>
            </div>
            <p><button class="button button--quiet" type="submit" name="act" value="compare">{fl!(words, "write-compare")}</button></p>
            <p><button class="button button--quiet" type="submit" name="act" value="change">{fl!(words, "write-change")}</button></p>
        </form>
    }
}

/// The letter on paper: for each postal address one A4 page, with the address where a window envelope shows it.
#[component]
pub(crate) fn Papers(template: Template, today: Date, choices: Choices) -> impl IntoView {
    let goes_out = template.language;
    let letter = template.parts().letter(&choices);
    let date = fl!(words(goes_out), "letter-date", date = full_date(goes_out, today));
    let city = choices.city.trim().to_owned();
    let place = if city.is_empty() { String::new() } else { format!("{city}, ") };
    let addresses = if template.postal.is_empty() { vec![String::new()] } else { template.postal };
    let papers: Vec<_> = addresses
        .into_iter()
        .map(|address| {
            let lines = lines_of(&address);
            view! {
                <div class="paper" lang=goes_out.code()>
                    <p class="paper__from"><span class="paper__name">{choices.name.trim().to_owned()}</span><span class="paper__city">{city.clone()}</span></p>
                    <p class="paper__to">{lines}</p>
                    <p class="paper__date"><span class="paper__place">{place.clone()}</span>{date.clone()}</p>
                    <p class="paper__subject">{letter.subject.clone()}</p>
                    <p class="paper__body">{letter.body.clone()}</p>
                </div>
            }
        })
        .collect();
    view! { <div class="papers">{papers}</div> }
}
