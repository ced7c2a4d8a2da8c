//! Stand-in.
use super::transcript::Line;
pub struct Read { pub lines: Vec<Line>, pub troubles: Vec<String> }
pub fn read(_: &str) -> Read { Read { lines: Vec::new(), troubles: Vec::new() } }
