//! The composer, and what an alert's page remembers of having written. Asleep, both are plain HTML and work by themselves.

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{
    SentForm, Thanks, WriterName,
    mailto::mailto,
    marks,
    template::{Line, Paragraph, Template},
};
use crate::{
    platform::{browser, i18n::dates::DateWords},
    words::{Language, Refusal, Reply, Slug},
};

/// Reports a letter from an island; the same act as the form's POST.
#[server(endpoint = "letters/report-sent", input = server_fn::codec::Json)]
pub(crate) async fn send_report(language: Language, alert: Slug, form: SentForm) -> Result<Reply<Thanks>, ServerFnError> {
    super::pages::report_from_island(language, &alert, &form).await
}

/// What [`YouWrote`] says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct YouWroteWords {
    /// With `{date}`.
    pub wrote: String,
    /// The link to the next step.
    pub next: String,
    /// Where that link leads.
    pub steps: String,
    /// How a date is written.
    pub dates: DateWords,
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

/// What the composer says; every text comes from `locales/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComposerWords {
    /// The label of the name.
    pub name: String,
    /// The hint under it.
    pub name_hint: String,
    /// The button of the bare form.
    pub make: String,
    /// The main way to send.
    pub open_mail: String,
    /// Where nothing opened.
    pub nothing_opened: String,
    /// Above the fields to copy.
    pub copy_title: String,
    /// Without JavaScript: select and copy.
    pub copy_hint: String,
    /// The fields: to, copy to, subject, letter.
    pub fields: [String; 4],
    /// The copy button.
    pub copy: String,
    /// Said when something was copied.
    pub copied: String,
    /// Said when the browser refused.
    pub copy_refused: String,
    /// Above "I sent it".
    pub did_you_send: String,
    /// What that does.
    pub sent_hint: String,
    /// The button.
    pub sent: String,
    /// Said while the report is under way.
    pub sending: String,
    /// Said when the report did not arrive.
    pub not_sent: String,
    /// A name is missing, too long, unreadable; the form is outdated.
    pub refusals: [String; 4],
    /// After thanks: what comes next.
    pub next: String,
    /// The link to the checklist.
    pub to_steps: String,
    /// The link to the next letter of the alert, where there is one.
    pub next_letter: Option<String>,
}

impl ComposerWords {
    /// The message for a refusal.
    pub fn refusal(&self, refusal: Refusal) -> &str {
        let [missing, long, unreadable, outdated] = &self.refusals;
        match refusal {
            Refusal::NameMissing => missing,
            Refusal::NameTooLong => long,
            Refusal::NameUnreadable => unreadable,
            Refusal::FormOutdated | Refusal::LetterUnknown => outdated,
        }
    }
}

/// Where the composer's forms and links lead.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComposerAddresses {
    /// The composer itself.
    pub write: String,
    /// "I sent it".
    pub sent: String,
    /// The checklist.
    pub steps: String,
    /// The composer of the next letter.
    pub next_letter: Option<String>,
}

/// What the server knows when it draws the composer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComposerState {
    /// The alert.
    pub alert: Slug,
    /// The number of the model letter.
    pub letter: usize,
    /// What was typed as the name.
    pub name: String,
    /// Why that was refused.
    pub refused: Option<Refusal>,
    /// The form key of a letter that is made; without one, the form stands here.
    pub key: Option<String>,
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

/// The letter with what each sentence means, where its language is not the reader's.
#[component]
fn Preview(template: Template, name: RwSignal<String>) -> impl IntoView {
    let other = template.language != template.reader;
    let reader = template.reader.code();
    let line = move |line: Line| {
        let meaning = line.meaning.filter(|_| other);
        view! {
            {line.text}
            {meaning.map(|meaning| view! { <span class="letter__meaning" lang=reader>{meaning}</span> })}
        }
    };
    let paragraphs = template
        .paragraphs
        .into_iter()
        .map(|paragraph| match paragraph {
            Paragraph::Prose(lines) => lines
                .into_iter()
                .map(|sentence| view! { <p class="letter__sentence">{line(sentence)}</p> })
                .collect_view()
                .into_any(),
            Paragraph::Numbered(lines) => {
                let lines = lines.into_iter().map(|ask| view! { <li>{line(ask)}</li> }).collect_view();
                view! { <ol class="letter__asks">{lines}</ol> }.into_any()
            }
        })
        .collect_view();
    view! {
        <div class="letter" lang=template.language.code()>
            <p class="letter__subject"><strong>{line(template.subject)}</strong></p>
            {paragraphs}
            <p class="letter__name">{move || name.get()}</p>
        </div>
    }
}

/// The writer's name: label above, hint under it, message at the field.
#[component]
fn NameField(words: ComposerWords, name: RwSignal<String>, refused: RwSignal<Option<Refusal>>) -> impl IntoView {
    let messages = words.clone();
    let message = move || refused.get().map(|refusal| messages.refusal(refusal).to_owned());
    view! {
        <div class="field">
            <label for="name">{words.name}</label>
            <p class="hint" id="name-hint">{words.name_hint}</p>
            <p class="field__error" id="name-error">{message}</p>
            <input
                id="name"
                name="name"
                type="text"
                autocomplete="name"
                aria-describedby="name-hint name-error"
                aria-invalid=move || refused.get().is_some().then_some("true")
                prop:value=move || name.get()
                value=name.get_untracked()
                on:input=move |event| {
                    name.set(event_target_value(&event));
                    refused.set(None);
                }
            />
        </div>
    }
}

/// The mail program, and every part to copy.
#[component]
fn Ways(
    letter: Memo<super::template::Letter>,
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
    let copy_letter = copy.clone();
    let [to, cc, subject, body] = words.fields.clone();
    let parts: [(&'static str, String, fn(&super::template::Letter) -> String, u32); 4] = [
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
            <p class="ways__fallback">
                <a href="#copy" on:click=move |_| copy_letter(letter.get_untracked().body)>{words.nothing_opened}</a>
            </p>
            <p class="copied" role="status">{move || said.get()}</p>
            <h2 id="copy">{words.copy_title}</h2>
            <p class="hint">{words.copy_hint}</p>
            {rows}
        </section>
    }
}

/// "I sent it". Awake, it thanks, refuses or fails in place.
#[component]
fn SentIt(
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
        <section class="sent" aria-live="polite">
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
