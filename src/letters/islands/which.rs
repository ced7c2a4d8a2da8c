//! Which letter a composer is for.

use serde::{Deserialize, Serialize};

use crate::words::{Language, NotA, Slug};

/// Which letter the composer is for. As a prop it is a list of texts, as other props are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Which(
    /// The page's language.
    pub Language,
    /// The alert.
    pub Slug,
    /// The number of the model letter.
    pub usize,
    /// The language that it goes out in.
    pub Language,
);

impl TryFrom<Vec<String>> for Which {
    type Error = NotA;

    fn try_from(list: Vec<String>) -> Result<Self, NotA> {
        let [language, alert, letter, goes_out] = list.try_into().map_err(|_| NotA("letter"))?;
        Ok(Self(language.parse()?, alert.parse()?, letter.parse().map_err(|_| NotA("letter"))?, goes_out.parse()?))
    }
}

impl From<Which> for Vec<String> {
    fn from(Which(language, alert, letter, goes_out): Which) -> Self {
        vec![language.to_string(), alert.to_string(), letter.to_string(), goes_out.to_string()]
    }
}
