//! Links and codes that sign in. Neither is stored: both follow from a random number in the database and the instance's secret, which
//! lies apart from it; who has only one of the two can make neither.

use crate::platform::secret::Secret;

/// For how many minutes a link and its code are good.
pub const MINUTES: i64 = 20;

/// After so many wrong codes the link is dead too.
pub const TRIES: i64 = 5;

/// So many wrong codes for one address in a day; after that its mails carry links only, until the next day. Of a million codes
/// somebody who guesses tries 15 a day, and the owner goes on by the links.
pub const TRIES_A_DAY: i64 = 15;

/// So many mails go to an address in a day as they are asked for.
pub const MAILS_A_DAY: i64 = 10;

/// After that one in so many minutes, so that whoever asks in somebody's name neither floods nor locks out: whichever mail came last,
/// its link signs its owner in.
pub const MINUTES_BETWEEN: i64 = 10;

/// For what links are signed.
const LINK: &str = "sign-in";

/// For what codes are.
const CODE: &str = "sign-in code";

/// The part of a link that signs in.
pub fn token(secret: &Secret, link: &str) -> String {
    secret.signed(LINK, link)
}

/// What a link follows from, where we signed it.
pub fn link_of<'a>(secret: &Secret, token: &'a str) -> Option<&'a str> {
    secret.opened(LINK, token)
}

/// The code: six digits of ASCII in one run, so that they can be copied and filled in wherever they go.
pub fn code(secret: &Secret, link: &str) -> String {
    // 64 bits modulo a million favour no code by more than one in 10^13.
    let number = u64::from_str_radix(&secret.sign(CODE, link)[..16], 16).unwrap_or_default() % 1_000_000;
    format!("{number:06}")
}

/// A code as it was typed, also in Khmer digits and with spaces or hyphens in it.
pub fn read_code(typed: &str) -> Option<String> {
    let kept = typed.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '\u{200b}'..='\u{200d}'));
    let digits: Option<String> = kept.map(digit).collect();
    digits.filter(|digits| digits.len() == 6)
}

/// A digit of ASCII or Khmer.
pub fn digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' => Some(sign),
        '០'..='៩' => char::from_digit(u32::from(sign) - u32::from('០'), 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_typed_in_khmer_digits_and_with_spaces() {
        for typed in ["012345", " 012 345 ", "០១២៣៤៥", "០១២\u{200b}345", "012-345"] {
            assert_eq!(read_code(typed).as_deref(), Some("012345"), "{typed}");
        }
        for bad in ["", "12345", "1234567", "12345a", "១២៣៤៥", "๐๑๒๓๔๕", "-12345"] {
            assert_eq!(read_code(bad), None, "{bad}");
        }
    }

    #[test]
    fn each_link_has_its_code_and_another_instance_has_others() {
        let (ours, theirs) = (Secret::of(b"one"), Secret::of(b"two"));
        let id = "0123456789abcdef01234567";
        assert_eq!(code(&ours, id), code(&ours, id));
        assert_eq!(code(&ours, id).len(), 6);
        assert_ne!(code(&ours, id), code(&theirs, id));
        assert_ne!(code(&ours, id), code(&ours, "0123456789abcdef01234568"));
        assert_eq!(link_of(&ours, &token(&ours, id)), Some(id));
        assert_eq!(link_of(&theirs, &token(&ours, id)), None);
    }
}
