//! The ways to send a letter.

use leptos::{prelude::*, task::spawn_local};

use super::ComposerWords;
use crate::{
    letters::{WriterName, mailto::mailto, template::Letter},
    platform::browser,
    words::Refusal,
};

/// The mail program, and every part to copy.
#[component]
pub(super) fn Ways(
    letter: Memo<Letter>,
    name: RwSignal<String>,
    refused: RwSignal<Option<Refusal>>,
    awake: RwSignal<bool>,
    words: ComposerWords,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    // Without a name the letter is not finished: the field says so, and nothing opens.
    let finished = move || match name.get_untracked().parse::<WriterName>() {
        Ok(_) => true,
        Err(refusal) => {
            refused.set(Some(refusal));
            browser::focus("name");
            false
        }
    };
    let copy = {
        let (copied, not) = (words.copied.clone(), words.copy_refused.clone());
        move |text: String| {
            let (copied, not) = (copied.clone(), not.clone());
            spawn_local(async move {
                let done = browser::copy(&text).await;
                said.set(if done { copied } else { not });
            });
        }
    };
    let [to, cc, subject, body] = words.fields.clone();
    let parts: [(&'static str, String, fn(&Letter) -> String, u32); 4] = [
        ("copy-to", to, |letter| letter.to.join(", "), 2),
        ("copy-cc", cc, |letter| letter.cc.join(", "), 1),
        ("copy-subject", subject, |letter| letter.subject.clone(), 2),
        ("copy-letter", body, |letter| letter.body.clone(), 10),
    ];
    let rows = parts
        .into_iter()
        .filter(|(_, _, part, _)| !part(&letter.get_untracked()).is_empty())
        .map(|(id, label, part, rows)| {
            let copy = copy.clone();
            let button = words.copy.clone();
            let labelled = label.clone();
            view! {
                <div class="copy">
                    <label for=id>{label}</label>
                    <textarea id=id readonly rows=rows prop:value=move || part(&letter.get())>{part(&letter.get_untracked())}</textarea>
                    <Show when=move || awake.get()>
                        <button
                            class="button button--quiet"
                            type="button"
                            aria-label=format!("{button}: {labelled}")
                            on:click={
                                let copy = copy.clone();
                                move |_| copy(part(&letter.get_untracked()))
                            }
                        >
                            {button.clone()}
                        </button>
                    </Show>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="ways">
            <a
                class="button button--main"
                href=move || mailto(&letter.get())
                on:click=move |event| {
                    if !finished() {
                        event.prevent_default();
                    }
                }
            >
                {words.open_mail}
            </a>
            <details class="ways__copy">
                <summary>{words.nothing_opened}</summary>
                <p class="hint">{words.copy_hint}</p>
                <p class="copied" role="status">{move || said.get()}</p>
                {rows}
            </details>
        </section>
    }
}
