//! The texts that an island says, as one prop: a list, since every named field would cost bytes of wasm.

use serde::{Deserialize, Serialize};

/// Texts from `locales/`, asked for by an enum whose order is that of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said(Vec<String>);

impl Said {
    /// The texts, each with what asks for it, in the order of the enum.
    pub fn of<W: Into<usize>, const N: usize>(texts: [(W, String); N]) -> Self {
        let mut list = vec![String::new(); N];
        for (what, text) in texts {
            if let Some(place) = list.get_mut(what.into()) {
                *place = text;
            }
        }
        Self(list)
    }

    /// The text.
    pub fn get(&self, what: impl Into<usize>) -> &str {
        self.0.get(what.into()).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_place_and_a_missing_one_is_empty() {
        let said = Said::of([(1_usize, "one".to_owned()), (0, "nought".to_owned())]);
        assert_eq!((said.get(0_usize), said.get(1_usize), said.get(2_usize)), ("nought", "one", ""));
    }
}
