//! The blocks of a caption file, divided by blank lines, and the cues in them.

use std::collections::HashSet;

use super::{
    spoken::{Part, Spoken, spoken},
    timing::{ARROW, times},
    trouble::{Trouble, TroubleKind},
};
use crate::forums::transcript::Line;

/// A day of speech has about as many.
const MOST_LINES: usize = 20_000;

/// How many characters a line may have; two minutes of speech.
const LONGEST_LINE: usize = 2_000;

/// What was read so far.
#[derive(Default)]
pub struct Reading {
    /// The lines, in the order of the file.
    pub lines: Vec<Line>,
    /// What is wrong.
    pub troubles: Vec<Trouble>,
    /// Every line again. Recordings that are streamed in pieces repeat a cue in each piece that it reaches into; to name those
    /// would hide what is wrong, so they are dropped in silence.
    seen: HashSet<Line>,
    /// When the cue above begins.
    above: u64,
    is_full: bool,
}

impl Reading {
    fn name(&mut self, line: usize, what: TroubleKind) {
        self.troubles.push(Trouble { line, what });
    }

    /// Reads a file, of whose lines each ends with a line feed.
    pub fn of(text: &str) -> Self {
        let lines: Vec<&str> = text.split('\n').collect();
        let mut reading = Self::default();
        let first = lines.iter().position(|line| !is_blank(line)).unwrap_or_default();
        if !is_header(lines[first]) && !is_subrip(&lines[first..]) {
            reading.name(first + 1, TroubleKind::NoHeader);
        }
        let mut number = 1;
        for block in lines.split(|line| is_blank(line)) {
            if !block.is_empty() && !reading.is_full {
                reading.block(number, block);
            }
            number += block.len() + 1;
        }
        reading
    }

    /// What stands between two blank lines, the first of which has this number: a cue, and more where blank lines are missing.
    fn block(&mut self, number: usize, block: &[&str]) {
        let arrows: Vec<usize> = (0..block.len()).filter(|at| block[*at].contains(ARROW)).collect();
        let first = arrows.first().copied();
        match (Heading::of(block[0]), first) {
            // The comment goes on to the next blank line: its author may have put a cue there to hide it.
            (Heading::Comment, first) => {
                if let Some(first) = first {
                    self.name(number + first, TroubleKind::InComment);
                }
                return;
            }
            (Heading::Settings, Some(first)) => self.name_joined(number + first, block[first]),
            (Heading::Settings, None) | (Heading::Cue, Some(0 | 1)) => {}
            (Heading::Cue, _) => self.name(number, TroubleKind::NoTimes),
        }
        let mut is_numbered = first.is_some_and(|first| first > 0 && is_number(block[first - 1]));
        for (index, &arrow) in arrows.iter().enumerate() {
            let next = arrows.get(index + 1).copied();
            let mut text = &block[arrow + 1..next.unwrap_or(block.len())];
            // Where cues have numbers, the last line above the next arrow is that of the next cue.
            is_numbered &= next.is_some() && text.last().is_some_and(|last| is_number(last));
            if is_numbered {
                text = &text[..text.len() - 1];
            }
            if index > 0 {
                self.name_joined(number + arrow, block[arrow]);
            }
            self.cue(number + arrow, block[arrow], &text.join("\n"));
        }
    }

    /// Names a cue that begins in a line where something else has not ended. An arrow without times is named as that alone.
    fn name_joined(&mut self, number: usize, arrow: &str) {
        if times(arrow) != Err(TroubleKind::Unreadable) {
            self.name(number, TroubleKind::NoBlankLine);
        }
    }

    /// The cue whose times stand in the line with this number.
    fn cue(&mut self, number: usize, arrow: &str, text: &str) {
        let (from, until) = match times(arrow) {
            Ok(times) => times,
            Err(why) => return self.name(number, why),
        };
        let Spoken { parts, open_tag } = spoken(text);
        if parts.is_empty() {
            self.name(number, TroubleKind::Empty);
        }
        if open_tag {
            self.name(number, TroubleKind::OpenTag);
        }
        let mut is_late = from < self.above;
        for Part { speaker, text } in parts {
            let line =
                Line { from, until, speaker: speaker.map(|name| self.cut(number, name)), text: self.cut(number, text) };
            if self.seen.contains(&line) {
                continue;
            }
            if self.lines.len() == MOST_LINES {
                self.is_full = true;
                return self.name(number, TroubleKind::TooMany);
            }
            if is_late {
                self.name(number, TroubleKind::OutOfOrder);
            }
            (is_late, self.above) = (false, from);
            self.seen.insert(line.clone());
            self.lines.push(line);
        }
    }

    fn cut(&mut self, number: usize, mut text: String) -> String {
        if let Some((end, _)) = text.char_indices().nth(LONGEST_LINE) {
            self.name(number, TroubleKind::TooLong);
            text.truncate(text[..end].trim_end().len());
        }
        text
    }
}

/// What a block is by its first line.
enum Heading {
    /// The file's header, or STYLE and REGION: how captions look, which a transcript does not tell.
    Settings,
    Comment,
    Cue,
}

impl Heading {
    fn of(line: &str) -> Self {
        let word = line.split([' ', '\t']).next().unwrap_or_default();
        match word {
            // Pieces of a stream that were put together have a header each.
            _ if line.get(..6).is_some_and(|begin| begin.eq_ignore_ascii_case("WEBVTT")) => Self::Settings,
            "STYLE" | "REGION" if line.trim_end() == word => Self::Settings,
            "NOTE" => Self::Comment,
            _ => Self::Cue,
        }
    }
}

fn is_header(line: &str) -> bool {
    line.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// Whether a file without a header needs none: its first cue has a number above its times, or a comma in them.
fn is_subrip(lines: &[&str]) -> bool {
    let has_number = is_number(lines[0]) && lines.get(1).is_some_and(|line| line.contains(ARROW));
    let mut arrows = lines.iter().filter_map(|line| line.split_once(ARROW));
    has_number || arrows.next().is_some_and(|(from, _)| from.contains(','))
}

/// Editors leave spaces in lines that look blank.
fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn is_number(line: &str) -> bool {
    let digits = line.trim();
    !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forums::{
        captions::{Read, read},
        transcript::webvtt,
    };
    use proptest::prelude::*;
    use samleng_test_support::{ends, property::cases};

    /// A file of so many cues, one a second.
    fn cues(count: u64) -> String {
        let lines: Vec<Line> = (0..count)
            .map(|at| Line {
                from: at * 1000,
                until: at * 1000 + 900,
                speaker: Some("Sok & Dara".to_owned()),
                text: format!("What we ask of the ministry, number {at}: <i>land</i> ដី\u{200b}ផ្ទះ"),
            })
            .collect();
        webvtt(&lines)
    }

    #[test]
    fn five_thousand_cues_are_read_to_the_end() {
        let file = cues(5_000);
        // Half a second was seen; what grows with the square would take minutes.
        assert_eq!(ends("5,000 cues", move || read(&file).lines.len()), 5_000);
    }

    #[test]
    fn signs_without_an_end_are_read_to_the_end() {
        for sign in ["<", "<b", "{\\", "&", "<v ", "<script></script>", "<v>", "<rt>", " ", "\u{200b}\n", "a-->\n"] {
            let file = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{}", sign.repeat(200_000 / sign.len()));
            ends(sign, move || read(&file));
        }
    }

    #[test]
    fn what_is_beyond_twenty_thousand_lines_is_named_once() {
        let read = read(&format!("{}\nbroken", cues(20_002)));
        assert_eq!(read.lines.len(), MOST_LINES);
        assert_eq!(read.troubles, [Trouble { line: 3 + 3 * MOST_LINES, what: TroubleKind::TooMany }]);
    }

    #[test]
    fn a_long_line_is_cut_at_a_character() {
        let read = read(&format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{} {}", "ដ".repeat(1_999), "ដ".repeat(9)));
        assert_eq!(read.lines[0].text, "ដ".repeat(1_999));
        assert_eq!(read.troubles, [Trouble { line: 3, what: TroubleKind::TooLong }]);
    }

    fn is_harmful(sign: char) -> bool {
        sign.is_control() || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    }

    /// What holds of everything that is read, whatever it was read from.
    fn is_sound(found: &Read) -> Result<(), TestCaseError> {
        for line in &found.lines {
            prop_assert!(line.from < line.until && line.until <= 360_000_000);
            for text in line.speaker.iter().chain([&line.text]) {
                prop_assert!(!text.is_empty() && text.trim() == text && text.chars().count() <= LONGEST_LINE);
                prop_assert!(!text.contains(is_harmful));
                prop_assert!(!text.contains("  "));
            }
        }
        prop_assert!(found.lines.is_sorted_by_key(|line| line.from));
        prop_assert!(found.troubles.is_sorted_by_key(|trouble| trouble.line));
        prop_assert_eq!(&read(&webvtt(&found.lines)), &Read { lines: found.lines.clone(), troubles: Vec::new() });
        Ok(())
    }

    /// What caption files are made of, whole and broken.
    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            "[0-9]{1,3}:[0-6][0-9]:[0-6][0-9][.,][0-9]{3} ?--> ?[0-9]{2}:[0-9]{2}:[0-9]{2}[.,][0-9]{3}\n",
            "00:0[0-4]\\.[0-9]{3} --> 00:0[5-9]\\.[0-9]{3}( line:0)?\n",
            "<(/|)(v|v\\.x|c\\.x|i|rt|ruby|script|style|svg/onload=x|00:01\\.000)( [a-zក-ឳ&;<]{0,5})?>",
            "&(amp|lt|gt|nbsp|lrm|#[0-9]{1,4}|#x[0-9a-f]{1,4}|x);",
            "[<>{}\\\\&/;#.!0-9 \u{0}-\u{20}\u{7f}-\u{a0}\u{200b}-\u{202f}\u{2066}-\u{2069}\u{feff}]{1,4}",
            "[a-zក-៩]{1,8}",
            prop::sample::select(vec![
                "\n\n", "\n", "\r\n", "\r", "NOTE ", "STYLE\n", "WEBVTT\n", "-->", "{\\an8}", "1\n", "<", "-"
            ])
            .prop_map(str::to_owned),
        ]
    }

    /// Cues whose every `<` begins a tag that ends. Entities are left out: they may become a `<`.
    fn tagged_cue() -> impl Strategy<Value = String> {
        let inside = "(/?[a-z]{1,6}(\\.[a-z]{1,3})?( [^<>&\u{0}\r\n-]{0,12})?|/|[0-9]{2}:[0-9]{2}\\.[0-9]{3}|![a-z]{1,5}|\\?xml)";
        let words = "[^<&\r\n\u{0}-]{0,12}";
        let piece = prop::string::string_regex(&format!("{words}(<{inside}>)")).unwrap();
        prop::collection::vec(piece, 0..12).prop_map(|pieces| format!("00:01.000 --> 00:02.000\na{}", pieces.concat()))
    }

    proptest! {
        #![proptest_config(cases(2_000))]

        #[test]
        fn any_text_is_read_without_harm(text in any::<String>()) {
            is_sound(&read(&text))?;
            is_sound(&read(&format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}")))?;
        }

        #[test]
        fn any_pieces_of_captions_are_read_without_harm(pieces in prop::collection::vec(piece(), 0..25)) {
            is_sound(&read(&pieces.concat()))?;
            is_sound(&read(&format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{}", pieces.concat())))?;
        }

        #[test]
        fn no_tag_is_left_of_a_cue_whose_tags_end(cue in tagged_cue()) {
            let read = read(&cue);
            prop_assert!(read.troubles.iter().all(|trouble| trouble.what != TroubleKind::OpenTag));
            for line in &read.lines {
                prop_assert!(!line.text.contains('<'), "{}", line.text);
            }
        }
    }
}
