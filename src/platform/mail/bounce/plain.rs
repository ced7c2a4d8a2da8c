//! What a mail system says in words where it sends no report that machines can read.

use super::{
    Meaning,
    parts::{Fields, Mail},
    status::Status,
};

/// What the words mean; nothing where they are a person's, or an answer that a program gave in a person's absence.
pub fn judged(mail: &Mail<'_>) -> Option<(Meaning, Option<Status>)> {
    if answers_for_a_person(&mail.head) || !comes_from_a_mail_system(&mail.head) {
        return None;
    }
    let statuses: Vec<Status> = mail.texts().flat_map(|text| Status::all(&text).collect::<Vec<_>>()).collect();
    let gone = statuses.iter().find(|status| status.is_no_such_address());
    let later = statuses.iter().find(|status| status.is_for_now());
    gone.or(later).map(|status| (status.meaning(), Some(*status)))
}

/// Programs that answer for somebody say so in one of these ways.
fn answers_for_a_person(head: &Fields<'_>) -> bool {
    let is_auto_reply = |text: &str| text.eq_ignore_ascii_case("auto_reply");
    ["X-Autoreply", "X-Autorespond"].into_iter().any(|name| head.first(name).is_some())
        || head.all("Precedence").any(is_auto_reply)
}

/// Whether nobody but a mail system writes so. A postmaster can be a person and be on holiday (RFC 3834); and the systems too call
/// their reports automatic, so that alone does not tell.
fn comes_from_a_mail_system(head: &Fields<'_>) -> bool {
    let is_automatic = head.all("Auto-Submitted").any(|text| !text.trim().eq_ignore_ascii_case("no"));
    head.first("X-Failed-Recipients").is_some()
        || is_from(head, "mailer-daemon")
        || !is_automatic && is_from(head, "postmaster")
}

/// Whether `From` is somebody's address, at whatever domain; or at none, as a server writes to itself.
fn is_from(head: &Fields<'_>, who: &str) -> bool {
    head.all("From").any(|text| {
        let words = text.split(|sign: char| sign.is_whitespace() || "<>\"(),;:".contains(sign));
        let mut locals = words.filter_map(|word| match word.split_once('@') {
            Some((local, _)) => Some(local),
            None => (!text.contains('@')).then_some(word),
        });
        locals.any(|local| local.eq_ignore_ascii_case(who))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAEMON: &str = "From: Mail Delivery System <Mailer-Daemon@mx.example.net>\n";
    const GONE: &str = "550 5.1.1 User unknown";

    fn says(head: &str, text: &str) -> Option<Meaning> {
        let mail = format!("{head}To: bounces+abc@samleng.example\n\n{text}\n");
        judged(&Mail::read(mail.as_bytes())).map(|(meaning, _)| meaning)
    }

    #[test]
    fn a_mail_system_is_believed_that_nobody_is_there() {
        for head in [
            DAEMON,
            "From: MAILER-DAEMON@mx.example.net (Mail Delivery Subsystem)\nAuto-Submitted: auto-replied\n",
            "From: MAILER-DAEMON (Mail Delivery System)\n",
            "From: postmaster@mx.example.net\nAuto-Submitted: no\n",
            "From: system@mx.example.net\nX-Failed-Recipients: dara@example.org\nAuto-Submitted: auto-replied\n",
        ] {
            assert_eq!(says(head, GONE), Some(Meaning::Hard), "{head}");
            assert_eq!(says(head, "450 4.2.2 full"), Some(Meaning::Soft), "{head}");
        }
    }

    #[test]
    fn words_in_html_are_read_and_its_marks_are_not() {
        let html = |body: &str| format!("{DAEMON}Content-Type: text/html\n\n{body}");
        let means = |body: &str| judged(&Mail::read(html(body).as_bytes())).map(|(meaning, _)| meaning);
        assert_eq!(means("<p>550 <b>5.1.1</b> gone</p>"), Some(Meaning::Hard));
        assert_eq!(means("<p class=\"5.1.1\">gone</p><style>a{5.1.1}</style>"), None);
    }

    #[test]
    fn other_words_are_put_aside() {
        for text in ["", "It failed.", "550 5.7.1 blocked", "5.1.8 bad sender", "from 5.1.1.1 by 5.1"] {
            assert_eq!(says(DAEMON, text), None, "{text}");
        }
    }

    #[test]
    fn people_and_their_programs_are_not_believed() {
        for head in [
            "",
            "From: Dara <dara@example.org>\n",
            "From: \"mailer-daemon\" <dara@example.org>\n",
            "From: postmaster@example.org\nAuto-Submitted: auto-replied (vacation)\n",
            "From: postmaster@example.org\nPrecedence: AUTO_REPLY\n",
            "From: postmaster@example.org\nX-Autoreply: yes\n",
            "From: postmaster@example.org\nx-autorespond: holiday\n",
        ] {
            assert_eq!(says(head, GONE), None, "{head}");
        }
    }
}
