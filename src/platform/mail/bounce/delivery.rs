//! What a report on a delivery says (RFC 3464): a block of fields for the mail, then one for each of its recipients.

use super::{
    Meaning,
    parts::{Content, Fields, Mail},
    status::{Status, refusal},
};

/// How many blocks are read. A mail of ours has one recipient, so its report has two.
const MOST_BLOCKS: usize = 100;

/// What the report means; nothing where it tells of no recipient. The worst counts, since a mail of ours goes to one person: where
/// several are named, they are where that address leads.
pub fn judged(mail: &Mail<'_>) -> Option<(Meaning, Option<Status>)> {
    let recipients = mail.each(Content::Delivery).flat_map(blocks);
    recipients.filter_map(|fields| recipient(&fields)).reduce(|a, b| if weight(b.0) > weight(a.0) { b } else { a })
}

/// By what servers can be told to name a mail of ours in their reports (RFC 3461, section 4.4).
pub fn envelope_ids(mail: &Mail<'_>) -> impl Iterator<Item = String> {
    let blocks = mail.each(Content::Delivery).flat_map(blocks);
    blocks.filter_map(|fields| fields.first("Original-Envelope-Id").map(str::to_owned))
}

/// The blocks of fields, which empty lines part.
fn blocks(report: &[u8]) -> impl Iterator<Item = Fields<'_>> {
    let mut rest = report;
    let blocks = std::iter::from_fn(move || {
        let (fields, after) = (!rest.is_empty()).then(|| Fields::read(rest))?;
        rest = after;
        Some(fields)
    });
    blocks.take(MOST_BLOCKS)
}

fn weight(meaning: Meaning) -> u8 {
    match meaning {
        Meaning::Aside => 0,
        Meaning::Soft => 1,
        Meaning::Policy => 2,
        Meaning::Hard => 3,
        // No delivery is one.
        Meaning::Complaint => 4,
    }
}

/// How a recipient fared.
fn recipient(fields: &Fields<'_>) -> Option<(Meaning, Option<Status>)> {
    let action =
        fields.first("Action").and_then(|text| text.split_ascii_whitespace().next()).map(str::to_ascii_lowercase);
    let status = fields.first("Status").and_then(|text| Status::all(text).next());
    match action.as_deref() {
        Some("delivered" | "relayed" | "expanded") => Some((Meaning::Aside, status)),
        Some("delayed") => Some((Meaning::Soft, status)),
        None if status.is_none() => None,
        Some(_) | None => Some(failed(status, fields.first("Diagnostic-Code"))),
    }
}

/// Why it failed. The server's own words help where the status tells nothing: a relay that was answered "550 blocked" writes 5.0.0,
/// which must not count against the address.
fn failed(status: Option<Status>, diagnostic: Option<&str>) -> (Meaning, Option<Status>) {
    match status {
        Some(status) if !status.is_undefined() => (status.meaning(), Some(status)),
        _ => diagnostic
            .and_then(diagnosed)
            .map(|(meaning, said)| (meaning, said.or(status)))
            .unwrap_or((status.map_or(Meaning::Soft, Status::meaning), status)),
    }
}

/// What a diagnostic means, `smtp; 550 5.1.1 User unknown`.
fn diagnosed(text: &str) -> Option<(Meaning, Option<Status>)> {
    let (_, says) = text.split_once(';')?;
    let says = says.trim();
    let code = says.get(..3).and_then(|code| code.parse().ok()).filter(|code| (400..600).contains(code));
    let status = Status::all(says).find(|status| !status.is_undefined());
    let meaning = match code {
        Some(code) => refusal(code, says),
        None => status?.meaning(),
    };
    Some((meaning, status))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(recipients: &str) -> Option<(Meaning, Option<String>)> {
        let mail =
            format!("Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n{recipients}");
        judged(&Mail::read(mail.as_bytes())).map(|(meaning, status)| (meaning, status.map(|status| status.to_string())))
    }

    #[track_caller]
    fn means(recipients: &str, meaning: Meaning, status: &str) {
        let status = Some(status.to_owned()).filter(|status| !status.is_empty());
        assert_eq!(report(recipients), Some((meaning, status)), "{recipients}");
    }

    #[test]
    fn action_and_class_decide() {
        means("Action: failed\nStatus: 5.1.1", Meaning::Hard, "5.1.1");
        means("Action: failed\nStatus: 5.4.4 (host not found)", Meaning::Hard, "5.4.4");
        means("Action: failed\nStatus: 5.7.1", Meaning::Policy, "5.7.1");
        means("Action: failed\nStatus: 5.2.2", Meaning::Soft, "5.2.2");
        means("Action: failed\nStatus: 4.2.2", Meaning::Soft, "4.2.2");
        means("Action: delayed\nStatus: 4.4.1", Meaning::Soft, "4.4.1");
        means("Action: delayed\nStatus: 5.1.1", Meaning::Soft, "5.1.1");
        for action in ["delivered", "relayed", "expanded"] {
            means(&format!("Action: {action}\nStatus: 2.1.5"), Meaning::Aside, "2.1.5");
        }
    }

    #[test]
    fn fields_may_be_written_in_odd_ways() {
        means("ACTION:\n Failed (gone)\nsTaTuS :5.1.1", Meaning::Hard, "5.1.1");
        means("\n\n\nstatus: 5.1.1\r\n\r\n", Meaning::Hard, "5.1.1");
        means("Action: gone\nStatus: 5.1.1\nStatus: 4.1.1", Meaning::Hard, "5.1.1");
    }

    #[test]
    fn of_several_recipients_the_worst_counts() {
        let fared = [("delivered", "2.0.0"), ("failed", "4.2.2"), ("failed", "5.7.1"), ("failed", "5.1.1")];
        let fared = fared.map(|(action, status)| format!("Action: {action}\nStatus: {status}\n\n"));
        for (worst, meaning, status) in [
            (0, Meaning::Aside, "2.0.0"),
            (1, Meaning::Soft, "4.2.2"),
            (2, Meaning::Policy, "5.7.1"),
            (3, Meaning::Hard, "5.1.1"),
        ] {
            means(&fared[..=worst].concat(), meaning, status);
            means(&fared[..=worst].iter().rev().map(String::as_str).collect::<String>(), meaning, status);
        }
    }

    #[test]
    fn where_the_status_tells_nothing_the_diagnostic_does() {
        let failed = |rest: &str| format!("Action: failed\n{rest}");
        means(&failed("Status: 5.0.0\nDiagnostic-Code: smtp; 550 User unknown"), Meaning::Hard, "5.0.0");
        means(&failed("Status: 5.0.0\nDiagnostic-Code: smtp; 550 blocked"), Meaning::Policy, "5.0.0");
        means(
            &failed("Status: 5.0.0\nDiagnostic-Code: smtp;\n 550-5.7.26 no\n 550 5.1.1 x"),
            Meaning::Policy,
            "5.7.26",
        );
        means(&failed("Status: 5.0.0\nDiagnostic-Code: X-Unix; 67"), Meaning::Hard, "5.0.0");
        means(&failed("Status: 5.0.0"), Meaning::Hard, "5.0.0");
        means(&failed("Diagnostic-Code: smtp; 550 5.1.1 no"), Meaning::Hard, "5.1.1");
        means(&failed("Diagnostic-Code: x; 5.2.2"), Meaning::Soft, "5.2.2");
        means(&failed("Status: none"), Meaning::Soft, "");
        means(&failed("Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.7.1 no"), Meaning::Hard, "5.1.1");
    }

    #[test]
    fn a_report_on_nobody_says_nothing() {
        assert_eq!(report(""), None);
        assert_eq!(report("Final-Recipient: rfc822; dara@example.org"), None);
    }
}
