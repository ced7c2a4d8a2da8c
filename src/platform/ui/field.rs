//! A field of a form after GOV.UK's pattern: label, hint, message, and what was typed.

use leptos::prelude::*;

/// A field for a line of text.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Its name, which is also its id.
    pub name: &'static str,
    /// What it is for.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// Why it was refused.
    pub refused: Option<String>,
    /// What was typed.
    pub value: String,
    /// Its kind; without one a text.
    pub kind: &'static str,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// Which keys a phone shows.
    pub keys: Option<&'static str>,
}

impl Field {
    /// Draws it.
    pub fn draw(self) -> AnyView {
        let Self { name, label, hint, refused, value, kind, autocomplete, keys } = self;
        let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
        let described = if hint.is_some() { format!("{hint_id} {error_id}") } else { error_id.clone() };
        let kind = if kind.is_empty() { "text" } else { kind };
        view! {
            <div class="field">
                <label for=name>{label}</label>
                {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
                <p class="field__error" id=error_id>{refused.clone()}</p>
                <input id=name name=name type=kind autocomplete=autocomplete inputmode=keys aria-describedby=described
                    aria-invalid=refused.map(|_| "true") value=value/>
            </div>
        }
        .into_any()
    }
}

/// One of several choices of a field.
pub(crate) fn choice(name: &'static str, value: &'static str, chosen: &str, says: AnyView) -> AnyView {
    let id = format!("{name}-{value}");
    view! {
        <p class="field--choice">
            <input type="radio" id=id.clone() name=name value=value checked=value == chosen/>
            <label for=id>{says}</label>
        </p>
    }
    .into_any()
}
