//! The composer's elements: read when it wakes, and moved as the letter changes. The HTML is the server's.

use crate::{
    letters::{
        choices::{Choices, Parts, numbers},
        letter::Letter,
        links::Program,
    },
    platform::browser,
};

/// What the form holds when the island wakes: typed before that, or sent and drawn again by the server, which then gave it a
/// seed.
pub(super) fn read(points: usize) -> Choices {
    let text = |id: &str| browser::value_of(id).unwrap_or_default();
    Choices {
        seed: text("seed").parse().unwrap_or_default(),
        order: numbers(&text("order")),
        left_out: (0..points).filter(|point| browser::checked(&format!("use-{point}")) == Some(false)).collect(),
        own: text("own"),
        name: text("name"),
        city: text("city"),
    }
}

/// Puts what was kept into the fields.
pub(super) fn fill(choices: &Choices) {
    for (id, text) in [("own", &choices.own), ("name", &choices.name), ("city", &choices.city)] {
        browser::set_value(id, text);
    }
}

/// Draws the points: which, in which order, in which wording.
pub(super) fn draw_points(parts: &Parts, choices: &Choices) {
    for point in choices.places(parts.points.len()) {
        browser::append("letter-points", &format!("point-{point}"));
        browser::append("choices", &format!("choice-{point}"));
        browser::set_hidden(&format!("point-{point}"), !choices.makes(point));
        browser::set_checked(&format!("use-{point}"), choices.makes(point));
        let wordings = parts.points.get(point).map_or(0, Vec::len);
        for wording in 0..wordings {
            browser::set_hidden(&format!("point-{point}-{wording}"), wording != choices.wording(point, wordings));
        }
    }
}

/// Draws what was typed, and the letter wherever it stands whole.
pub(super) fn draw_letter(letter: &Letter, choices: &Choices, program: Program) {
    browser::set_text("letter-own", &choices.own_words());
    browser::set_text("letter-name", &choices.name);
    browser::set_text("letter-city", choices.city.trim());
    browser::set_attribute("open-mail", "href", &program.link(letter).0);
    browser::set_value("copy-letter", &letter.body);
}

/// Marks the letter's sentences as ours, or takes the marks away.
pub(super) fn draw_ours(marked: bool) {
    browser::set_attribute("letter", "class", if marked { "letter letter--compared" } else { "letter" });
}

/// Draws the letter on paper.
pub(super) fn draw_papers(letter: &Letter, choices: &Choices) {
    let city = choices.city.trim();
    let place = if city.is_empty() { String::new() } else { format!("{city}, ") };
    for (class, text) in [
        (".paper__name", choices.name.trim()),
        (".paper__city", city),
        (".paper__place", place.as_str()),
        (".paper__body", letter.body.as_str()),
    ] {
        browser::set_texts(class, text);
    }
}
