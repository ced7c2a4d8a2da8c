//! The SQL of outreach.

pub mod announcements;
pub mod deliveries;
pub mod subscribers;
pub mod suppressions;
