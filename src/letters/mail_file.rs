//! A letter as a mail file, to be opened and sent by a mail program on a computer (RFC 5322, 2045 to 2047).

use super::letter::Letter;

/// Lines end with CRLF, and every byte is ASCII. `X-Unsent: 1` opens it in Outlook as a draft.
///
/// `base64` encodes bytes (RFC 4648, 4); the browser and the server have it each from elsewhere.
pub fn mail_file(letter: &Letter, base64: impl Fn(&[u8]) -> String) -> String {
    let mut file = String::from("X-Unsent: 1\r\n");
    push_addresses(&mut file, "To", &letter.to);
    push_addresses(&mut file, "Cc", &letter.cc);
    file.push_str("Subject:");
    for word in words(&letter.subject) {
        file.push_str(" =?UTF-8?B?");
        file.push_str(&base64(word.as_bytes()));
        file.push_str("?=\r\n");
    }
    file.push_str(
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
    );
    let body = base64(letter.body.replace('\n', "\r\n").as_bytes());
    // RFC 2045, 6.8: at most 76 characters in a line.
    for line in body.as_bytes().chunks(76) {
        file.extend(line.iter().map(|byte| char::from(*byte)));
        file.push_str("\r\n");
    }
    file
}

/// One address a line, folded. They were parsed as addresses before, so nothing in them ends a line.
fn push_addresses(file: &mut String, name: &str, addresses: &str) {
    if addresses.is_empty() {
        return;
    }
    file.push_str(name);
    file.push_str(": ");
    file.push_str(&addresses.replace(',', ",\r\n "));
    file.push_str("\r\n");
}

/// RFC 2047: a line with such words has at most 76 characters, "Subject: " and 12 for a word's marks among them, and a word
/// holds whole characters only. 39 bytes are 52 characters of base64.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for sign in text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }) {
        match words.last_mut() {
            Some(word) if word.len() + sign.len_utf8() <= 39 => word.push(sign),
            _ => words.push(sign.to_string()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use mail_parser::{Address, MessageParser};
    use proptest::prelude::*;
    use samleng_test_support::property::cases;

    use super::*;

    fn addresses(list: Option<&Address<'_>>) -> String {
        let list = list.into_iter().flat_map(Address::iter).filter_map(mail_parser::Addr::address);
        list.collect::<Vec<_>>().join(",")
    }

    fn letter(subject: &str, body: &str) -> Letter {
        Letter {
            to: "a@b.example,c@d.example".to_owned(),
            cc: "e@f.example".to_owned(),
            subject: subject.to_owned(),
            body: body.to_owned(),
        }
    }

    /// By a parser that is not ours; the headers besides, by their names.
    fn read(file: &str) -> (Letter, Vec<String>) {
        let message = MessageParser::default().parse(file.as_bytes()).unwrap();
        let letter = Letter {
            to: addresses(message.to()),
            cc: addresses(message.cc()),
            subject: message.subject().unwrap_or_default().to_owned(),
            body: message.body_text(0).unwrap_or_default().replace("\r\n", "\n"),
        };
        (letter, message.headers().iter().map(|header| header.name().to_owned()).collect())
    }

    #[test]
    fn a_khmer_letter_comes_back_and_its_file_is_ascii() {
        let letter = letter("គ្រួសារចំនួន ១៨៤ នៅអង្គរ ត្រូវបង្គាប់ឱ្យចាកចេញ Bróna Ñuñez", "សូមគោរព\n\n.\n..\nFrom here\nសុខ តារា");
        let file = mail_file(&letter, |bytes| STANDARD.encode(bytes));
        assert!(file.is_ascii() && file.lines().all(|line| line.len() <= 76), "{file}");
        assert_eq!(read(&file).0, letter);
    }

    proptest! {
        #![proptest_config(cases(10_000))]
        #[test]
        fn every_file_is_read_as_its_letter_and_nothing_typed_becomes_a_header(subject in "[^\\p{C}\\p{Z}]([^\\p{Cc}\u{2028}\u{2029}]{0,80}[^\\p{C}\\p{Z}])?", body in "[^\r\u{0}]{1,200}") {
            let letter = letter(&subject, &body);
            let (found, headers) = read(&mail_file(&letter, |bytes| STANDARD.encode(bytes)));
            prop_assert_eq!(found, letter);
            prop_assert_eq!(headers, ["X-Unsent", "To", "Cc", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"]);
        }
    }
}
