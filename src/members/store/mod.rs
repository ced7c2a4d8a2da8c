//! The SQL of members, of how they come in, and of what they did.

pub mod acts;
pub mod codes;
pub mod passkeys;
pub mod people;
pub mod sign_ins;
