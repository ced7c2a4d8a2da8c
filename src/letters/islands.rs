//! The composer, and what an alert's page remembers of having written.
//!
//! Both are thin: the HTML is the server's and comes as children, so that no text and no view ships as wasm, a page that is
//! translated by the browser is not disturbed, and without JavaScript everything is there. Awake, the island moves what
//! changes: the name under the letter, the mail link, the messages.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{SentForm, Thanks, WriterName, letter::Letter, mailto::mailto, marks};
use crate::{
    platform::{
        browser,
        i18n::{dates::DateWords, said::Said},
    },
    words::{Language, Refusal, Reply, Slug},
};

/// Reports a letter from an island; the same act as the form's POST.
#[server(endpoint = "letters/report-sent", input = server_fn::codec::Json)]
pub(crate) async fn send_report(
    language: Language,
    alert: Slug,
    form: SentForm,
) -> Result<Reply<Thanks>, ServerFnError> {
    super::actions::report_from_island(language, &alert, &form).await
}

/// "You wrote on 24 November", where this browser remembers that; empty otherwise, and always on the server. `wrote` has a
/// `{date}`.
#[island]
pub(crate) fn YouWrote(alert: Slug, wrote: String, dates: DateWords, children: Children) -> impl IntoView {
    Effect::new(move |_| {
        let mark = browser::kept(&marks::storage_key(&alert));
        if let Some((_, at)) = mark.as_deref().and_then(marks::read_stored) {
            let (month, day) = browser::month_and_day(at);
            browser::set_text("you-wrote-on", &wrote.replace("{date}", &dates.day(month, day)));
            browser::set_hidden("you-wrote", false);
        }
    });
    view! { <div class="wrote" role="status">{children()}</div> }
}

/// What the composer can say. The texts come from `locales/`, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComposerSays {
    /// Something was copied.
    Copied,
    /// The browser refused to copy.
    CopyRefused,
    /// The report is under way.
    Sending,
    /// The report did not arrive.
    NotSent,
    /// The name is missing.
    NameMissing,
    /// The name is too long.
    NameTooLong,
    /// The name is none.
    NameUnreadable,
    /// The form is outdated.
    FormOutdated,
}

impl From<ComposerSays> for usize {
    fn from(says: ComposerSays) -> Self {
        says as Self
    }
}

impl From<Refusal> for ComposerSays {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NameMissing => Self::NameMissing,
            Refusal::NameTooLong => Self::NameTooLong,
            Refusal::NameUnreadable => Self::NameUnreadable,
            Refusal::FormOutdated | Refusal::LetterUnknown => Self::FormOutdated,
        }
    }
}

/// Which letter the composer is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Which(
    /// The page's language.
    pub Language,
    /// The alert.
    pub Slug,
    /// The number of the model letter.
    pub usize,
);

/// The letter as it builds itself, its ways out, and "I sent it". `unsigned` is the letter up to its name.
#[island]
pub(crate) fn Composer(which: Which, unsigned: Letter, said: Said, children: Children) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let said = StoredValue::new(said);
    let say = move |id: &'static str, says: ComposerSays| said.with_value(|said| browser::set_text(id, said.get(says)));
    let awake = RwSignal::new(false);
    Effect::new(move |_| {
        // What was typed before the island woke is kept.
        name.set(browser::value_of("name").unwrap_or_default());
        browser::set_hidden("make", true);
        browser::set_hidden("awake", false);
        for button in ["of-copy-to", "of-copy-cc", "of-copy-subject", "of-copy-letter"] {
            browser::set_hidden(button, false);
        }
        awake.set(true);
    });
    Effect::new(move |_| {
        if awake.get() {
            let name = name.get();
            let letter = unsigned.signed(name.trim());
            browser::set_attribute("open-mail", "href", &mailto(&letter));
            browser::set_value("copy-letter", &letter.body);
            browser::set_text("letter-name", &name);
        }
    });
    let refuse = move |refusal: Refusal| {
        say("name-error", refusal.into());
        browser::set_attribute("name", "aria-invalid", "true");
        browser::focus("name");
    };
    let typed = move |_| {
        if let Some(value) = browser::value_of("name") {
            name.set(value);
            browser::set_text("name-error", "");
            browser::set_attribute("name", "aria-invalid", "false");
        }
    };
    let pressed = move |event: web_sys::MouseEvent| match browser::pressed(&event).as_deref() {
        // Without a name the letter is not finished: the field says so, and nothing opens.
        Some("open-mail") => {
            if let Err(refusal) = name.get_untracked().parse::<WriterName>() {
                event.prevent_default();
                refuse(refusal);
            }
        }
        Some(part) => {
            if let Some(text) = part.strip_prefix("of-").and_then(browser::value_of) {
                spawn_local(async move {
                    let copied = browser::copy(&text).await;
                    say("copied", if copied { ComposerSays::Copied } else { ComposerSays::CopyRefused });
                });
            }
        }
        None => {}
    };
    let key = RwSignal::new(String::new());
    let under_way = RwSignal::new(false);
    let submitted = move |event: SubmitEvent| {
        event.prevent_default();
        if browser::id_of_target(&event).as_deref() != Some("sent-form") {
            // Enter in the name: the letter is made already, and the way out is next.
            browser::focus("open-mail");
            return;
        }
        if under_way.get_untracked() {
            return;
        }
        under_way.set(true);
        say("sent-says", ComposerSays::Sending);
        // One key for this page, however often it is pressed: it is what makes the letter count once.
        if key.with_untracked(String::is_empty) {
            key.set(browser::random_key().unwrap_or_default());
        }
        let which = which.clone();
        spawn_local(async move {
            match report(which, key.get_untracked()).await {
                Ok(Reply::Done(thanks)) => {
                    browser::set_text("thanks-says", &thanks.says);
                    browser::set_hidden("sent-form", true);
                    browser::set_hidden("thanks", false);
                    browser::focus("thanks");
                }
                Ok(Reply::Refused(refusals)) => {
                    say("sent-says", refusals.first().copied().unwrap_or(Refusal::FormOutdated).into());
                }
                Err(_) => say("sent-says", ComposerSays::NotSent),
            }
            under_way.set(false);
        });
    };
    view! {
        <div class="composer" on:input=typed on:click=pressed on:submit=submitted>
            {children()}
        </div>
    }
}

/// Reports the letter, and keeps the mark of it in this browser.
async fn report(Which(language, alert, letter): Which, key: String) -> Result<Reply<Thanks>, ServerFnError> {
    let storage_key = marks::storage_key(&alert);
    let token = browser::kept(&storage_key)
        .and_then(|mark| marks::read_stored(&mark).map(|(token, _)| token.to_owned()))
        .unwrap_or_default();
    // The name stays here: the count needs none.
    let form = SentForm { key, letter: letter.to_string(), token, name: String::new() };
    let reply = send_report(language, alert, form).await?;
    if let Reply::Done(thanks) = &reply {
        browser::keep(&storage_key, &marks::stored(&thanks.token, browser::now()));
    }
    Ok(reply)
}
