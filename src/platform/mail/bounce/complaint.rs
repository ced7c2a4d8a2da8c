//! What a reader's mail program says of a mail (ARF, RFC 5965).

use super::{
    Meaning,
    parts::{Content, Fields, Mail},
};

/// What a reader thought of our mail; nothing where the mail is no such report.
pub fn judged(mail: &Mail<'_>) -> Option<Meaning> {
    let kinds = mail.each(Content::Feedback).map(|report| {
        let (fields, _) = Fields::read(report);
        fields.first("Feedback-Type").map(str::to_ascii_lowercase)
    });
    kinds.map(|kind| meaning(kind.as_deref())).next()
}

fn meaning(kind: Option<&str>) -> Meaning {
    match kind {
        // Who did not say what they report may have reported anything. What a signature is worth (RFC 6591) no reader said.
        None | Some("not-spam" | "auth-failure") => Meaning::Aside,
        // Kinds that nobody knows are complaints (RFC 5965, section 3.1).
        Some(_) => Meaning::Complaint,
    }
}

/// From which addresses the reported mails were sent.
pub fn senders(mail: &Mail<'_>) -> impl Iterator<Item = String> {
    mail.each(Content::Feedback)
        .filter_map(|report| Fields::read(report).0.first("Original-Mail-From").map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_reader_calls_unwanted_is_a_complaint() {
        for (fields, meaning) in [
            ("Feedback-Type: abuse", Meaning::Complaint),
            ("User-Agent: a\r\nfeedback-TYPE:  Fraud \r\n", Meaning::Complaint),
            ("Feedback-Type: other", Meaning::Complaint),
            ("Feedback-Type: something-new", Meaning::Complaint),
            ("Feedback-Type: not-spam", Meaning::Aside),
            ("Feedback-Type: Not-Spam", Meaning::Aside),
            ("Feedback-Type: auth-failure", Meaning::Aside),
            ("Version: 1", Meaning::Aside),
            ("", Meaning::Aside),
        ] {
            let mail = format!("Content-Type: message/feedback-report\r\n\r\n{fields}");
            assert_eq!(judged(&Mail::read(mail.as_bytes())), Some(meaning), "{fields}");
        }
        assert_eq!(judged(&Mail::read(b"Feedback-Type: abuse\r\n\r\nabuse")), None);
    }
}
