//! What comes back after mails were sent: reports on their delivery, complaints, answers in somebody's absence; and what a server's
//! refusal means. Nothing is looked up and nothing is changed here. Any bytes can be read; what is not understood is put aside.

mod complaint;
mod delivery;
mod named;
mod parts;
mod plain;
mod status;

use self::{parts::Mail, status::Status};

pub use self::status::refusal;

/// What a mail that came back, or a server's refusal, means for the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The address is not there, for good: nothing more is sent to it.
    Hard,
    /// It did not arrive this time (mailbox full, server away, delayed).
    Soft,
    /// The server does not want our mail (policy, content, size): the operator must look, nobody is suppressed.
    Policy,
    /// The reader called it unwanted (ARF, RFC 5965).
    Complaint,
    /// Nothing of that: a holiday reply, a report that all is well, a "not spam" report, an ordinary mail.
    Aside,
}

/// A report: what it means, and the identifiers that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What it means for the address.
    pub meaning: Meaning,
    /// What may be an identifier of ours, in small letters, first what is most to be trusted. Anybody can write any of them.
    pub named: Vec<String>,
    /// The enhanced status that decided, such as `5.1.1`.
    pub status: Option<String>,
}

/// Reads a mail from the bounce folder. Never panics, whatever the bytes.
pub fn read(mail: &[u8]) -> Report {
    let mail = Mail::read(mail);
    let (meaning, status) = judged(&mail).unwrap_or((Meaning::Aside, None));
    Report { meaning, named: named::all(&mail), status: status.map(|status| status.to_string()) }
}

/// What is made for machines is asked before words are.
fn judged(mail: &Mail<'_>) -> Option<(Meaning, Option<Status>)> {
    let complaint = complaint::judged(mail).map(|meaning| (meaning, None));
    complaint.or_else(|| delivery::judged(mail)).or_else(|| plain::judged(mail))
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::Index};
    use samleng_test_support::property::cases;

    use super::*;

    const HOLIDAYS: [&[u8]; 3] = [
        include_bytes!("../../../../tests/bounces/M12.eml"),
        include_bytes!("../../../../tests/bounces/M12b.eml"),
        include_bytes!("../../../../tests/bounces/M12c.eml"),
    ];
    const NO_SUCH_HOST: &[u8] = include_bytes!("../../../../tests/bounces/M13.eml");
    const DELAYED: &[u8] = include_bytes!("../../../../tests/bounces/M13b.eml");
    const ODD_PROVIDER: &[u8] = include_bytes!("../../../../tests/bounces/M14.eml");
    const NOT_SPAM: &[u8] = include_bytes!("../../../../tests/bounces/M17.eml");

    /// A case as it arrives: sent to Dara, and come back to us.
    fn filled(mail: &[u8]) -> String {
        String::from_utf8(mail.to_vec())
            .unwrap()
            .replace("{{RECIPIENT}}", "dara+news@example.org")
            .replace("{{BOUNCE_ADDRESS}}", "bounces+Returned1@samleng.example")
            .replace("{{COMPLAINT_ADDRESS}}", "complaints@samleng.example")
            .replace("{{MESSAGE_ID}}", "<Sent1@samleng.example>")
    }

    #[track_caller]
    fn is(mail: &str, meaning: Meaning, named: &[&str], status: Option<&str>) {
        let named = named.iter().map(|name| (*name).to_owned()).collect();
        let expected = Report { meaning, named, status: status.map(str::to_owned) };
        assert_eq!(read(mail.as_bytes()), expected);
        assert_eq!(read(mail.replace("\r\n", "\n").as_bytes()), expected, "with short line ends");
    }

    #[test]
    fn holiday_replies_are_put_aside() {
        for (mail, named) in HOLIDAYS.into_iter().zip([&["returned1"][..], &["returned1"], &[]]) {
            is(&filled(mail), Meaning::Aside, named, None);
        }
    }

    #[test]
    fn a_status_that_nobody_listed_is_judged_by_its_class() {
        is(&filled(NO_SUCH_HOST), Meaning::Hard, &["returned1", "sent1"], Some("5.4.4"));
    }

    #[test]
    fn a_delay_is_soft() {
        is(&filled(DELAYED), Meaning::Soft, &["returned1", "sent1"], Some("4.4.1"));
    }

    #[test]
    fn a_report_that_names_another_address_is_known_by_ours() {
        is(&filled(ODD_PROVIDER), Meaning::Hard, &["returned1", "sent1"], Some("5.1.10"));
        let elsewhere = filled(ODD_PROVIDER).replace("bounces+Returned1@", "bounces@");
        is(&elsewhere, Meaning::Hard, &["sent1"], Some("5.1.10"));
    }

    #[test]
    fn that_a_mail_was_no_spam_is_no_complaint() {
        is(&filled(NOT_SPAM), Meaning::Aside, &["sent1", "returned1"], None);
    }

    #[test]
    fn that_a_mail_was_spam_is_a_complaint() {
        let abuse = filled(NOT_SPAM).replace("Feedback-Type: not-spam", "Feedback-Type: abuse");
        is(&abuse, Meaning::Complaint, &["sent1", "returned1"], None);
    }

    #[test]
    fn a_report_whose_status_cannot_be_read_is_judged_by_its_words() {
        let report = filled(NO_SUCH_HOST).replace("Action: failed", "").replace("Status: 5.4.4", "");
        is(&report, Meaning::Aside, &["returned1", "sent1"], None);
        let report = report.replace("does not exist.", "is not there: 550 5.1.2");
        is(&report, Meaning::Hard, &["returned1", "sent1"], Some("5.1.2"));
    }

    #[test]
    fn a_report_in_a_mail_that_somebody_forwards_is_not_counted() {
        let forwarded = "To: bounces+a@samleng.example\r\nContent-Type: multipart/mixed; boundary=f\r\n\r\n--f\r\n";
        let forwarded = format!("{forwarded}Content-Type: message/rfc822\r\n\r\n{}--f--\r\n", filled(NO_SUCH_HOST));
        assert_eq!(read(forwarded.as_bytes()).meaning, Meaning::Aside);
    }

    #[test]
    fn a_report_within_other_multiparts_is_understood() {
        let mut mail = filled(NO_SUCH_HOST);
        for level in 0..5 {
            let to = "To: bounces+returned1@samleng.example\r\nContent-Type: multipart/mixed; boundary=";
            mail = format!("{to}w{level}\r\n\r\n--w{level}\r\n{mail}\r\n--w{level}--\r\n");
        }
        is(&mail, Meaning::Hard, &["returned1", "sent1"], Some("5.4.4"));
    }

    #[test]
    fn nothing_is_put_aside() {
        for mail in ["", "\n", "\r\n\r\n", ":", "Content-Type:", "Content-Type: multipart/report; boundary"] {
            assert_eq!(
                read(mail.as_bytes()),
                Report { meaning: Meaning::Aside, named: vec![], status: None },
                "{mail:?}"
            );
        }
    }

    /// Every case, with holes: lines are lost, doubled, cut, and bytes are others.
    fn damaged(mail: &[u8], damages: &[(Index, u8, u8)]) -> Vec<u8> {
        let filled = filled(mail);
        let mut lines: Vec<Vec<u8>> = filled.split_inclusive('\n').map(|line| line.as_bytes().to_vec()).collect();
        for (at, kind, byte) in damages {
            let at = at.index(lines.len());
            match kind % 5 {
                0 => lines[at].clear(),
                1 => lines[at] = [lines[at].clone(), lines[at].clone()].concat(),
                2 => lines.truncate(at.max(1)),
                3 => lines[at].push(*byte),
                _ => lines[at].iter_mut().step_by(7).for_each(|old| *old = *byte),
            }
        }
        lines.concat()
    }

    proptest! {
        #![proptest_config(cases(2_000))]

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
            read(&bytes);
        }

        #[test]
        fn any_signs_that_mean_something_are_read(
            words in prop::collection::vec(prop::sample::select(vec![
                "Content-Type:", "multipart/report", "message/rfc822", "message/delivery-status", ";", "boundary", "=", "b", "\"",
                "--b", "--", "\r\n", "\n", " ", "\t", "(", ")", "\\", "text/html", "text/plain", "<", ">", "&", "base64",
                "Content-Transfer-Encoding:", "quoted-printable", "*0", "*1*", "'", "utf-8", "%", "=3D", "+", "@", "To:",
                "Status: 5.1.1", "Action: failed", "From: mailer-daemon@a", "\0", "\u{e9}", "5.", "1", "<!--", "-->", "<p",
            ]), 0..80)
        ) {
            read(words.concat().as_bytes());
        }

        #[test]
        fn damaged_reports_are_read_and_good_news_never_turns_bad(
            mail in prop::sample::select([&HOLIDAYS[..], &[NO_SUCH_HOST, DELAYED, ODD_PROVIDER, NOT_SPAM]].concat()),
            damages in prop::collection::vec(any::<(Index, u8, u8)>(), 0..6),
        ) {
            let report = read(&damaged(mail, &damages));
            if HOLIDAYS.contains(&mail) {
                prop_assert_eq!(report.meaning, Meaning::Aside);
            }
        }
    }
}
