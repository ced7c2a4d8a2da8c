//! The islands' start-up as a file: Leptos' own inline script, which our policy would forbid, wrapped so that it waits until
//! the page has come and the browser is idle, or for a press or a focus where the reader saves data; and that says when all
//! islands are awake.

use leptos::{hydration::HydrationScripts, prelude::*};

use super::assets;
use crate::{error::CannotRun, platform::config::Settings};

/// The script's address, with the hash of its text.
///
/// # Errors
/// When the built site lacks the names of its files.
pub fn address(settings: &Settings) -> Result<String, CannotRun> {
    Ok(assets::hashed_address("islands", "js", &text(settings)?))
}

/// The script's text.
///
/// # Errors
/// As [`address`].
pub fn text(settings: &Settings) -> Result<String, CannotRun> {
    let options = settings.leptos.clone();
    if options.hash_files {
        let names = std::env::current_exe()
            .ok()
            .and_then(|program| Some(program.parent()?.join(options.hash_file.as_ref())))
            .filter(|names| names.exists());
        if names.is_none() {
            return Err(CannotRun::Site("hash.txt is not beside the program".to_owned()));
        }
    }
    let owner = Owner::new_root(Some(std::sync::Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| view! { <HydrationScripts options islands=true/> }.into_view().to_html());
    owner.unset_with_forced_cleanup();
    let start_up = html
        .split_once("<script type=\"module\"")
        .and_then(|(_, after)| after.split_once('>'))
        .and_then(|(_, script)| script.split_once("</script>"))
        .map(|(script, _)| script)
        .filter(|script| script.contains(WAITS) && script.contains(WAKES))
        .ok_or_else(|| CannotRun::Site("Leptos' start-up script was not found".to_owned()))?;
    Ok(format!("{BEFORE}{}{AFTER}", start_up.replace(WAITS, "c()").replace(WAKES, SAYS_SO)))
}

/// How Leptos waits for an idle moment: for ever, where a busy phone has none. Ours has waited by then, and not for ever.
const WAITS: &str = "window.requestIdleCallback(c)";

/// How Leptos wakes the islands.
const WAKES: &str = "hydrateIslands(document.body, mod);";

/// The same, and then it is said on the page, when their first effects have run: what waits for islands need not guess.
const SAYS_SO: &str = "hydrateIslands(document.body, mod)\
.finally(() => setTimeout(() => document.documentElement.classList.add('awake')));";

const BEFORE: &str = "(()=>{let begun;const start=()=>{if(begun)return;begun=true;\n";

const AFTER: &str = "\n};const saving=navigator.connection&&navigator.connection.saveData;\
const soon=()=>'requestIdleCallback'in window?requestIdleCallback(start,{timeout:3000}):setTimeout(start,200);\
if(saving){for(const event of['pointerdown','focusin','keydown'])addEventListener(event,start,{once:true,passive:true})}\
else if(document.readyState==='complete')soon();\
else addEventListener('load',soon,{once:true})})();\n";
