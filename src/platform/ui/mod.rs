//! Pages and what they share. A view is a pure function of what was loaded; only [`Page::draw`] runs it.

mod ahead;
mod errors;
mod field;
mod fonts;
mod qr_code;
mod shell;
mod text;
mod told;

use std::sync::{Arc, Mutex};

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use leptos::prelude::*;

pub use self::{
    errors::error_page,
    field::Field,
    shell::{Section, Shell},
    text::{plain, shown_in},
    told::Told,
};
pub(crate) use self::{
    errors::{ErrorSummary, error_content},
    field::choice,
    qr_code::qr_code,
    text::{Notice, around, in_textarea, marked, prose, text},
};
use super::{
    http::{Hosts, Public, script_addresses},
    i18n::words,
};
use crate::words::Language;

type View = Box<dyn FnOnce() -> AnyView + Send>;

/// A page that is not drawn yet: a language, a title, and the closure that makes its content.
pub struct Page {
    language: Language,
    title: String,
    status: StatusCode,
    section: Option<Section>,
    focused: bool,
    style_of_accounts: bool,
    indexed: bool,
    asleep: bool,
    alone: bool,
    told: Told,
    switched_at: Option<String>,
    plays_from: Option<Hosts>,
    content: View,
}

impl Page {
    /// A page. The closure runs when the page is drawn, inside a Leptos owner, and nowhere else: an island with children
    /// would panic outside one.
    pub fn new<V: IntoView + 'static>(
        language: Language,
        title: impl Into<String>,
        content: impl FnOnce() -> V + Send + 'static,
    ) -> Self {
        Self {
            language,
            title: title.into(),
            status: StatusCode::OK,
            section: None,
            focused: false,
            style_of_accounts: false,
            indexed: true,
            asleep: false,
            alone: false,
            told: Told::default(),
            switched_at: None,
            plays_from: None,
            content: Box::new(move || content().into_any()),
        }
    }

    /// The section of the site that the page belongs to.
    pub fn in_section(self, section: Section) -> Self {
        Self { section: Some(section), ..self }
    }

    /// A page with one thing to do: on a phone its first screen has no menu.
    pub fn focused(self) -> Self {
        Self { focused: true, ..self }
    }

    /// A page of an account or of the desk: with one thing to do, left out by search engines, and with a style of its own.
    pub fn of_account(self) -> Self {
        self.focused().unlisted().with_style_of_accounts()
    }

    /// A page that shows parts of the pages of accounts.
    pub fn with_style_of_accounts(self) -> Self {
        Self { style_of_accounts: true, ..self }
    }

    /// A page whose islands stay asleep: it shows many that would get in each other's way.
    pub fn asleep(self) -> Self {
        Self { asleep: true, ..self }
    }

    /// A part of a page, without what stands around every page: a script puts it into one.
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }

    /// How the page is told of elsewhere.
    pub fn told(self, told: Told) -> Self {
        Self { told, ..self }
    }

    /// A page that search engines leave out.
    pub fn unlisted(self) -> Self {
        Self { indexed: false, ..self }
    }

    /// A page whose language switch leads to another address than its own, as that one only takes forms.
    pub fn switched_at(self, path: String) -> Self {
        Self { switched_at: Some(path), ..self }
    }

    /// A page on which something is played from these hosts.
    pub fn playing_from(self, hosts: Hosts) -> Self {
        Self { plays_from: Some(hosts), ..self }
    }

    /// The page again after its form was refused: 422, and the title says so first.
    pub fn refused(self) -> Self {
        let title = fl!(words(self.language), "form-refused-title", title = self.title.as_str());
        Self { title, ..self.with_status(StatusCode::UNPROCESSABLE_ENTITY) }
    }

    /// The page with another status than 200.
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, indexed: false, ..self }
    }

    /// What the answer's header names for the browser to ask for, before it has read the page.
    pub fn links(&self) -> Option<HeaderValue> {
        if self.alone { None } else { ahead::links(self.language) }
    }

    /// The HTML of the whole page. `path` is where it is shown; the language switch stays there.
    pub fn draw(self, shell: &Shell, path: &str) -> String {
        let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
        let html = owner.with(|| {
            let content = (self.content)().to_html();
            if self.alone {
                return content;
            }
            let frame = shell::Frame {
                language: self.language,
                title: self.title,
                section: self.section,
                focused: self.focused,
                style_of_accounts: self.style_of_accounts,
                indexed: self.indexed,
                told: self.told,
                islands: !self.asleep && content.contains("<leptos-island"),
                scripts: if self.asleep { Vec::new() } else { script_addresses(&content) },
            };
            shell::around(shell, frame, self.switched_at.as_deref().unwrap_or(path), content)
        });
        owner.unset_with_forced_cleanup();
        without_marks(&html)
    }
}

/// Carries a page from its handler to the layer that draws it.
#[derive(Clone)]
pub struct Undrawn(Arc<Mutex<Option<Page>>>);

impl Undrawn {
    /// The page, once.
    pub fn take(&self) -> Option<Page> {
        self.0.lock().ok()?.take()
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        match self.plays_from.as_ref().map(Hosts::policy).transpose() {
            Ok(Some(policy)) => drop(response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy)),
            Ok(None) => {}
            Err(error) => return error.into_response(),
        }
        response.extensions_mut().insert(Undrawn(Arc::new(Mutex::new(Some(self)))));
        response
    }
}

/// Marks the response of an address whose pages are the same for everybody.
pub async fn same_for_all(mut response: Response) -> Response {
    response.extensions_mut().insert(Public);
    response
}

/// Leptos separates pieces of text by `<!>` so that the browser finds them again; outside islands nobody looks for them.
fn without_marks(html: &str) -> String {
    let mut clean = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(begin) = rest.find("<leptos-island") {
        let end = rest[begin..].find("</leptos-island>").map_or(rest.len(), |end| begin + end);
        clean.push_str(&rest[..begin].replace("<!>", ""));
        clean.push_str(&rest[begin..end]);
        rest = &rest[end..];
    }
    clean.push_str(&rest.replace("<!>", ""));
    clean
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn marks_go_everywhere_but_inside_islands() {
        assert_eq!(
            without_marks("a<!>b<leptos-island x>c<!>d</leptos-island>e<!>f"),
            "ab<leptos-island x>c<!>d</leptos-island>ef"
        );
    }
}
