//! The transcript of a forum's recording: who said what, and when.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// What one voice says at one time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Line {
    /// When it begins, in milliseconds of the recording.
    pub from: u64,
    /// When it ends, in milliseconds of the recording.
    pub until: u64,
    /// Who speaks, where that is known.
    pub speaker: Option<String>,
    /// What is said: words alone, without markup.
    pub text: String,
}

/// The lines as a WebVTT file (<https://www.w3.org/TR/webvtt1/>), in the order in which they are given. Whatever stands in a
/// line, it begins no tag, no cue and no block of its own there.
pub fn webvtt(lines: &[Line]) -> String {
    let mut file = String::from("WEBVTT\n");
    for line in lines {
        file.push('\n');
        push_time(&mut file, line.from);
        file.push_str(" --> ");
        push_time(&mut file, line.until);
        file.push('\n');
        if let Some(speaker) = &line.speaker {
            file.push_str("<v ");
            push_escaped(&mut file, speaker);
            // A name that ends in dashes would make an arrow with the end of the tag; readers trim it.
            file.push_str(if speaker.ends_with('-') { " >" } else { ">" });
        }
        push_escaped(&mut file, &line.text);
        file.push('\n');
    }
    file
}

fn push_time(file: &mut String, time: u64) {
    let (seconds, rest) = (time / 1000, time % 1000);
    let (minutes, hours) = (seconds / 60 % 60, seconds / 3600);
    // Writing to a text cannot fail.
    let _ = write!(file, "{hours:02}:{minutes:02}:{:02}.{rest:03}", seconds % 60);
}

fn push_escaped(file: &mut String, text: &str) {
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '&' => file.push_str("&amp;"),
            '<' => file.push_str("&lt;"),
            // With this no arrow is left that would begin another cue.
            '>' => file.push_str("&gt;"),
            // A SubRip position, `{\an8}`, which readers of captions leave out.
            '{' if signs.peek() == Some(&'\\') => file.push_str("&#123;"),
            // A line break would let the text end the cue.
            sign if sign.is_control() => file.push(' '),
            sign => file.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forums::captions;
    use proptest::prelude::*;
    use samleng_test_support::property::cases;

    fn line(speaker: Option<&str>, text: &str) -> Line {
        Line { from: 1_000, until: 3_723_004, speaker: speaker.map(str::to_owned), text: text.to_owned() }
    }

    #[test]
    fn a_line_becomes_a_cue_with_its_voice_and_its_signs_escaped() {
        let lines = [line(Some("Sok & Dara"), "Stop <b> --> now"), line(None, "{\\an8}a\n\nb\r1")];
        assert_eq!(
            webvtt(&lines),
            "WEBVTT\n\n00:00:01.000 --> 01:02:03.004\n<v Sok &amp; Dara>Stop &lt;b&gt; --&gt; now\n\
             \n00:00:01.000 --> 01:02:03.004\n&#123;\\an8}a  b 1\n"
        );
        assert!(webvtt(&[line(Some("Sok --"), "a")]).ends_with("\n<v Sok -- >a\n"));
        assert_eq!(webvtt(&[]), "WEBVTT\n");
    }

    #[test]
    fn hours_have_as_many_digits_as_they_need() {
        let mut file = String::new();
        push_time(&mut file, 360_000_000);
        assert_eq!(file, "100:00:00.000");
    }

    /// Lines as they may stand in a transcript.
    fn transcript() -> impl Strategy<Value = Vec<Line>> {
        let words =
            "[!-~ក-ឳé\u{200b}\u{200e}]{0,10}[!-~ក-ឳ]([ \u{a0}\u{202f}][!-~ក-ឳ][!-~ក-ឳé\u{200b}]{0,10}){0,5}-{0,2}";
        let line = (0..359_000_000_u64, 1..100_000_u64, prop::option::of(words), words);
        prop::collection::vec(line, 0..8).prop_map(|lines| {
            let line = |(from, length, speaker, text)| Line { from, until: from + length, speaker, text };
            let mut lines: Vec<Line> = lines.into_iter().map(line).collect();
            lines.sort_by_key(|line| line.from);
            lines
        })
    }

    proptest! {
        #![proptest_config(cases(2_000))]
        #[test]
        fn no_text_begins_another_cue_or_ends_its_own(text in any::<String>(), sign in "[\r\n<>{}&\\\\-]{0,20}-{0,2}") {
            let text = format!("{sign}{text}{sign}");
            let file = webvtt(&[line(Some(&text), &text), line(Some(&sign), &sign), line(None, &sign)]);
            prop_assert_eq!(file.matches("-->").count(), 3);
            prop_assert_eq!(file.lines().count(), 10);
            prop_assert!(!file.contains('\r'));
        }

        #[test]
        fn a_transcript_that_is_written_is_read_as_it_was(lines in transcript()) {
            let read = captions::read(&webvtt(&lines));
            prop_assert_eq!(read.troubles, []);
            prop_assert_eq!(read.lines, lines);
        }
    }
}
