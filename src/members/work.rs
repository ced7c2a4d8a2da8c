//! Mails the link and the code that somebody asked for.

use std::sync::Arc;

use i18n_embed_fl::fl;
use jiff::{SignedDuration, Timestamp};

use super::{
    sign_in::{MINUTES, code, token},
    store::sign_ins::{self, SignIn},
};
use crate::{
    address,
    error::Error,
    platform::{
        http::Instance,
        i18n::{numbers::number, words},
        jobs::{Job, Next, Work},
        mail::{Mail, NotSent, Part, bounce::Meaning, recipient::Recipient},
    },
};

/// The work's name; its jobs are about what was asked for.
pub const SIGN_IN: &str = "sign-in";

/// For what the ids of mails are signed.
const MAIL: &str = "mail";

/// The work.
pub struct MailLink;

impl Work for MailLink {
    const NAME: &'static str = SIGN_IN;

    async fn step(instance: &Arc<Instance>, job: &Job) -> Result<Next, Error> {
        let now = instance.now();
        // What was used meanwhile, or is too old, is mailed to nobody.
        let Some(link) = sign_ins::by_id(&instance.db, &job.about, now).await? else { return Ok(Next::Done) };
        let Some((to, _)) = &link.address else { return Ok(Next::Done) };
        if !instance.settings.public_url_is_set {
            let until = now.saturating_add(SignedDuration::from_mins(10)).unwrap_or(Timestamp::MAX);
            return Ok(Next::At(until, Some("no mail with a link leaves, since public_url is not set".to_owned())));
        }
        match instance.mailer.send(&mail(instance, &link, to, now)).await {
            Ok(()) => Ok(Next::Done),
            Err(NotSent::Unreached(says) | NotSent::Refused { meaning: Meaning::Soft, says }) => Ok(Next::Later(says)),
            Err(NotSent::Refused { says, .. } | NotSent::Unwritten(says)) => Ok(Next::Never(says)),
        }
    }
}

/// The mail. Nothing in it was typed by anybody, and whether there is an account is said on the page behind the link only.
fn mail(instance: &Instance, link: &SignIn, to: &Recipient, now: Timestamp) -> Mail {
    let language = link.language;
    let words = words(language);
    let path = address::sign_in_link(language, &token(&instance.secret, &link.link));
    let href = format!("{}{path}", instance.settings.public_url.origin());
    let minutes = number(language, MINUTES.unsigned_abs());
    let act = Part::Act { href, says: fl!(words, "mail-sign-in-act") };
    let warning = Part::text(fl!(words, "mail-sign-in-not-you"));
    let (subject, parts) = if link.has_code {
        let code = code(&instance.secret, &link.link);
        let text = Part::text(fl!(words, "mail-sign-in-code", code = code.as_str()));
        let valid = Part::text(fl!(words, "mail-sign-in-minutes", shown = minutes));
        (fl!(words, "mail-sign-in-subject", code = code.as_str()), vec![text, act, valid, warning])
    } else {
        let valid = Part::text(fl!(words, "mail-sign-in-minutes", shown = minutes));
        (fl!(words, "mail-sign-in-subject-link"), vec![act, valid, warning])
    };
    Mail {
        to: to.clone(),
        sender: fl!(words, "mail-neutral-sender"),
        language,
        subject,
        parts,
        id: instance.secret.signed_short(MAIL, &link.id),
        returns: instance.secret.signed_short(MAIL, &link.id),
        leave: None,
        at: now,
    }
}
