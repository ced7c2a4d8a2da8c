//! What a writer makes of a model letter: which points, in which order and wording, their own sentence, and who they are.
//!
//! The same code makes the letter here and in the browser.

use serde::{Deserialize, Serialize};

use super::{WriterName, letter::Letter};
use crate::words::Refusal;

/// The longest sentence of one's own, in characters.
pub const LONGEST_OWN: usize = 3_000;

/// The texts of a letter, up to what its writer adds. As a prop it is a list of texts, as other props are: each kind of prop
/// costs wasm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Parts {
    /// Mail addresses of those it goes to, with commas between.
    pub to: String,
    /// Mail addresses of those who get a copy, with commas between.
    pub cc: String,
    /// The subject: one line.
    pub subject: String,
    /// From the salutation to the asks.
    pub before: String,
    /// The closing and the farewell.
    pub after: String,
    /// The talking points, each in all its wordings.
    pub points: Vec<Vec<String>>,
}

/// Stands between the wordings of a point in the list; no text of an alert holds control characters.
const BETWEEN_WORDINGS: char = '\u{1f}';

impl From<Vec<String>> for Parts {
    fn from(list: Vec<String>) -> Self {
        let mut list = list.into_iter();
        let mut next = || list.next().unwrap_or_default();
        let (to, cc, subject, before, after) = (next(), next(), next(), next(), next());
        let points = list.map(|point| point.split(BETWEEN_WORDINGS).map(str::to_owned).collect()).collect();
        Self { to, cc, subject, before, after, points }
    }
}

impl From<Parts> for Vec<String> {
    fn from(parts: Parts) -> Self {
        let points = parts.points.into_iter().map(|wordings| wordings.join(&BETWEEN_WORDINGS.to_string()));
        [parts.to, parts.cc, parts.subject, parts.before, parts.after].into_iter().chain(points).collect()
    }
}

/// What a writer chose and typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// What orders the points for whoever does not, and chooses their wordings. Random; it says nothing of the writer.
    pub seed: u32,
    /// The points in the writer's order; empty where the seed orders them.
    pub order: Vec<usize>,
    /// The points that the writer would not make.
    pub left_out: Vec<usize>,
    /// The writer's own words; may be empty.
    pub own: String,
    /// The writer's name.
    pub name: String,
    /// Where the writer lives; may be empty.
    pub city: String,
}

/// Numbers with commas between, as forms and drafts hold them.
pub fn numbers(text: &str) -> Vec<usize> {
    text.split(',').filter_map(|number| number.parse().ok()).collect()
}

/// The opposite of [`numbers`].
pub fn with_commas(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(",")
}

impl Choices {
    /// Every one of so many points once, in the order of this letter; those that are left out too.
    pub fn places(&self, points: usize) -> Vec<usize> {
        if self.order.is_empty() {
            return shuffled(self.seed, points);
        }
        let mut places: Vec<usize> = Vec::with_capacity(points);
        for point in self.order.iter().copied().chain(0..points) {
            if point < points && !places.contains(&point) {
                places.push(point);
            }
        }
        places
    }

    /// Which of a point's wordings this letter has.
    pub fn wording(&self, point: usize, wordings: usize) -> usize {
        let mut random = Random::of(self.seed, 1 + point as u64);
        random.below(wordings.max(1))
    }

    /// Whether the letter makes a point.
    pub fn makes(&self, point: usize) -> bool {
        !self.left_out.contains(&point)
    }

    /// Moves a point one place up (towards the beginning) or down; from then on the order is the writer's.
    pub fn step(&mut self, points: usize, point: usize, up: bool) {
        let mut places = self.places(points);
        if let Some(at) = places.iter().position(|place| *place == point) {
            let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|next| *next < points) };
            if let Some(other) = other {
                places.swap(at, other);
            }
        }
        self.order = places;
    }

    /// Puts a point where another stands.
    pub fn put(&mut self, points: usize, point: usize, where_is: usize) {
        let mut places = self.places(points);
        if let (Some(from), Some(to)) =
            (places.iter().position(|place| *place == point), places.iter().position(|place| *place == where_is))
        {
            let point = places.remove(from);
            places.insert(to, point);
        }
        self.order = places;
    }

    /// The own words as they go out: no signs that a reader can't see, one kind of line break, no space around.
    pub fn own_words(&self) -> String {
        let text = self.own.replace("\r\n", "\n").replace('\r', "\n");
        let kept: String = text.chars().filter(|sign| *sign == '\n' || !is_hidden(*sign)).collect();
        kept.trim().to_owned()
    }

    /// Everything that must be mended before the letter can go out.
    pub fn refusals(&self) -> Vec<Refusal> {
        let name = self.name.parse::<WriterName>().err();
        let city = (!self.city.trim().is_empty() && self.city.parse::<WriterName>().is_err())
            .then_some(Refusal::CityUnreadable);
        let own = (self.own_words().chars().count() > LONGEST_OWN).then_some(Refusal::OwnTooLong);
        [own, name, city].into_iter().flatten().collect()
    }
}

impl Parts {
    /// A number that another text or another recipient changes.
    pub fn fingerprint(&self) -> u32 {
        let texts = [&self.to, &self.cc, &self.subject, &self.before, &self.after];
        hash(texts.into_iter().chain(self.points.iter().flatten()).flat_map(|text| text.bytes()))
    }

    /// The letter with everything that its writer chose.
    pub fn letter(&self, choices: &Choices) -> Letter {
        let points = choices.places(self.points.len()).into_iter().filter(|point| choices.makes(*point));
        let points = points.filter_map(|point| {
            let wordings = self.points.get(point)?;
            wordings.get(choices.wording(point, wordings.len())).map(String::as_str)
        });
        let own = choices.own_words();
        let parts: Vec<&str> = std::iter::once(self.before.as_str())
            .chain(points)
            .chain([own.as_str(), self.after.as_str()])
            .filter(|part| !part.is_empty())
            .collect();
        let mut body = parts.join("\n\n");
        for line in [choices.name.trim(), choices.city.trim()].into_iter().filter(|line| !line.is_empty()) {
            body.push('\n');
            body.push_str(line);
        }
        Letter { to: self.to.clone(), cc: self.cc.clone(), subject: self.subject.clone(), body }
    }
}

/// A number that another text changes (FNV-1a, 32 bits). Nothing secret hangs on it.
pub fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Control characters, and signs that turn the direction of what stands after them.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// All numbers below `count`, each order as likely as any other (Fisher and Yates).
fn shuffled(seed: u32, count: usize) -> Vec<usize> {
    let mut random = Random::of(seed, 0);
    let mut all: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        all.swap(last, random.below(last + 1));
    }
    all
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere. Nothing secret hangs on it.
struct Random(u64);

impl Random {
    fn of(seed: u32, stream: u64) -> Self {
        Self((u64::from(seed) << 32) ^ stream.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which is far below 2^32: the bias is too.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samleng_test_support::property::cases;

    use super::*;

    fn parts(points: usize) -> Parts {
        Parts {
            to: "a@b.example".to_owned(),
            cc: String::new(),
            subject: "S".to_owned(),
            before: "Dear,".to_owned(),
            points: (0..points).map(|point| vec![format!("One of {point}."), format!("Other of {point}.")]).collect(),
            after: "Yours,".to_owned(),
        }
    }

    #[test]
    fn a_letter_is_its_parts_in_the_writers_order_then_their_own_words_and_their_name() {
        let choices = Choices {
            order: vec![2, 0, 1],
            left_out: vec![0],
            own: " My aunt lives there.\r\nI saw it. ".to_owned(),
            name: " Sok Dara ".to_owned(),
            city: "Lyon".to_owned(),
            ..Choices::default()
        };
        let body = parts(3).letter(&choices).body;
        let lines: Vec<&str> = body.split("\n\n").collect();
        assert_eq!(lines.len(), 5);
        assert!(lines[1].ends_with("of 2.") && lines[2].ends_with("of 1."), "{body}");
        assert_eq!(lines[3], "My aunt lives there.\nI saw it.");
        assert_eq!(lines[4], "Yours,\nSok Dara\nLyon");
    }

    #[test]
    fn parts_come_back_from_their_list() {
        let parts = parts(3);
        assert_eq!(Parts::from(Vec::from(parts.clone())), parts);
    }

    #[test]
    fn a_point_moves_one_place_and_stops_at_both_ends() {
        let mut choices = Choices { order: vec![0, 1, 2], ..Choices::default() };
        choices.step(3, 2, true);
        assert_eq!(choices.order, [0, 2, 1]);
        choices.step(3, 0, true);
        assert_eq!(choices.order, [0, 2, 1]);
        choices.step(3, 1, false);
        assert_eq!(choices.order, [0, 2, 1]);
        choices.put(3, 0, 1);
        assert_eq!(choices.order, [2, 1, 0]);
        choices.put(3, 0, 2);
        assert_eq!(choices.order, [0, 2, 1]);
    }

    #[test]
    fn a_forged_order_is_every_point_once() {
        let choices = Choices { order: vec![9, 1, 1, usize::MAX], ..Choices::default() };
        assert_eq!(choices.places(3), [1, 0, 2]);
    }

    #[test]
    fn writers_who_choose_nothing_send_different_letters() {
        let parts = parts(4);
        let letter = |seed| parts.letter(&Choices { seed, name: "Sok".to_owned(), ..Choices::default() }).body;
        let all: Vec<String> = (0..2_000_u32).map(|seed| letter(seed.wrapping_mul(2_654_435_761))).collect();
        let (mut same, mut pairs) = (0, 0);
        for (place, one) in all.iter().enumerate() {
            for other in all.iter().skip(place + 1).step_by(20) {
                pairs += 1;
                same += usize::from(one == other);
            }
        }
        assert!(pairs >= 99_000 && same * 100 <= pairs, "{same} of {pairs}");
        assert_eq!(letter(7), letter(7));
    }

    #[test]
    fn own_words_lose_what_nobody_sees_and_keep_their_lines() {
        let choices = Choices { own: "\u{202e}a\u{0}b\rc\u{feff}\n\n.\n".to_owned(), ..Choices::default() };
        assert_eq!(choices.own_words(), "ab\nc\n\n.");
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let bad = Choices {
            own: "x".repeat(LONGEST_OWN + 1),
            name: String::new(),
            city: "a\nb".to_owned(),
            ..Choices::default()
        };
        assert_eq!(bad.refusals(), [Refusal::OwnTooLong, Refusal::NameMissing, Refusal::CityUnreadable]);
        let good = Choices { name: "Sok".to_owned(), ..Choices::default() };
        assert_eq!(good.refusals(), []);
    }

    proptest! {
        #![proptest_config(cases(256))]
        #[test]
        fn every_seed_gives_every_point_once(seed: u32, points in 0_usize..9) {
            let mut places = Choices { seed, ..Choices::default() }.places(points);
            places.sort_unstable();
            prop_assert_eq!(places, (0..points).collect::<Vec<_>>());
        }
    }
}
