//! Time and chance, handed in: rules and stores never ask the system, so that a test can move the clock.

use std::sync::{Arc, OnceLock};

use jiff::{SignedDuration, Timestamp};

/// The environment variable that sets the clock of a program under test: an instant such as `2026-11-25T05:00:00Z`, from which
/// the program's time runs on when it starts. Only debug builds read it.
pub const VARIABLE: &str = "SAMLENG_CLOCK";

/// Where the time comes from.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// The machine's clock; in debug builds moved by [`VARIABLE`].
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system for the time")]
    pub fn system() -> Self {
        match offset_under_test() {
            SignedDuration::ZERO => Self(Arc::new(Timestamp::now)),
            offset => Self(Arc::new(move || Timestamp::now().saturating_add(offset).unwrap_or(Timestamp::MAX))),
        }
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

/// How far [`VARIABLE`] moves the machine's clock: the same for the whole life of the process.
#[expect(clippy::disallowed_methods, reason = "belongs to the one place that asks the system for the time")]
fn offset_under_test() -> SignedDuration {
    static OFFSET: OnceLock<SignedDuration> = OnceLock::new();
    *OFFSET.get_or_init(|| {
        let set = if cfg!(debug_assertions) { std::env::var(VARIABLE).ok() } else { None };
        set.and_then(|set| set.parse().ok())
            .map_or(SignedDuration::ZERO, |set: Timestamp| set.duration_since(Timestamp::now()))
    })
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
