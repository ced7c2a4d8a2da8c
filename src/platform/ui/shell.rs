//! What stands around every page: head, masthead with the way out, menu and foot.

use std::sync::LazyLock;

use i18n_embed_fl::fl;
use leptos::prelude::*;

use crate::{
    address,
    platform::{http::page_script_address, i18n::words},
    words::Language,
};

/// What the frame of every page needs from the instance.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The style's address.
    pub style: String,
    /// The address of the islands' start-up.
    pub islands: String,
    /// Where "Leave now" leads.
    pub leave_to: String,
}

/// The parts of the site that the menu names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The alerts.
    Alerts,
    /// The four steps.
    Steps,
    /// About us.
    About,
}

/// What a page tells its frame.
pub(super) struct Frame {
    pub language: Language,
    pub title: String,
    pub section: Option<Section>,
    pub focused: bool,
    pub indexed: bool,
    pub islands: bool,
}

/// An outline from `style/outlines`: its view box and its path.
struct Outline {
    view_box: &'static str,
    path: &'static str,
}

static WORDMARK: LazyLock<Outline> = LazyLock::new(|| outline(include_str!("../../../style/outlines/wordmark.path")));
static KHMER: LazyLock<Outline> = LazyLock::new(|| outline(include_str!("../../../style/outlines/khmer.path")));

fn outline(file: &'static str) -> Outline {
    let (view_box, path) = file.trim().split_once('\n').unwrap_or(("0 0 1 1", ""));
    Outline { view_box, path }
}

/// The whole document around a page's content.
pub(super) fn around(shell: &Shell, frame: Frame, path: &str, content: String) -> String {
    let Frame { language, title, section, focused, indexed, islands } = frame;
    let words = words(language);
    let title = fl!(words, "page-title", title = title.as_str());
    let alternates = Language::ALL
        .into_iter()
        .filter(|_| indexed)
        .map(|other| view! { <link rel="alternate" hreflang=other.code() href=in_language(path, other)/> })
        .collect_view();
    let page = view! {
        <html lang=language.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                {(!indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
                <meta name="color-scheme" content="light dark"/>
                <link rel="stylesheet" href=shell.style.clone()/>
                <link rel="icon" href="/icon.svg" type="image/svg+xml"/>
                {alternates}
                <script src=page_script_address() defer=""></script>
                {islands.then(|| view! { <script src=shell.islands.clone() defer=""></script> })}
            </head>
            <body class=if focused { "focused" } else { "" }>
                <a class="skip" href="#content">{fl!(words, "skip")}</a>
                <Masthead language path=path.to_owned() leave_to=shell.leave_to.clone()/>
                <nav class="sections" aria-label=fl!(words, "menu")><Menu language section/></nav>
                <main id="content" tabindex="-1" inner_html=content></main>
                <footer class="colophon">
                    <nav aria-label=fl!(words, "menu-foot")><Menu language section/></nav>
                    <p class="colophon__leave">{fl!(words, "leave-honestly")}</p>
                </footer>
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", page.to_html())
}

#[component]
fn Masthead(language: Language, path: String, leave_to: String) -> impl IntoView {
    let words = words(language);
    let switch = Language::ALL
        .into_iter()
        .filter(|other| *other != language)
        .map(|other| {
            view! {
                <a
                    href=in_language(&path, other)
                    hreflang=other.code()
                    lang=other.code()
                    aria-label=(other == Language::Khmer).then(|| other.own_name())
                >
                    <OwnName of=other/>
                </a>
            }
        })
        .collect_view();
    view! {
        <header class="masthead">
            <div class="masthead__row">
                <a class="masthead__home" href=address::home(language) aria-label=fl!(words, "to-home")>
                    <svg class="wordmark" viewBox=WORDMARK.view_box aria-hidden="true"><path d=WORDMARK.path></path></svg>
                </a>
                <nav class="languages" aria-label=fl!(words, "languages")>{switch}</nav>
                <a
                    class="leave"
                    id="leave"
                    href=leave_to
                    rel="noreferrer"
                    data-once-more=fl!(words, "leave-press-again")
                    data-leaving=fl!(words, "leave-leaving")
                >
                    {fl!(words, "leave")}
                </a>
                <p class="visually-hidden" id="leave-says" role="status"></p>
            </div>
        </header>
    }
}

/// A language by its own name. The Khmer one is an outline, so that a page in another script loads no Khmer font for it.
#[component]
fn OwnName(of: Language) -> impl IntoView {
    match of {
        Language::Khmer => view! {
            <svg class="languages__khmer" viewBox=KHMER.view_box aria-hidden="true"><path d=KHMER.path></path></svg>
        }
        .into_any(),
        Language::English | Language::French => of.own_name().into_any(),
    }
}

#[component]
fn Menu(language: Language, section: Option<Section>) -> impl IntoView {
    let words = words(language);
    let entries = [
        (Section::Alerts, address::alerts(language), fl!(words, "menu-alerts")),
        (Section::Steps, address::steps(language), fl!(words, "menu-steps")),
        (Section::About, address::about(language), fl!(words, "menu-about")),
    ];
    let entries = entries
        .into_iter()
        .map(|(entry, href, name)| {
            let current = (section == Some(entry)).then_some("true");
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        })
        .collect_view();
    view! { <ul>{entries}</ul> }
}

/// The same path in another language.
fn in_language(path: &str, language: Language) -> String {
    let mut parts = path.splitn(3, '/');
    let (_, first, rest) = (parts.next(), parts.next().unwrap_or_default(), parts.next());
    match rest {
        Some(rest) if first.parse::<Language>().is_ok() => format!("/{language}/{rest}"),
        _ => address::home(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_switch_stays_on_the_page() {
        assert_eq!(in_language("/en/alerts/kua-7-26", Language::Khmer), "/km/alerts/kua-7-26");
        assert_eq!(in_language("/en/", Language::Khmer), "/km/");
        assert_eq!(in_language("/nowhere", Language::French), "/fr/");
        assert_eq!(in_language("//evil.example", Language::French), "/fr/");
    }
}
