//! Codes of an app on the member's phone (TOTP, RFC 6238): a second factor after a mail.

use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::{
    error::Error,
    platform::clock::{hexadecimal, random_key},
};

/// Six digits that change every 30 seconds, by SHA-1: what every app knows. One step early or late is taken, as clocks differ.
fn of(secret: &str) -> Result<Totp, Error> {
    let secret = Secret::try_from_base32(secret).map_err(|error| Error::Failed(error.to_string()))?;
    let built = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1).with_step_duration(30);
    built.with_secret(secret).build().map_err(|error| Error::Failed(error.to_string()))
}

/// A new secret of 160 bits in base32 (RFC 4648), as apps take it.
pub fn new_secret() -> String {
    let digits = format!("{}{}", random_key(), random_key());
    let bytes: Vec<u8> =
        (0..20).filter_map(|place| u8::from_str_radix(&digits[2 * place..2 * place + 2], 16).ok()).collect();
    debug_assert_eq!(hexadecimal(&bytes), digits[..40]);
    Secret::from(bytes).to_base32()
}

/// The address that an app reads from a picture (Key URI Format).
pub fn uri(secret: &str, site: &str, name: &str) -> String {
    let plain =
        |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
    format!("otpauth://totp/{}:{}?secret={secret}&issuer={}", plain(site), plain(name), plain(site))
}

/// The step that a code belongs to, where it is right at that second since 1970.
///
/// # Errors
/// When the stored secret is none.
pub fn step(secret: &str, code: &str, now: i64) -> Result<Option<i64>, Error> {
    let now = u64::try_from(now).unwrap_or_default();
    Ok(of(secret)?.check(code, now).and_then(|step| i64::try_from(step).ok()))
}

/// The code of a second, for tests of whoever has the app.
///
/// # Errors
/// When the secret is none.
pub fn code(secret: &str, now: i64) -> Result<String, Error> {
    Ok(of(secret)?.generate(u64::try_from(now).unwrap_or_default()).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B: "12345678901234567890".
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_standard() {
        for (second, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            assert_eq!(step(SECRET, code, second).unwrap(), Some(second / 30), "{second}");
            assert_eq!(super::code(SECRET, second).unwrap(), code);
        }
    }

    #[test]
    fn a_clock_may_be_off_by_one_step_and_no_more() {
        assert_eq!(step(SECRET, "287082", 59 + 30).unwrap(), Some(1));
        assert_eq!(step(SECRET, "287082", 59 + 60).unwrap(), None);
        assert_eq!(step(SECRET, "287082", 59 + 3600).unwrap(), None);
        for bad in ["", "28708", "2870820", "abcdef"] {
            assert_eq!(step(SECRET, bad, 59).unwrap(), None, "{bad}");
        }
    }

    #[test]
    fn every_new_secret_is_another_and_good() {
        let (first, second) = (new_secret(), new_secret());
        assert_ne!(first, second);
        assert_eq!(first.len(), 32);
        assert!(step(&first, &super::code(&first, 90).unwrap(), 90).unwrap().is_some());
        let uri = uri(&first, "samleng.example", "សុខា & co");
        assert!(uri.starts_with("otpauth://totp/samleng%2Eexample:%E1%9E") && !uri.contains(' '), "{uri}");
    }
}
