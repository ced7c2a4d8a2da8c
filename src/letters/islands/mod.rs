//! The composer, and what an alert's page remembers of having written. Asleep, both are plain HTML and work by themselves.

mod preview;
mod sent_it;
mod ways;
mod words;

use leptos::prelude::*;

pub use self::words::{ComposerAddresses, ComposerState, ComposerWords, YouWroteWords};
use self::{
    preview::{NameField, Preview},
    sent_it::SentIt,
    ways::Ways,
};
use super::{SentForm, Thanks, marks, template::Template};
use crate::{
    platform::browser,
    words::{Language, Reply, Slug},
};

/// Reports a letter from an island; the same act as the form's POST.
#[server(endpoint = "letters/report-sent", input = server_fn::codec::Json)]
pub(crate) async fn send_report(
    language: Language,
    alert: Slug,
    form: SentForm,
) -> Result<Reply<Thanks>, ServerFnError> {
    super::pages::report_from_island(language, &alert, &form).await
}

/// "You wrote on 24 November", where this browser remembers that; empty otherwise, and always on the server.
#[island]
pub(crate) fn YouWrote(alert: Slug, words: YouWroteWords) -> impl IntoView {
    let wrote = RwSignal::new(None::<i64>);
    Effect::new(move |_| {
        let at = browser::kept(&marks::storage_key(&alert)).and_then(|mark| Some(marks::read_stored(&mark)?.1));
        wrote.set(at);
    });
    let said = move || {
        wrote.get().map(|at| {
            let (month, day) = browser::month_and_day(at);
            let date = words.dates.day(month, day);
            view! {
                <p class="wrote__text">
                    <strong>{words.wrote.replace("{date}", &date)}</strong>
                    " "
                    <a href=words.steps.clone()>{words.next.clone()}</a>
                </p>
            }
        })
    };
    view! { <div class="wrote" role="status">{said}</div> }
}

/// The letter as it builds itself, its ways out, and "I sent it".
///
/// Asleep it is a form that is posted to its page; there the letter comes back made, with its ways. Awake the ways stand under
/// the letter at once and follow what is typed.
#[island]
pub(crate) fn Composer(
    template: Template,
    state: ComposerState,
    addresses: ComposerAddresses,
    words: ComposerWords,
) -> impl IntoView {
    let made = state.key.is_some();
    let awake = RwSignal::new(false);
    let name = RwSignal::new(state.name.clone());
    let refused = RwSignal::new(state.refused);
    let thanks = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        // What was typed before the island woke is kept.
        if let Some(typed) = browser::value_of("name") {
            name.set(typed);
        }
        awake.set(true);
    });
    let letter = {
        let template = template.clone();
        Memo::new(move |_| template.letter(name.get().trim()))
    };
    let ways = StoredValue::new((words.clone(), state.clone(), addresses.clone()));
    let form_words = words.clone();
    view! {
        <form class="form" method="post" action=addresses.write.clone() novalidate=true on:submit=move |event| {
            if awake.get_untracked() {
                event.prevent_default();
            }
        }>
            <Preview template name/>
            {(!made).then(|| view! { <NameField words=form_words name refused/> })}
            {(!made).then(|| {
                let make = words.make.clone();
                view! {
                    <Show when=move || !awake.get()>
                        <button class="button button--main" type="submit">{make.clone()}</button>
                    </Show>
                }
            })}
        </form>
        <Show when=move || made || awake.get()>
            {ways.with_value(|(words, state, addresses)| view! {
                <Ways letter name refused awake words=words.clone()/>
                <SentIt name awake thanks state=state.clone() addresses=addresses.clone() words=words.clone()/>
            })}
        </Show>
    }
}
