//! The case sheet: one A4 page for meetings, with a QR code to the letter.

use i18n_embed_fl::fl;
use jiff::civil::Date;
use leptos::prelude::*;

use super::{
    article::{addressed, asks},
    shown::Shown,
    views::{Deadline, kicker},
};
use crate::{
    address,
    platform::{
        i18n::words,
        ui::{prose, qr_code, text},
    },
    words::Language,
};

/// The sheet. `write` is the absolute address of the letter page.
pub(crate) fn sheet(shown: &Shown, write: &str, today: Date, language: Language) -> AnyView {
    let words = words(language);
    let published = &shown.published;
    let alert = &published.alert;
    let officials: Vec<_> = addressed(alert, &shown.officials)
        .into_iter()
        .map(|official| {
            let emails: Vec<String> = official.emails.iter().map(ToString::to_string).collect();
            view! { <li>{text(&official.title, language)} " " <span class="official__address">{emails.join(", ")}</span></li> }
        })
        .collect();
    view! {
        <article class="sheet">
            {kicker(&published.number, &shown.issue.title, &alert.place, language)}
            <h1>{text(&alert.title, language)}</h1>
            <p class="summary">{text(&alert.summary, language)}</p>
            <Deadline act_by=alert.act_by days_left=alert.days_left(today) language/>
            <div class="sheet__body">
                <section class="leaf">
                    <h2>{fl!(words, "alert-what-happened")}</h2>
                    {prose(&published.html.what_happened, language)}
                </section>
                {asks(alert.letters.first(), language)}
                <section class="leaf">
                    <h2>{fl!(words, "alert-whom")}</h2>
                    <ul class="sources">{officials}</ul>
                </section>
            </div>
            <section class="leaf sheet__code">
                {qr_code(write)}
                <div>
                    <h2>{fl!(words, "sheet-scan")}</h2>
                    <p class="sheet__address">{write.to_owned()}</p>
                    <p class="hint">{fl!(words, "sheet-scan-what")}</p>
                </div>
            </section>
            <p class="onward"><a href=address::alert(language, &published.slug)>{fl!(words, "write-back")}</a></p>
        </article>
    }
    .into_any()
}
