//! Codes to write down at joining: each opens the account once, for whoever lost the passkey and gave no address.

use sha2::{Digest, Sha256};

use super::sign_in::digit;
use crate::platform::clock::{hexadecimal, random_key};

/// How many there are.
pub const COUNT: usize = 8;

/// Hexadecimal digits of each: 80 bits, which nobody guesses.
const DIGITS: usize = 20;

/// How they stand in groups.
const GROUP: usize = 5;

/// New codes.
pub fn new_codes() -> Vec<String> {
    (0..COUNT).map(|_| grouped(&random_key()[..DIGITS])).collect()
}

fn grouped(digits: &str) -> String {
    let groups: Vec<String> =
        digits.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join("-")
}

/// What the table keeps of a code, however it was typed; nothing where it is none.
pub fn hash(typed: &str) -> Option<String> {
    let kept = typed.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '\u{200b}'..='\u{200d}'));
    let digits: String = kept.map(|sign| digit(sign).unwrap_or_else(|| sign.to_ascii_lowercase())).collect();
    let good = digits.len() == DIGITS && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    good.then(|| hexadecimal(&Sha256::digest(digits.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let codes = new_codes();
        assert_eq!(codes.len(), COUNT);
        let code = &codes[0];
        assert_eq!(code.len(), DIGITS + 3);
        let stored = hash(code);
        assert!(stored.is_some());
        assert_eq!(hash(&code.to_uppercase().replace('-', " ")), stored);
        let khmer: String = code
            .chars()
            .map(|sign| sign.to_digit(10).map_or(sign, |digit| char::from_u32(u32::from('០') + digit).unwrap()))
            .collect();
        assert_eq!(hash(&khmer), stored);
        assert_ne!(hash(&codes[1]), stored);
        for bad in ["", "abc", &code[1..], &format!("{code}0"), &code.replace('-', "g")] {
            assert_eq!(hash(bad), None, "{bad}");
        }
    }
}
