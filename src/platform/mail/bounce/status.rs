//! Enhanced statuses (RFC 3463), and what a server's refusal means with one and without.

use std::fmt;

use super::Meaning;

/// An enhanced status: class, subject and detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    class: u8,
    subject: u8,
    detail: u16,
}

impl Status {
    /// The statuses that stand in a text, in its order. An IP address and a version `v5.1.1` are none.
    pub fn all(text: &str) -> impl Iterator<Item = Self> {
        let words = text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.');
        words.filter_map(|word| Self::parse(word.trim_matches('.')))
    }

    fn parse(word: &str) -> Option<Self> {
        let mut numbers = word.split('.');
        let mut next = |longest| numbers.next().filter(|number| number.len() <= longest);
        let class = next(1)?.parse().ok().filter(|class| matches!(class, 2 | 4 | 5))?;
        let subject = next(1)?.parse().ok()?;
        let detail = next(3)?.parse().ok()?;
        numbers.next().is_none().then_some(Self { class, subject, detail })
    }

    /// What it means for the address.
    pub fn meaning(self) -> Meaning {
        match (self.class, self.subject, self.detail) {
            (2, ..) => Meaning::Aside,
            (4, ..) => Meaning::Soft,
            // Mailbox full, system full, not delivered in time.
            (_, 2, 2) | (_, 3, 1) | (_, 4, 7) => Meaning::Soft,
            // It is our own address that displeases.
            (_, 1, 7 | 8) => Meaning::Policy,
            // Too large: for the mailbox, for the system.
            (_, 2, 3) | (_, 3, 4) => Meaning::Policy,
            // Content; security and policy.
            (_, 6 | 7, _) => Meaning::Policy,
            _ => Meaning::Hard,
        }
    }

    /// Whether it says no more than that the mail was refused for good, X.0.0 in RFC 3463: servers write it for want of any reason.
    pub fn is_undefined(self) -> bool {
        self.class == 5 && self.subject == 0
    }

    /// Whether it says to try again.
    pub fn is_for_now(self) -> bool {
        self.class == 4
    }

    /// Whether it is that there is no such address.
    pub fn is_no_such_address(self) -> bool {
        self.subject == 1 && self.meaning() == Meaning::Hard
    }
}

impl fmt::Display for Status {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// What an SMTP server's refusal means: its code (RFC 5321) and its text, with an enhanced status (RFC 3463) where it says one.
pub fn refusal(code: u16, text: &str) -> Meaning {
    // "Try again" counts more than a status that contradicts it.
    if code < 500 {
        return Meaning::Soft;
    }
    let says = Status::all(text).find(|status| status.class != 2 && !status.is_undefined());
    match (says, code) {
        (Some(status), _) => status.meaning(),
        (None, 552) => Meaning::Soft,
        (None, 550 | 551 | 553) if says_that_nobody_is_there(text) => Meaning::Hard,
        (None, _) => Meaning::Policy,
    }
}

/// What servers write where there is no such mailbox.
const NOBODY_THERE: [&str; 12] = [
    "user unknown",
    "unknown user",
    "no such user",
    "user not found",
    "recipient unknown",
    "unknown recipient",
    "no such recipient",
    "recipient not found",
    "mailbox unknown",
    "unknown mailbox",
    "no such mailbox",
    "mailbox not found",
];

/// What they may say of other things too.
const NOT_THERE: [&str; 2] = ["does not exist", "doesn't exist"];

/// Those other things: names of the server that sends.
const OTHER_THINGS: [&str; 7] = ["helo", "ehlo", "host", "dns", "ptr", "record", "reverse"];

fn says_that_nobody_is_there(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    // Any word can stand in an address.
    let words: Vec<&str> = text.split_ascii_whitespace().filter(|word| !word.contains('@')).collect();
    let is_any_of = |names: &[&str]| {
        let bare = words.iter().flat_map(|word| word.split(|sign: char| !sign.is_ascii_alphanumeric()));
        bare.into_iter().any(|word| names.contains(&word))
    };
    let text = words.join(" ");
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    // A server may ask ours whether the sender is there, and repeat the answer.
    !is_any_of(&["sender"])
        && (has(&NOBODY_THERE)
            || has(&NOT_THERE) && !is_any_of(&OTHER_THINGS)
            || stand_in_order(&text, ["recipient", "rejected", "unknown"]))
}

fn stand_in_order<const COUNT: usize>(text: &str, words: [&str; COUNT]) -> bool {
    words.iter().try_fold(text, |text, word| text.split_once(word).map(|(_, rest)| rest)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statuses(text: &str) -> Vec<String> {
        Status::all(text).map(|status| status.to_string()).collect()
    }

    #[test]
    fn statuses_are_found_wherever_they_stand() {
        assert_eq!(
            statuses("550-5.1.1 No.\r\n550 5.1.10 (#5.7.705). 4.4.316:2.0.0"),
            ["5.1.1", "5.1.10", "5.7.705", "4.4.316", "2.0.0"]
        );
    }

    #[test]
    fn what_looks_like_a_status_is_none() {
        for text in
            ["5.1.1.1", "192.0.2.10", "v5.1.1", "5.1.1rc", "3.1.1", "5.1", "5..1", "5.1.", "4.12.2026", "៥.១.១", ""]
        {
            assert!(statuses(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn each_status_has_its_meaning() {
        for (meaning, text) in [
            (Meaning::Hard, "5.0.0 5.1.0 5.1.1 5.1.2 5.1.6 5.1.10 5.2.1 5.3.0 5.4.1 5.4.4 5.5.0"),
            (Meaning::Soft, "4.0.0 4.1.1 4.2.2 4.4.1 4.4.7 4.7.1 5.2.2 5.3.1 5.4.7"),
            (Meaning::Policy, "5.1.7 5.1.8 5.2.3 5.3.4 5.6.0 5.7.0 5.7.1 5.7.26 5.7.705"),
            (Meaning::Aside, "2.0.0 2.1.5"),
        ] {
            for status in Status::all(text) {
                assert_eq!(status.meaning(), meaning, "{status}");
            }
        }
    }

    #[test]
    fn a_refusal_with_a_status_means_what_the_status_means() {
        assert_eq!(refusal(550, "5.1.1 <dara@example.org>: no"), Meaning::Hard);
        assert_eq!(refusal(452, "4.2.2 The mailbox is full"), Meaning::Soft);
        assert_eq!(refusal(550, "5.7.1 user unknown to our policy"), Meaning::Policy);
        assert_eq!(refusal(552, "5.3.4 too large"), Meaning::Policy);
        assert_eq!(refusal(554, "permanent error (554): 5.2.2 quota"), Meaning::Soft);
        assert_eq!(refusal(450, "5.1.1 not now"), Meaning::Soft, "the code says to try again");
    }

    #[test]
    fn a_refusal_without_a_status_is_hard_only_if_it_says_that_nobody_is_there() {
        for text in [
            "User unknown",
            "<dara@sender.example>: No such user on this host",
            "mailbox does not exist",
            "Recipient address rejected: address unknown in the table",
            "5.0.0 unknown recipient",
        ] {
            assert_eq!(refusal(550, text), Meaning::Hard, "{text}");
            assert_eq!(refusal(450, text), Meaning::Soft, "{text}");
            assert_eq!(refusal(554, text), Meaning::Policy, "{text}");
        }
        for text in ["", "mailbox unavailable", "blocked, see https://192.0.2.1/", "5.0.0 no", "unknown reason"] {
            assert_eq!(refusal(550, text), Meaning::Policy, "{text}");
        }
    }

    #[test]
    fn that_something_of_ours_does_not_exist_is_no_fault_of_the_reader() {
        for text in
            ["Sender address rejected: domain does not exist", "PTR record does not exist", "HELO: unknown host"]
        {
            assert_eq!(refusal(550, text), Meaning::Policy, "{text}");
        }
    }

    #[test]
    fn a_code_alone_says_little() {
        for (code, meaning) in [
            (421, Meaning::Soft),
            (450, Meaning::Soft),
            (452, Meaning::Soft),
            (500, Meaning::Policy),
            (550, Meaning::Policy),
            (552, Meaning::Soft),
            (554, Meaning::Policy),
        ] {
            assert_eq!(refusal(code, "no"), meaning, "{code}");
        }
    }
}
