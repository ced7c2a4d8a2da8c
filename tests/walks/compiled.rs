//! What is compiled for which side is said in one kind of place: on the `mod` and `use` lines of `mod.rs` files and `lib.rs`.

use syn::{
    Attribute, Item,
    spanned::Spanned,
    visit::{self, Visit},
};

use samleng_test_support::root;

use super::source::{File, files, item_attributes, nothing_wrong, said_by};

/// The one function that only the browser has: it wakes the islands.
const WAKES: (&str, &str) = ("src/lib.rs", "hydrate");

fn faults(files: &[File]) -> Vec<String> {
    files.iter().flat_map(faults_of).collect()
}

fn faults_of(file: &File) -> Vec<String> {
    let parsed = file.rust();
    let mut faults = Conditions { lines: Vec::new() };
    let list = file.path == "src/lib.rs" || file.path.ends_with("/mod.rs") || is_folder_of_its_own(file);
    for item in &parsed.items {
        let allowed = match item {
            Item::Mod(item) => list && item.content.is_none(),
            Item::Use(_) => list,
            Item::Fn(item) => (file.path.as_str(), item.sig.ident.to_string().as_str()) == WAKES,
            _ => false,
        };
        if !(allowed && item_attributes(item).iter().any(is_by_feature)) {
            faults.visit_item(item);
        }
    }
    let called = said_by(&parsed).macros.into_iter().filter(|called| called.name == "cfg");
    faults
        .lines
        .extend(called.filter(|called| called.tokens.to_string().contains("feature")).map(|called| called.line));
    faults.lines.sort_unstable();
    faults.lines.into_iter().map(|line| format!("{}:{line}: cfg(feature) belongs on a mod line", file.path)).collect()
}

/// `platform/generation.rs` beside `platform/generation/` is the `mod.rs` of that folder.
fn is_folder_of_its_own(file: &File) -> bool {
    file.path.strip_suffix(".rs").is_some_and(|folder| root().join(folder).is_dir())
}

fn is_by_feature(attribute: &Attribute) -> bool {
    let conditional = attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr");
    conditional && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string().contains("feature"))
}

/// The lines with a condition.
struct Conditions {
    lines: Vec<usize>,
}

impl<'a> Visit<'a> for Conditions {
    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        if is_by_feature(attribute) {
            self.lines.push(attribute.span().start().line);
        }
        visit::visit_attribute(self, attribute);
    }
}

#[test]
fn what_is_compiled_for_which_side_is_said_on_mod_lines_only() {
    nothing_wrong(&faults(&files("src", "rs")));
}

#[test]
fn a_condition_anywhere_else_is_found() {
    let module = "#[cfg(feature = \"ssr\")] pub mod store; #[cfg(feature = \"ssr\")] pub use store::open;";
    nothing_wrong(&faults(&[File::example("src/alerts/mod.rs", module)]));
    let wakes = "#[cfg(feature = \"hydrate\")] pub fn hydrate() {}";
    nothing_wrong(&faults(&[File::example("src/lib.rs", wakes)]));
    for (path, text) in [
        ("src/alerts/store.rs", "#[cfg(feature = \"ssr\")] use a::b;"),
        ("src/alerts/mod.rs", "#[cfg(feature = \"ssr\")] pub fn f() {}"),
        ("src/alerts/mod.rs", "#[cfg(feature = \"ssr\")] mod inside { }"),
        ("src/alerts/mod.rs", "impl A { #[cfg(not(feature = \"ssr\"))] fn f() {} }"),
        ("src/alerts/mod.rs", "fn f() { #[cfg(feature = \"ssr\")] g(); }"),
        ("src/alerts/mod.rs", "#[cfg_attr(feature = \"ssr\", derive(Debug))] struct A;"),
        ("src/alerts/mod.rs", "fn f() { if cfg!(feature = \"ssr\") { } }"),
        ("src/alerts/pages.rs", "#[cfg(feature = \"hydrate\")] pub fn hydrate() {}"),
    ] {
        assert_eq!(faults(&[File::example(path, text)]).len(), 1, "{path}: {text}");
    }
}
