//! Time and chance, handed in: rules and stores never ask the system, so that a test can move the clock.

use std::sync::Arc;

use jiff::Timestamp;

/// Where the time comes from.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The machine's clock.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system for the time")]
    pub fn system() -> Self {
        Self(Arc::new(Timestamp::now))
    }

    /// A clock that somebody else moves.
    pub fn of(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

/// 128 random bits as 32 hexadecimal digits: an id, a form key, a salt.
///
/// # Panics
/// When the operating system gives no randomness, as nothing safe can be done then.
#[expect(clippy::disallowed_methods, reason = "the one place that asks the system for randomness")]
#[expect(clippy::expect_used, reason = "without randomness no key is safe")]
pub fn random_key() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    hexadecimal(&bytes)
}

/// A short random id: 96 bits as 24 hexadecimal digits, so that with its signature it fits into an address.
///
/// # Panics
/// As [`random_key`].
pub fn short_id() -> String {
    random_key()[..24].to_owned()
}

/// 32 random bits.
///
/// # Panics
/// As [`random_key`].
pub fn random_number() -> u32 {
    u32::from_str_radix(&random_key()[..8], 16).unwrap_or_default()
}

/// Bytes as lower-case hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
