//! Accounts: joining, signing in, one's own page, the people of the desk, the steps, and leaving.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on ends there")]

mod codes;
mod joining;
mod leaving;
mod passkeys;
mod people;
mod sessions;
mod steps;
mod ways;

use samleng::words::Language;
use samleng_test_support::{
    app::TestApp,
    post::{Mail, mails},
    reader::Reader,
};

/// An address that people join by.
pub const DARA: &str = "dara@members.example";

/// The one mail that leaves now.
pub async fn mail(app: &TestApp) -> Mail {
    app.works().await;
    let mut all = mails(app);
    assert_eq!(all.len(), 1, "one mail");
    all.remove(0)
}

/// The path of the link that signs in.
pub fn link(mail: &Mail) -> String {
    mail.links().into_iter().find(|link| link.contains("/sign-in/")).expect("the mail has a link")
}

/// The code in a mail's subject.
pub fn code(mail: &Mail) -> String {
    mail.subject().chars().filter(char::is_ascii_digit).collect()
}

/// Somebody joins by mail; gives their browser.
pub async fn joined(app: &TestApp, address: &str) -> Reader {
    app.works().await;
    let reader = app.reader("Dara");
    let fields = [("act", "mail"), ("name", "Dara"), ("address", address)];
    reader.posts("/en/join", &fields).await.assert_leads_to(303, "/en/sign-in/code");
    let link = link(&mail(app).await);
    reader.posts(&link, &[("name", "Dara")]).await.assert_leads_to(303, "/en/me");
    reader
}

/// Asks for a link to sign in, and gives the mail.
pub async fn asks(app: &TestApp, reader: &Reader, address: &str) -> Mail {
    let fields = [("act", "mail"), ("address", address)];
    reader.posts("/en/sign-in", &fields).await.assert_leads_to(303, "/en/sign-in/code");
    mail(app).await
}

/// Whether somebody is signed in.
pub async fn is_in(reader: &Reader) -> bool {
    reader.opens("/en/me").await.status.is_success()
}

/// The words of the interface in English.
pub fn say(key: &str) -> String {
    samleng_test_support::app::say(Language::English, key)
}
