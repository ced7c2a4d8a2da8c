//! "I sent it": a writer's word, and the thanks for it.

use leptos::{prelude::*, task::spawn_local};

use super::{ComposerAddresses, ComposerState, ComposerWords, send_report};
use crate::{
    letters::{SentForm, marks},
    platform::browser,
    words::{Refusal, Reply},
};

/// "I sent it". Awake, it thanks, refuses or fails in place.
#[component]
pub(super) fn SentIt(
    name: RwSignal<String>,
    awake: RwSignal<bool>,
    thanks: RwSignal<Option<String>>,
    state: ComposerState,
    addresses: ComposerAddresses,
    words: ComposerWords,
) -> impl IntoView {
    let says = RwSignal::new(String::new());
    let under_way = RwSignal::new(false);
    // One key for this form, however often it is pressed: it is what makes the letter count once.
    let key = StoredValue::new(state.key.clone());
    let (alert, letter) = (state.alert.clone(), state.letter);
    let report = {
        let (alert, words) = (alert.clone(), words.clone());
        move || {
            if under_way.get_untracked() {
                return;
            }
            if key.with_value(Option::is_none) {
                key.set_value(browser::random_key());
            }
            let form = SentForm {
                key: key.get_value().unwrap_or_default(),
                letter: letter.to_string(),
                token: browser::kept(&marks::storage_key(&alert))
                    .and_then(|mark| marks::read_stored(&mark).map(|(token, _)| token.to_owned()))
                    .unwrap_or_default(),
                name: String::new(),
            };
            let (alert, words) = (alert.clone(), words.clone());
            under_way.set(true);
            says.set(words.sending.clone());
            spawn_local(async move {
                match send_report(browser::page_language(), alert.clone(), form).await {
                    Ok(Reply::Done(done)) => {
                        browser::keep(&marks::storage_key(&alert), &marks::stored(&done.token, browser::now()));
                        thanks.set(Some(done.says));
                        says.set(String::new());
                        browser::focus("thanks");
                    }
                    Ok(Reply::Refused(refusals)) => {
                        let refusal = refusals.first().copied().unwrap_or(Refusal::FormOutdated);
                        says.set(words.refusal(refusal).to_owned());
                    }
                    Err(_) => says.set(words.not_sent),
                }
                under_way.set(false);
            });
        }
    };
    let next = StoredValue::new((words.clone(), addresses.clone()));
    view! {
        <section class="sent" id="sent">
            <form class="sent__form" method="post" action=addresses.sent.clone() hidden=move || thanks.get().is_some() on:submit=move |event| {
                if awake.get_untracked() {
                    event.prevent_default();
                    report();
                }
            }>
                <h2>{words.did_you_send}</h2>
                <p class="hint">{words.sent_hint}</p>
                <input type="hidden" name="key" value=state.key.unwrap_or_default()/>
                <input type="hidden" name="letter" value=letter.to_string()/>
                <input type="hidden" name="name" value=name.get_untracked()/>
                <button class="button" type="submit">{words.sent}</button>
                <p class="sent__says" role="status">{move || says.get()}</p>
            </form>
            <div class="thanks" id="thanks" tabindex="-1">
                {move || thanks.get().map(|says| next.with_value(|(words, addresses)| view! {
                    <h2>{says}</h2>
                    <p>{words.next.clone()}</p>
                    {words.next_letter.clone().zip(addresses.next_letter.clone()).map(|(text, href)| view! {
                        <p><a class="button" href=href>{text}</a></p>
                    })}
                    <p><a href=addresses.steps.clone()>{words.to_steps.clone()}</a></p>
                }))}
            </div>
        </section>
    }
}
