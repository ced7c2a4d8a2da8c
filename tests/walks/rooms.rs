//! Who may know whom: every path in the code is followed to the room that it leads to.
//!
//! | room | may know |
//! | --- | --- |
//! | `words` | nobody |
//! | `address`, `error` | `words` |
//! | `platform` | those three |
//! | a feature's rules: `mod`, `document`, `store`, `actions`, `work`, and every file with a name of its own | `platform`, its own rules, the rules of features to the left |
//! | a feature's pages: `pages`, `feed`, `desk`, `views` | `platform`, all its own rooms; of others `mod`, `store`, named files, `pages`, `views`, `islands` |
//! | a feature's `islands` | `mod` and named files that the browser gets too; `platform::{browser, i18n}`; in the body of a server function whatever pages may |
//! | `app` | all but the commands |
//! | the commands | all |
//!
//! Rooms form no circle; what stands in the body of a server function draws none, as the browser never gets it.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Item, Meta};

use super::source::{File, Said, Spelled, files, is_test, nothing_wrong, said_by};

/// Features from left to right: the rules of each know only those before it.
const FEATURES: [&str; 15] = [
    "members",
    "issues",
    "officials",
    "alerts",
    "letters",
    "on_paper",
    "forums",
    "posts",
    "primers",
    "steps",
    "outreach",
    "search",
    "home",
    "about",
    "desk",
];

/// A module by its path. The program's own (`main.rs`, `command/`) begin with `main`, which no module of the library is called.
type Module = Vec<String>;

const PROGRAM: &str = "main";

/// All files with the modules that they are.
struct House {
    modules: BTreeMap<Module, Part>,
    /// Named files of features that only the server has.
    server_only: BTreeSet<Module>,
}

struct Part {
    file: File,
    said: Said,
    /// Bound by `use`: a name and what it stands for.
    bound: BTreeMap<String, Vec<String>>,
    /// Inline modules belong to the file around them.
    inline: bool,
}

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    Words,
    Address,
    Error,
    App,
    Commands,
    /// `lib.rs`, which lists the rooms.
    List,
    /// By the folder or file below `platform`.
    Platform(String),
    Feature {
        name: String,
        room: String,
        /// Whether the browser gets it too.
        browser: bool,
    },
    Unknown(String),
}

impl House {
    fn of(files: Vec<File>) -> Self {
        let mut house = Self { modules: BTreeMap::new(), server_only: BTreeSet::new() };
        for file in files {
            let module = module_of(&file.path);
            let parsed = file.rust();
            for item in &parsed.items {
                if let Item::Mod(item) = item
                    && item.attrs.iter().any(|attribute| {
                        matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("cfg") && list.tokens.to_string().contains("\"ssr\""))
                    })
                {
                    house.server_only.insert([&module[..], &[item.ident.to_string()]].concat());
                }
            }
            house.add(module, file, &parsed);
        }
        house
    }

    fn add(&mut self, module: Module, file: File, parsed: &syn::File) {
        let said = said_by(parsed);
        for inline in inline_modules(&parsed.items) {
            let bound = bound_in(&said, &inline);
            let part = Part { file: file.clone(), said: Said::default(), bound, inline: true };
            self.modules.insert([&module[..], &inline[..]].concat(), part);
        }
        let bound = bound_in(&said, &[]);
        self.modules.insert(module, Part { file, said, bound, inline: false });
    }

    /// The module that a path leads to, through `use` lines; nothing where it leaves the crate or is a local name.
    fn follow(&self, from: &Module, names: &[String], steps: usize) -> Option<Module> {
        assert!(steps < 50, "{from:?}: {names:?} leads in a circle");
        let (first, mut rest) = names.split_first()?;
        let program = from.first().is_some_and(|first| first == PROGRAM);
        let mut here = match first.as_str() {
            "crate" if program => vec![PROGRAM.to_owned()],
            "crate" => Vec::new(),
            "samleng" if program => Vec::new(),
            "self" => from.clone(),
            "super" => {
                let mut here = from[..from.len().checked_sub(1)?].to_vec();
                while rest.first().is_some_and(|name| name == "super") {
                    here.pop()?;
                    rest = &rest[1..];
                }
                here
            }
            name => match self.child(from, name) {
                Some(child) => child,
                None => {
                    let bound = self.modules.get(from)?.bound.get(name).filter(|bound| bound.first() != Some(first))?;
                    return self.follow(from, &[bound, rest].concat(), steps + 1);
                }
            },
        };
        while let Some((name, after)) = rest.split_first() {
            if let Some(child) = self.child(&here, name) {
                (here, rest) = (child, after);
            } else if let Some(bound) = self.modules.get(&here).and_then(|part| part.bound.get(name)) {
                // Handed on by a `use`: whoever takes it from there knows where it really is.
                return self.follow(&here, &[bound, after].concat(), steps + 1).or(Some(here));
            } else {
                break;
            }
        }
        Some(here)
    }

    fn child(&self, of: &Module, name: &str) -> Option<Module> {
        let child = [&of[..], &[name.to_owned()]].concat();
        self.modules.contains_key(&child).then_some(child)
    }

    /// The file around a module, and its room.
    fn room(&self, module: &Module) -> Room {
        let mut file = &module[..];
        while self.modules.get(file).is_none_or(|part| part.inline) && !file.is_empty() {
            file = &file[..file.len() - 1];
        }
        let names: Vec<&str> = file.iter().map(String::as_str).collect();
        match names[..] {
            [] => Room::List,
            [PROGRAM, ..] => Room::Commands,
            ["words", ..] => Room::Words,
            ["address", ..] => Room::Address,
            ["error", ..] => Room::Error,
            ["app", ..] => Room::App,
            ["platform"] => Room::Platform("mod".to_owned()),
            ["platform", part, ..] => Room::Platform(part.to_owned()),
            [name] if FEATURES.contains(&name) => {
                Room::Feature { name: name.to_owned(), room: "mod".to_owned(), browser: true }
            }
            [name, room, ..] if FEATURES.contains(&name) => Room::Feature {
                name: name.to_owned(),
                room: room.to_owned(),
                browser: !self.server_only.contains(&file[..2]),
            },
            [name, ..] => Room::Unknown(name.to_owned()),
        }
    }

    /// Every path that leads to another room.
    fn knowledge(&self) -> Vec<Knows<'_>> {
        let mut all = Vec::new();
        for (module, part) in &self.modules {
            for spelled in &part.said.paths {
                let from = [&module[..], &spelled.module[..]].concat();
                let Some(to) = self.follow(&from, &spelled.names, 0) else { continue };
                // What a `use` line has bound is known there; only what the path adds to it is new here.
                let bound = self.modules.get(&from).and_then(|part| part.bound.get(&spelled.names[0]));
                if spelled.is_code && bound.and_then(|bound| self.follow(&from, bound, 0)).as_ref() == Some(&to) {
                    continue;
                }
                let (from, to) = (self.room(&from), self.room(&to));
                if from != to || spelled.glob {
                    all.push(Knows { file: &part.file, spelled, from, to });
                }
            }
        }
        all
    }
}

struct Knows<'a> {
    file: &'a File,
    spelled: &'a Spelled,
    from: Room,
    to: Room,
}

/// `src/alerts/store.rs` is `alerts::store`.
fn module_of(path: &str) -> Module {
    let inside = path.strip_prefix("src/").and_then(|path| path.strip_suffix(".rs")).unwrap_or(path);
    let mut names: Vec<String> = inside.split('/').map(str::to_owned).collect();
    match names.first().map(String::as_str) {
        Some("lib") => names.clear(),
        Some("command") => names.insert(0, PROGRAM.to_owned()),
        _ => {}
    }
    if names.len() > 1 && names.last().is_some_and(|last| last == "mod") {
        names.pop();
    }
    names
}

fn inline_modules(items: &[Item]) -> Vec<Module> {
    let mut modules = Vec::new();
    for item in items {
        if let Item::Mod(module) = item
            && let Some((_, inside)) = &module.content
            && !is_test(&module.attrs)
        {
            let name = vec![module.ident.to_string()];
            modules.extend(inline_modules(inside).into_iter().map(|inner| [&name[..], &inner[..]].concat()));
            modules.push(name);
        }
    }
    modules
}

fn bound_in(said: &Said, inline: &[String]) -> BTreeMap<String, Vec<String>> {
    let here = said.bound.iter().filter(|(module, ..)| module == inline);
    here.map(|(_, name, names)| (name.clone(), names.clone())).collect()
}

/// Named files that are parts of pages and have their rights. Every other named file is part of the rules.
const PARTS_OF_PAGES: [(&str, &str); 17] = [
    ("alerts", "article"),
    ("alerts", "listen"),
    ("alerts", "sheet"),
    ("alerts", "shown"),
    ("forums", "article"),
    ("forums", "calendar"),
    ("forums", "player"),
    ("forums", "playing"),
    ("forums", "podcast"),
    ("forums", "quote"),
    ("forums", "transcripts"),
    ("forums", "when"),
    ("home", "machines"),
    ("letters", "composer"),
    ("letters", "preview"),
    ("letters", "said"),
    ("steps", "drawn"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rights {
    Rules,
    Pages,
    Islands,
}

fn rights(feature: &str, room: &str) -> Rights {
    match room {
        "pages" | "feed" | "desk" | "views" => Rights::Pages,
        "islands" => Rights::Islands,
        named if PARTS_OF_PAGES.contains(&(feature, named)) => Rights::Pages,
        _ => Rights::Rules,
    }
}

/// Why a room may not know another, if it may not.
fn refused(from: &Room, to: &Room, on_server: bool) -> Option<String> {
    let why = |text: &str| Some(text.to_owned());
    match (from, to) {
        (Room::Unknown(name), _) | (_, Room::Unknown(name)) => {
            Some(format!("src/{name} has no place in the order of features"))
        }
        (Room::Commands | Room::List, _) => None,
        (_, Room::Commands) => why("nobody knows the commands"),
        (Room::App, _) => None,
        (_, Room::App) => why("nobody but the commands knows app"),
        (Room::Words, _) => why("words knows nobody"),
        (_, Room::Words) => None,
        (Room::Address | Room::Error, _) => why("address and error know words only"),
        (_, Room::Address | Room::Error) => None,
        (_, Room::List) => why("lib.rs only lists the rooms"),
        (Room::Platform(_), Room::Platform(_)) => None,
        (Room::Platform(_), Room::Feature { .. }) => why("platform knows no feature"),
        (Room::Feature { name, room, .. }, Room::Platform(part)) => match rights(name, room) {
            Rights::Islands if !on_server && part != "browser" && part != "i18n" => {
                why("of the platform, islands know browser and i18n only")
            }
            _ => None,
        },
        (Room::Feature { name, room, .. }, Room::Feature { name: other, room: there, browser }) => {
            let rules = rights(other, there) == Rights::Rules;
            let inner = matches!(there.as_str(), "document" | "actions" | "work");
            match rights(name, room) {
                Rights::Rules if !rules => why("rules know no pages, views or islands"),
                Rights::Rules if place(other) > place(name) => Some(format!("{name} is left of {other}")),
                Rights::Rules => None,
                Rights::Islands if !on_server => (!rules || inner || there == "store" || !browser)
                    .then(|| "islands know what the browser gets: mod and named pure files".to_owned()),
                Rights::Pages | Rights::Islands if name == other => None,
                Rights::Pages | Rights::Islands => (inner || matches!(there.as_str(), "feed" | "desk")).then(|| {
                    "pages know neither document, actions nor work, feed nor desk of another feature".to_owned()
                }),
            }
        }
    }
}

fn place(feature: &str) -> Option<usize> {
    FEATURES.iter().position(|name| *name == feature)
}

/// Everything that breaks the rule.
fn faults(files: Vec<File>) -> Vec<String> {
    let house = House::of(files);
    let mut faults: Vec<String> = house
        .knowledge()
        .iter()
        .filter_map(|knows| {
            let Knows { file, spelled, from, to } = knows;
            let why = if spelled.glob {
                Some("a * hides what a room knows".to_owned())
            } else {
                refused(from, to, spelled.on_server)
            };
            why.map(|why| format!("{}:{}: {}: {why}", file.path, spelled.line, spelled.names.join("::")))
        })
        .collect();
    faults.extend(circles(&house));
    faults.sort();
    faults.dedup();
    faults
}

/// Rooms of features that know each other, directly or through others. The platform is not looked into: it knows no feature.
fn circles(house: &House) -> Vec<String> {
    let mut edges: BTreeMap<Room, BTreeSet<Room>> = BTreeMap::new();
    for Knows { spelled, from, to, .. } in house.knowledge() {
        if !spelled.on_server && matches!((&from, &to), (Room::Feature { .. }, Room::Feature { .. })) {
            edges.entry(from).or_default().insert(to);
        }
    }
    let reach = |start: &Room| {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&Room> = edges.get(start).into_iter().flatten().collect();
        while let Some(room) = next.pop() {
            if seen.insert(room) {
                next.extend(edges.get(room).into_iter().flatten());
            }
        }
        seen
    };
    let reached: BTreeMap<&Room, BTreeSet<&Room>> = edges.keys().map(|room| (room, reach(room))).collect();
    let in_circle = |one: &Room, other: &Room| {
        let knows = |one: &Room, other: &Room| reached.get(one).is_some_and(|rooms| rooms.contains(other));
        knows(one, other) && knows(other, one)
    };
    let mut circles = BTreeSet::new();
    for room in edges.keys() {
        let others: Vec<&Room> = edges.keys().filter(|other| in_circle(room, other)).collect();
        if others.len() > 1 {
            let names: Vec<String> = others.into_iter().map(called).collect();
            circles.insert(format!("a circle: {}", names.join(", ")));
        }
    }
    circles.into_iter().collect()
}

fn called(room: &Room) -> String {
    match room {
        Room::Feature { name, room, .. } => format!("{name}::{room}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn no_room_knows_one_that_it_may_not() {
    let files = files("src", "rs");
    let known = House::of(files.clone()).knowledge().len();
    assert!(known > 300, "only {known} paths were followed: the walk no longer reads the code");
    nothing_wrong(&faults(files));
}

/// A house of a few files in which everything is in order, and one more.
fn house_with(path: &str, text: &str) -> Vec<String> {
    let mut files = vec![
        File::example(
            "src/lib.rs",
            "pub mod alerts; pub mod app; pub mod letters; pub mod steps; pub mod platform; pub mod words;",
        ),
        File::example("src/words.rs", "pub struct Slug;"),
        File::example("src/address.rs", "use crate::words::Slug; pub fn alert(_: &Slug) {}"),
        File::example(
            "src/app.rs",
            "use crate::{alerts, letters}; fn rows() { alerts::pages::show(); letters::pages::show() }",
        ),
        File::example("src/platform/mod.rs", "pub mod browser; pub mod db; pub mod http;"),
        File::example("src/platform/browser.rs", ""),
        File::example("src/platform/db.rs", "pub struct Db;"),
        File::example("src/platform/http/mod.rs", "mod caller; pub use self::caller::Caller;"),
        File::example("src/platform/http/caller.rs", "use crate::platform::db::Db; pub struct Caller(Db);"),
        File::example(
            "src/alerts/mod.rs",
            "#[cfg(feature = \"ssr\")] pub mod pages; #[cfg(feature = \"ssr\")] pub mod store; pub mod number; pub struct Alert;",
        ),
        File::example("src/alerts/number.rs", ""),
        File::example(
            "src/alerts/store.rs",
            "use super::Alert; use crate::platform::db::Db; pub fn open(_: Db) -> Alert { Alert }",
        ),
        File::example("src/alerts/pages.rs", "use super::store; pub fn show() { store::open() } pub fn prose() {}"),
        File::example(
            "src/letters/mod.rs",
            "#[cfg(feature = \"ssr\")] pub mod actions; pub mod islands; #[cfg(feature = \"ssr\")] pub mod limit; \
             #[cfg(feature = \"ssr\")] pub mod pages;",
        ),
        File::example(
            "src/letters/actions.rs",
            "use crate::{alerts, platform::http::Caller}; pub fn report(_: Caller) { alerts::store::open() }",
        ),
        File::example("src/letters/islands.rs", "use crate::{alerts::number, platform::browser};"),
        File::example("src/letters/limit.rs", ""),
        File::example("src/letters/pages.rs", "use crate::alerts; pub fn show() { alerts::pages::prose() }"),
        File::example("src/steps/mod.rs", "pub fn writing() {}"),
        File::example("src/main.rs", "mod command; use samleng::app; fn main() { command::run(app::rows()) }"),
        File::example("src/command/mod.rs", "use samleng::alerts; pub fn run() { alerts::store::open() }"),
    ];
    files.retain(|file| file.path != path);
    files.push(File::example(path, text));
    faults(files)
}

#[track_caller]
fn is_refused(path: &str, text: &str, because: &str) {
    let faults = house_with(path, text);
    // Whoever knows a room that knows it back closes a circle too.
    let told = faults.iter().all(|fault| fault.contains(because) || fault.starts_with("a circle"));
    assert!(faults.iter().any(|fault| fault.contains(because)) && told, "{path}: {text}\n{faults:#?}");
}

#[test]
fn a_house_in_order_has_no_fault() {
    nothing_wrong(&house_with("src/words.rs", "pub struct Slug;"));
}

#[test]
fn a_room_that_knows_one_it_may_not_is_found_however_the_path_is_spelled() {
    let left = "alerts is left of letters";
    for text in [
        "use crate::letters::limit;",
        "use crate::letters; fn f() { letters::limit::take() }",
        "use crate::{words::Slug, letters::{limit as bound}};",
        "use super::super::letters::limit;",
        "fn f() { crate::letters::limit::take() }",
        "fn f(_: crate::letters::limit::Limit) {}",
        "fn f() { g!(a, crate::letters::limit::take()) }",
        "fn f() { view! { <p title={ format!(\"{}\", crate::letters::limit::take()) }/> } }",
        "#[serde(with = \"crate::letters::limit\")] struct S;",
        "#[derive(crate::letters::limit::Mark)] struct S;",
        "impl crate::letters::limit::Limit for S {}",
        "mod inner { use super::super::super::letters::limit; }",
        "macro_rules! m { () => { $crate::letters::limit::take() } }",
    ] {
        is_refused("src/alerts/store.rs", text, left);
    }
}

#[test]
fn each_rule_of_the_table_is_held() {
    for (path, text, because) in [
        ("src/words.rs", "use crate::address;", "words knows nobody"),
        ("src/address.rs", "use crate::platform::db;", "address and error know words only"),
        ("src/platform/db.rs", "use crate::alerts::number;", "platform knows no feature"),
        ("src/alerts/number.rs", "use super::pages;", "rules know no pages"),
        (
            "src/alerts/mod.rs",
            "pub mod pages; pub use self::pages::prose; pub mod store; pub mod number; pub struct Alert;",
            "rules know no pages",
        ),
        ("src/letters/islands.rs", "use crate::alerts::store;", "islands know what the browser gets"),
        ("src/letters/islands.rs", "use super::limit;", "islands know what the browser gets"),
        ("src/letters/islands.rs", "use crate::platform::db::Db;", "browser and i18n"),
        ("src/letters/islands.rs", "use crate::platform::http::Caller;", "browser and i18n"),
        (
            "src/alerts/pages.rs",
            "use crate::letters::actions; pub fn show() {} pub fn prose() {}",
            "pages know neither",
        ),
        ("src/letters/pages.rs", "use crate::app;", "nobody but the commands knows app"),
        ("src/newcomers/mod.rs", "use crate::words::Slug;", "no place in the order"),
        ("src/alerts/number.rs", "use super::*;", "a * hides"),
    ] {
        is_refused(path, text, because);
    }
}

#[test]
fn a_name_that_is_handed_on_leads_to_the_room_that_it_is_in() {
    let mut files = vec![
        File::example("src/alerts/mod.rs", "pub mod pages; pub use self::pages::prose;"),
        File::example("src/alerts/pages.rs", "pub fn prose() {}"),
        File::example("src/letters/mod.rs", "use crate::alerts::prose;"),
    ];
    let found = faults(files.clone());
    assert_eq!(found.len(), 2, "{found:#?}");
    files.remove(2);
    assert_eq!(faults(files).len(), 1);
}

#[test]
fn the_body_of_a_server_function_may_know_what_pages_know_and_its_signature_may_not() {
    let body =
        "#[server(endpoint = \"x\")] pub async fn report() { super::actions::report(); crate::alerts::store::open() }";
    nothing_wrong(&house_with("src/letters/islands.rs", body));
    let signature = "#[server(endpoint = \"x\")] pub async fn report(_: super::limit::Limit) { }";
    is_refused("src/letters/islands.rs", signature, "islands know what the browser gets");
}

#[test]
fn rooms_that_know_each_other_are_found() {
    is_refused(
        "src/alerts/pages.rs",
        "use crate::letters::pages; pub fn show() {} pub fn prose() {}",
        "a circle: alerts::pages, letters::pages",
    );
}

#[test]
fn rooms_of_one_feature_that_know_each_other_are_found() {
    let files = vec![
        File::example("src/alerts/mod.rs", "pub mod document; pub mod store;"),
        File::example("src/alerts/document.rs", "use super::store; pub struct Html; fn f() { store::publish() }"),
        File::example("src/alerts/store.rs", "use super::document::Html; pub fn publish(_: Html) {}"),
    ];
    assert_eq!(faults(files), ["a circle: alerts::document, alerts::store"]);
}

#[test]
fn tests_may_know_everybody() {
    nothing_wrong(&house_with(
        "src/alerts/number.rs",
        "#[cfg(test)] mod tests { use super::*; use crate::letters::limit; }",
    ));
}
