//! What the composer's form sends without JavaScript: everything chosen and typed, and which button was pressed.

use serde::Deserialize;

use super::{
    ALL_LETTERS, SentForm,
    choices::{Choices, numbers},
};
use crate::words::NotA;

/// A form's fields as they came: each once, but for the points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Vec<(String, String)>")]
pub struct Fields(Vec<(String, String)>);

impl TryFrom<Vec<(String, String)>> for Fields {
    type Error = NotA;

    fn try_from(fields: Vec<(String, String)>) -> Result<Self, NotA> {
        let twice = |(place, (name, _)): (usize, &(String, String))| {
            name != POINT && fields[..place].iter().any(|(before, _)| before == name)
        };
        if fields.iter().enumerate().any(twice) { Err(NotA("form of ours")) } else { Ok(Self(fields)) }
    }
}

impl Fields {
    fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value.as_str())
    }

    /// The numbers of the points that are ticked.
    fn points(&self) -> Vec<usize> {
        self.0.iter().filter(|(name, _)| name == POINT).filter_map(|(_, value)| value.parse().ok()).collect()
    }
}

/// The field that comes once for each point that the letter makes.
const POINT: &str = "point";

/// The composer's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteForm {
    /// What was chosen and typed.
    pub choices: Choices,
    /// What was pressed.
    pub act: Act,
}

/// What a button of the composer's form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The letter with its ways.
    Make,
    /// A point one place up or down.
    Move {
        /// The point.
        point: usize,
        /// Towards the beginning.
        up: bool,
    },
    /// The form again, with everything as it was.
    Change,
    /// The letter with what of it is wholly ours.
    Compare,
    /// The letter as a mail file.
    MailFile,
    /// The letter on paper.
    Print,
}

impl WriteForm {
    /// Reads the form. `seed` is used where the form has none yet; a form without an order makes every point.
    pub fn read(fields: &Fields, seed: u32) -> Self {
        let field = |name: &str| fields.get(name);
        let known = field("seed").parse::<u32>().ok();
        let order = numbers(field("order"));
        let ticked = fields.points();
        let left_out = order.iter().copied().filter(|point| !ticked.contains(point)).collect();
        let act = Act::read(field("act"));
        // The page that everybody gets stands in the order of the alert. Who has moved nothing in it sends the seed's.
        let untouched = known.is_none() && !matches!(act, Act::Move { .. });
        let choices = Choices {
            seed: known.unwrap_or(seed),
            order: if untouched { Vec::new() } else { order },
            left_out,
            own: field("own").to_owned(),
            name: field("name").to_owned(),
            city: field("city").to_owned(),
        };
        Self { choices, act }
    }
}

impl Act {
    fn read(text: &str) -> Self {
        let moved = |up: bool| move |point: &str| point.parse().ok().map(|point| Self::Move { point, up });
        match text {
            "change" => Self::Change,
            "compare" => Self::Compare,
            "mail-file" => Self::MailFile,
            "print" => Self::Print,
            _ => text
                .strip_prefix("up-")
                .and_then(moved(true))
                .or_else(|| text.strip_prefix("down-").and_then(moved(false)))
                .unwrap_or(Self::Make),
        }
    }
}

impl SentForm {
    /// Reads "I sent it" from a bare form, whose token is in a cookie.
    pub fn read(fields: &Fields, token: String) -> Self {
        let field = |name: &str| fields.get(name).to_owned();
        // The second button of the form has a name of its own: the number of the letter stands in the form already.
        let letter = if field(ALL_LETTERS).is_empty() { field("letter") } else { ALL_LETTERS.to_owned() };
        Self { key: field("key"), letter, token, name: field("name") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(fields: &[(&str, &str)]) -> Result<Fields, NotA> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>().try_into()
    }

    fn read(given: &[(&str, &str)]) -> WriteForm {
        WriteForm::read(&fields(given).unwrap(), 7)
    }

    #[test]
    fn a_field_that_comes_twice_is_no_form_of_ours() {
        assert!(fields(&[("name", "Sok"), ("name", "Dara")]).is_err());
        assert!(fields(&[("point", "1"), ("point", "1"), ("name", "Dara")]).is_ok());
    }

    #[test]
    fn a_bare_name_makes_every_point_in_the_seeds_order() {
        let form = read(&[("name", "Sok")]);
        assert_eq!(form.choices, Choices { seed: 7, name: "Sok".to_owned(), ..Choices::default() });
        assert_eq!(form.act, Act::Make);
    }

    #[test]
    fn what_was_not_ticked_is_left_out_and_a_point_that_comes_twice_counts_once() {
        let form = read(&[("seed", "3"), ("order", "2,0,1"), ("point", "1"), ("point", "1"), ("point", "x")]);
        assert_eq!((form.choices.seed, form.choices.order, form.choices.left_out), (3, vec![2, 0, 1], vec![2, 0]));
    }

    #[test]
    fn the_order_of_the_page_for_everybody_is_nobodys_choice_until_something_is_moved() {
        assert_eq!(
            read(&[("seed", ""), ("order", "0,1"), ("point", "0"), ("point", "1")]).choices.order,
            Vec::<usize>::new()
        );
        let moved = read(&[("seed", ""), ("order", "0,1"), ("point", "0"), ("point", "1"), ("act", "up-1")]);
        assert_eq!(moved.choices.order, [0, 1]);
        assert_eq!(moved.act, Act::Move { point: 1, up: true });
    }

    #[test]
    fn an_unknown_button_makes_the_letter() {
        for (text, act) in
            [("", Act::Make), ("up-", Act::Make), ("down-x", Act::Make), ("print", Act::Print), ("change", Act::Change)]
        {
            assert_eq!(read(&[("act", text)]).act, act, "{text}");
        }
    }
}
