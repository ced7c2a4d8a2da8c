//! Links that open the reader's mail program (RFC 6068).

use std::fmt::Write;

use super::letter::Letter;

/// One link for the whole group: To with commas, Cc, subject and body. Line breaks are `%0D%0A` (RFC 6068, 5); whatever is not
/// unreserved is percent-encoded, so that nothing typed becomes a header or an address.
pub fn mailto(letter: &Letter) -> String {
    let mut link = String::from("mailto:");
    push_addresses(&mut link, &letter.to);
    let mut between = '?';
    if !letter.cc.is_empty() {
        link.push_str("?cc=");
        push_addresses(&mut link, &letter.cc);
        between = '&';
    }
    link.push(between);
    link.push_str("subject=");
    push_encoded(&mut link, &letter.subject);
    link.push_str("&body=");
    push_encoded(&mut link, &letter.body.replace('\n', "\r\n"));
    link
}

fn push_addresses(link: &mut String, addresses: &str) {
    for (place, address) in addresses.split(',').enumerate() {
        if place > 0 {
            link.push(',');
        }
        match address.rsplit_once('@') {
            Some((local, domain)) => {
                push_encoded(link, local);
                link.push('@');
                push_encoded(link, domain);
            }
            None => push_encoded(link, address),
        }
    }
}

/// Percent-encodes everything but RFC 3986's unreserved characters.
pub(super) fn push_encoded(link: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            link.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(link, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samleng_test_support::property::cases;

    use super::*;

    /// A decoder after the RFC's grammar, which knows nothing of the encoder.
    fn decoded(link: &str) -> Letter {
        let rest = link.strip_prefix("mailto:").unwrap();
        let (to, headers) = rest.split_once('?').unwrap();
        let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned();
        let mut letter = Letter { to: decode(to), cc: String::new(), subject: String::new(), body: String::new() };
        let mut seen = Vec::new();
        for header in headers.split('&') {
            let (name, value) = header.split_once('=').unwrap();
            assert!(!seen.contains(&name), "{name} stands twice");
            seen.push(name);
            match name {
                "cc" => letter.cc = decode(value),
                "subject" => letter.subject = decode(value),
                "body" => letter.body = decode(value).replace("\r\n", "\n"),
                other => panic!("a header that nobody asked for: {other}"),
            }
        }
        letter
    }

    fn example(subject: &str, body: &str) -> Letter {
        Letter {
            to: "a+b@c.example,d&e@f.example".to_owned(),
            cc: "100%@g.example".to_owned(),
            subject: subject.to_owned(),
            body: body.to_owned(),
        }
    }

    #[test]
    fn a_link_is_written_as_the_rfc_says() {
        let letter = Letter {
            to: "a@b.example,c@d.example".to_owned(),
            cc: String::new(),
            subject: "50% & more".to_owned(),
            body: "One\nTwo".to_owned(),
        };
        assert_eq!(mailto(&letter), "mailto:a@b.example,c@d.example?subject=50%25%20%26%20more&body=One%0D%0ATwo");
    }

    #[test]
    fn khmer_and_the_signs_of_the_grammar_come_back_as_they_were() {
        let letter = example("បញ្ឈប់ការបណ្ដេញ & 100% + \"?\"#", "ខ្ញុំ\n\n&cc=x@y.example\n+ % ' “”");
        assert_eq!(decoded(&mailto(&letter)), letter);
    }

    proptest! {
        #![proptest_config(cases(10_000))]
        #[test]
        fn every_link_decodes_to_its_letter(subject in "[^\r\n]{0,80}", body in "[^\r]{0,200}") {
            let letter = example(&subject, &body);
            prop_assert_eq!(decoded(&mailto(&letter)), letter);
        }
    }
}
