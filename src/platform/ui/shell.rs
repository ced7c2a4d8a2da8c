//! What stands around every page: head, masthead with the way out, menu and foot.

use std::{collections::BTreeMap, sync::LazyLock};

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::told::{self, Told};
use crate::{
    address,
    platform::{
        http::{accounts_style_address, page_script_address, style_address},
        i18n::words,
    },
    words::Language,
};

/// What the frame of every page needs from the instance.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The address of the islands' start-up.
    pub islands: String,
    /// Where "Leave now" leads.
    pub leave_to: String,
    /// What every absolute link begins with.
    pub origin: String,
}

/// The parts of the site that the menu names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The alerts.
    Alerts,
    /// The forums.
    Forums,
    /// The issues.
    Issues,
    /// The officials.
    Officials,
    /// The posts.
    Posts,
    /// The submissions.
    Submissions,
    /// The primers.
    Primers,
    /// The four steps.
    Steps,
    /// About us.
    About,
}

impl Section {
    const ALL: [Self; 9] = [
        Self::Alerts,
        Self::Forums,
        Self::Issues,
        Self::Officials,
        Self::Posts,
        Self::Submissions,
        Self::Primers,
        Self::Steps,
        Self::About,
    ];
}

/// What a page tells its frame.
pub(super) struct Frame {
    pub language: Language,
    pub title: String,
    pub section: Option<Section>,
    pub focused: bool,
    pub style_of_accounts: bool,
    pub indexed: bool,
    pub told: Told,
    pub islands: bool,
    pub scripts: Vec<&'static str>,
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
    let Frame { language, title, section, focused, style_of_accounts, indexed, told, islands, scripts } = frame;
    let words = words(language);
    let told = indexed.then(|| told::head(told, &told::At { origin: &shell.origin, path, language, title: &title }));
    let title = fl!(words, "page-title", title = title.as_str());
    let menus = menus(language, section);
    let alternates = Language::ALL
        .into_iter()
        .filter(|_| indexed)
        .map(|other| {
            let href = format!("{}{}", shell.origin, in_language(path, other));
            view! { <link rel="alternate" hreflang=other.code() href=href/> }
        })
        .collect_view();
    let scripts = [page_script_address()].into_iter().chain(scripts).chain(islands.then_some(shell.islands.as_str()));
    // At the end, so that all stands there when one runs, and not `defer`: for the end of a page that waits for scripts, Chromium
    // lays it out without its fonts, and then once more with them.
    let scripts = scripts.map(|script| view! { <script src=script.to_owned() async=""></script> }).collect_view();
    let page = view! {
        <html lang=language.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                {(!indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
                <meta name="color-scheme" content="light dark"/>
                <link rel="stylesheet" href=style_address()/>
                {style_of_accounts.then(|| view! { <link rel="stylesheet" href=accounts_style_address()/> })}
                <link rel="icon" href="/icon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
                <link rel="manifest" href=format!("/manifest/{language}.webmanifest")/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf7ef"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#17120f"/>
                {told}
                {alternates}
            </head>
            <body class=if focused { "focused" } else { "" }>
                <a class="skip" href="#content">{fl!(words, "skip")}</a>
                <Masthead language path=path.to_owned() leave_to=shell.leave_to.clone()/>
                <nav class="sections" aria-label=fl!(words, "menu") inner_html=menus.main.as_str()></nav>
                <main id="content" tabindex="-1" inner_html=content></main>
                <footer class="colophon">
                    <nav aria-label=fl!(words, "menu-foot") inner_html=menus.foot.as_str()></nav>
                    <p class="colophon__leave">{fl!(words, "leave-honestly")}</p>
                </footer>
                {scripts}
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
                    data-twice-more=fl!(words, "leave-press-twice-more")
                    data-once-more=fl!(words, "leave-press-once-more")
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

/// Both menus as HTML.
struct Menus {
    main: String,
    foot: String,
}

/// Everybody's menus are the same: each is drawn once.
fn menus(language: Language, section: Option<Section>) -> &'static Menus {
    static DRAWN: LazyLock<BTreeMap<(Language, Option<Section>), Menus>> = LazyLock::new(|| {
        let sections = std::iter::once(None).chain(Section::ALL.map(Some));
        let each = sections.flat_map(|section| Language::ALL.map(|language| (language, section)));
        each.map(|(language, section)| {
            let drawn = |entries| view! { <Menu entries section/> }.to_html();
            let menus = Menus { main: drawn(main_entries(language)), foot: drawn(foot_entries(language)) };
            ((language, section), menus)
        })
        .collect()
    });
    &DRAWN[&(language, section)]
}

type Entry = (Option<Section>, String, String);

/// What most people come for.
fn main_entries(language: Language) -> Vec<Entry> {
    let words = words(language);
    vec![
        (Some(Section::Alerts), address::alerts(language), fl!(words, "menu-alerts")),
        (Some(Section::Forums), address::forums(language), fl!(words, "menu-forums")),
        (Some(Section::Issues), address::issues(language), fl!(words, "menu-issues")),
        (Some(Section::Posts), address::posts(language), fl!(words, "menu-posts")),
        (Some(Section::Steps), address::steps(language), fl!(words, "menu-steps")),
    ]
}

/// Everything.
fn foot_entries(language: Language) -> Vec<Entry> {
    let words = words(language);
    let mut entries = main_entries(language);
    entries.extend([
        (Some(Section::About), address::about(language), fl!(words, "menu-about")),
        (Some(Section::Officials), address::officials(language), fl!(words, "menu-officials")),
        (Some(Section::Submissions), address::submissions(language), fl!(words, "menu-submissions")),
        (Some(Section::Primers), address::primers(language), fl!(words, "menu-primers")),
        (None, address::sign_in(language), fl!(words, "menu-account")),
        (None, address::privacy(language), fl!(words, "menu-privacy")),
        (None, address::is_it_us(language), fl!(words, "menu-is-it-us")),
        (None, address::imprint(language), fl!(words, "menu-imprint")),
        (None, address::alerts_feed(language), fl!(words, "menu-feed")),
    ]);
    entries
}

#[component]
fn Menu(entries: Vec<Entry>, section: Option<Section>) -> impl IntoView {
    let entries = entries
        .into_iter()
        .map(|(entry, href, name)| {
            let current = (section.is_some() && section == entry).then_some("true");
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
