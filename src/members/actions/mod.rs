//! What members do, and stewards with them. Each asks again what the guard before its address asked.

pub mod asking;
pub mod changing;
pub mod entering;
pub mod leaving;
pub mod people;
