//! Links that carry a letter into a mail program: `mailto:`, and the two web mails that most members use.

use super::{
    letter::Letter,
    mailto::{self, mailto},
};

/// What opens a letter, and how long an address it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The device's own mail program, where no limit is known: phones, tablets, Linux, Mac. The whole letter is tried.
    Own,
    /// The mail program of a Windows computer.
    OwnOnWindows,
    /// Gmail in the browser.
    Gmail,
    /// Outlook in the browser.
    Outlook,
}

impl Program {
    /// The longest address that is known to arrive, in characters. Limits belong to programs, not to us:
    ///
    /// | program | limit | source |
    /// |---|---|---|
    /// | Windows, from any browser | 2,046 | measured in <https://superruub.wordpress.com/2013/05/30/mailto-protocol-character-limit/>; Mozilla bug 161357; <https://github.com/ucam-department-of-psychiatry/camcops/issues/180> |
    /// | Gmail | 6,000 | failed at 6,410: <https://github.com/defund12/defund12.org/issues/893> |
    /// | Outlook | 30,000 | arrived at 31,145: <https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs/issues/19> |
    pub fn longest(self) -> usize {
        match self {
            Self::Own => usize::MAX,
            Self::OwnOnWindows => 2_046,
            Self::Gmail => 6_000,
            Self::Outlook => 30_000,
        }
    }

    /// The link with the whole letter.
    fn whole(self, letter: &Letter) -> String {
        match self {
            Self::Own | Self::OwnOnWindows => mailto(letter),
            Self::Gmail => {
                let names = ["to", "cc", "su", "body"];
                with_fields("https://mail.google.com/mail/?view=cm&fs=1", names, letter)
            }
            Self::Outlook => {
                let names = ["to", "cc", "subject", "body"];
                with_fields("https://outlook.live.com/mail/0/deeplink/compose?popoutv2=1", names, letter)
            }
        }
    }

    /// The link, and whether the whole letter is in it. One that is too long has all but the text, which is then pasted.
    pub fn link(self, letter: &Letter) -> (String, bool) {
        let whole = self.whole(letter);
        if whole.len() <= self.longest() {
            return (whole, true);
        }
        (self.whole(&Letter { body: String::new(), ..letter.clone() }), false)
    }
}

fn with_fields(base: &str, names: [&str; 4], letter: &Letter) -> String {
    let mut link = base.to_owned();
    let body = letter.body.replace('\n', "\r\n");
    for (name, value) in names.into_iter().zip([&letter.to, &letter.cc, &letter.subject, &body]) {
        if !value.is_empty() {
            link.push('&');
            link.push_str(name);
            link.push('=');
            mailto::push_encoded(&mut link, value);
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(body: &str) -> Letter {
        Letter {
            to: "a@b.example,c@d.example".to_owned(),
            cc: "e@f.example".to_owned(),
            subject: "50% & more".to_owned(),
            body: body.to_owned(),
        }
    }

    fn fields(link: &str) -> Vec<(String, String)> {
        let (_, query) = link.split_once('?').unwrap();
        let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned();
        query
            .split('&')
            .map(|field| field.split_once('=').unwrap())
            .map(|(name, value)| (decode(name), decode(value)))
            .collect()
    }

    #[test]
    fn a_web_mail_gets_the_letter_as_it_is() {
        for (program, subject) in [(Program::Gmail, "su"), (Program::Outlook, "subject")] {
            let (link, whole) = program.link(&letter("ក & ខ\n+1=2#?"));
            let fields = fields(&link);
            let field = |name: &str| {
                fields.iter().filter(|(found, _)| found == name).map(|(_, value)| value.as_str()).collect::<Vec<_>>()
            };
            assert!(whole);
            assert_eq!(field("to"), ["a@b.example,c@d.example"]);
            assert_eq!(field("cc"), ["e@f.example"]);
            assert_eq!(field(subject), ["50% & more"]);
            assert_eq!(field("body"), ["ក & ខ\r\n+1=2#?"]);
        }
    }

    #[test]
    fn a_link_that_is_too_long_has_all_but_the_text() {
        let long = letter(&"ក".repeat(300));
        assert!(Program::Own.link(&long).1);
        let (link, whole) = Program::OwnOnWindows.link(&long);
        assert!(!whole && link.ends_with("&body=") && link.len() < 2_046, "{link}");
        assert!(Program::Gmail.link(&long).1);
        assert!(!Program::Gmail.link(&letter(&"ក".repeat(700))).1);
    }
}
