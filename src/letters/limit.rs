//! How much of what is reported about letters counts from one network.

use crate::platform::limit::Limit;

/// What an island tells counts so many times as often as sent reports: a letter may be prepared by several ways.
const TOLD_FOR_ONE_SENT: u32 = 5;

/// Reports of letters on paper that are taken from one network within an hour: a coordinator reads each of them.
const ON_PAPER: u32 = 10;

/// The limits of all that is reported about letters.
pub struct Limits {
    /// Of sent reports.
    pub sent: Limit,
    /// Of what islands tell.
    pub told: Limit,
    /// Of reports of letters on paper.
    pub on_paper: Limit,
    /// Of mails with a link to confirm.
    pub confirmations: Limit,
}

impl Limits {
    /// At most so many sent reports from one network count within an hour, and so many mails leave; the others follow.
    pub fn new(sent_reports_an_hour: u32, confirmations_an_hour: u32) -> Self {
        Self {
            sent: Limit::new(sent_reports_an_hour),
            told: Limit::new(sent_reports_an_hour.saturating_mul(TOLD_FOR_ONE_SENT)),
            on_paper: Limit::new(ON_PAPER),
            confirmations: Limit::new(confirmations_an_hour),
        }
    }
}
