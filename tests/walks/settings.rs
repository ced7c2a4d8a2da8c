//! What cargo-leptos reads from Cargo.toml and the server from Leptos.toml is the same.

use super::source::{File, file, nothing_wrong};

/// What decides the names of the built files; the rest is each side's own.
const SHARED: [&str; 3] = ["output-name", "site-pkg-dir", "hash-files"];

fn faults(cargo: &File, leptos: &File) -> Vec<String> {
    let table = |file: &File| -> toml::Table {
        let whole: toml::Table = file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let metadata = whole.get("package").and_then(|package| package.get("metadata"));
        let leptos = metadata.and_then(|metadata| metadata.get("leptos")).and_then(toml::Value::as_table);
        leptos.unwrap_or_else(|| panic!("{} has no [package.metadata.leptos]", file.path)).clone()
    };
    let (builds, serves) = (table(cargo), table(leptos));
    let differs = SHARED.iter().filter(|name| builds.get(**name).is_none() || builds.get(**name) != serves.get(**name));
    differs
        .map(|name| {
            format!("{name}: {:?} in {}, {:?} in {}", builds.get(*name), cargo.path, serves.get(*name), leptos.path)
        })
        .collect()
}

#[test]
fn the_builder_and_the_server_agree_on_the_names_of_files() {
    nothing_wrong(&faults(&file("Cargo.toml"), &file("Leptos.toml")));
}

#[test]
fn a_setting_that_differs_is_found() {
    let example = |text: &str| File::example("a.toml", &format!("[package.metadata.leptos]\n{text}"));
    let builds = example("output-name = \"a\"\nsite-pkg-dir = \"pkg\"\nhash-files = true\n");
    nothing_wrong(&faults(&builds, &builds));
    let serves = example("output-name = \"b\"\nsite-pkg-dir = \"pkg\"\n");
    assert_eq!(faults(&builds, &serves).len(), 2);
}
