//! The composer, and what an alert's page remembers of having written.
//!
//! Both are thin: the HTML is the server's and comes as children, so that no text and no view ships as wasm, a page that is
//! translated by the browser is not disturbed, and without JavaScript everything is there. Awake, the island moves what
//! changes: the name under the letter, the mail link, the messages.

mod composer;
mod composing;
mod draft;
mod leaving;
mod says;
mod screen;
mod sending;
mod which;

use leptos::prelude::*;

#[cfg(feature = "ssr")]
pub(crate) use self::{composer::Composer, says::ComposerSays, which::Which};
use super::{SentForm, Thanks, Told, marks};
use crate::{
    platform::{browser, i18n::dates::DateWords},
    words::{Language, Reply, Slug},
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

/// A letter is prepared (a way to send it was used), or it came back. One bare number a model letter, for the desk: no token, no
/// text, no time. The answer is the letter's fingerprint as it stands now (a text, as reading
/// JSON's numbers costs wasm), by which an old page sees that it is old.
#[server(endpoint = "letters/tell", input = server_fn::codec::Json)]
pub(crate) async fn tell(alert: Slug, letter: usize, told: Told) -> Result<String, ServerFnError> {
    super::actions::told_by_island(&alert, letter, told).await
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
