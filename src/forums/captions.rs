//! Caption files, WebVTT (<https://www.w3.org/TR/webvtt1/>) and SubRip, from which transcripts are made.
//!
//! What can be read is kept, and what cannot is named by its line: one slip of a hand in two hours of captions must neither
//! lose the rest nor pass unseen.

mod blocks;
mod signs;
mod spoken;
mod timing;
mod trouble;

use self::blocks::Reading;
pub use self::trouble::{Trouble, TroubleKind};
use crate::forums::transcript::Line;

/// What a caption file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// What is said, by its beginning.
    pub lines: Vec<Line>,
    /// What is wrong with the file, from its top.
    pub troubles: Vec<Trouble>,
}

/// Reads a file of either kind.
pub fn read(text: &str) -> Read {
    // Of UTF-16 that was taken for UTF-8 every other character is NUL; the arrow is in every file.
    if text.contains("-\0-\0>") {
        return Read { lines: Vec::new(), troubles: vec![Trouble { line: 1, what: TroubleKind::Utf16 }] };
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let Reading { mut lines, troubles, .. } = Reading::of(&text.replace('\0', "\u{fffd}"));
    lines.sort_by_key(|line| line.from);
    Read { lines, troubles }
}

#[cfg(test)]
mod tests {
    use std::{fmt::Write as _, fs, path::Path};

    use super::*;
    use crate::forums::transcript::webvtt;

    /// Troubles and lines as the files of the folder `captions` have them.
    fn told(read: &Read) -> String {
        let mut told = String::new();
        for Trouble { line, what } in &read.troubles {
            writeln!(told, "line {line}: {what}").unwrap();
        }
        told.push_str("---\n");
        for line in &read.lines {
            let speaker = line.speaker.as_deref().unwrap_or_default();
            let line = format!("{}-{} [{speaker}] {}", time(line.from), time(line.until), line.text);
            for sign in line.chars() {
                match sign {
                    '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{fffd}' => {
                        write!(told, "{}", sign.escape_unicode()).unwrap()
                    }
                    sign => told.push(sign),
                }
            }
            told.push('\n');
        }
        told
    }

    fn time(time: u64) -> String {
        let (hours, minutes, seconds, rest) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60, time % 1000);
        match hours {
            0 => format!("{minutes}:{seconds:02}.{rest:03}"),
            hours => format!("{hours}:{minutes:02}:{seconds:02}.{rest:03}"),
        }
    }

    fn file(name: &str) -> String {
        fs::read_to_string(Path::new("tests/inputs").join(name)).unwrap()
    }

    #[test]
    fn every_broken_file_is_read_as_is_written_beside_it() {
        let mut files: Vec<_> =
            fs::read_dir("tests/inputs/captions").unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "vtt" || ending == "srt"));
        files.sort();
        assert!(files.len() >= 30, "only {} files", files.len());
        for path in files {
            let read = read(&String::from_utf8_lossy(&fs::read(&path).unwrap()));
            let expected = fs::read_to_string(path.with_extension("expected.txt")).unwrap_or_default();
            assert_eq!(told(&read), expected, "{}", path.display());
            assert_eq!(super::read(&webvtt(&read.lines)), Read { lines: read.lines, troubles: Vec::new() });
        }
    }

    #[test]
    fn bad_cues_are_named_by_line_and_good_ones_are_kept_in_order() {
        assert_eq!(
            told(&read(&file("F02.vtt"))),
            "line 3: has a time below zero; left out\nline 6: ends before it begins; left out\n\
             line 9: ends when it begins; left out\nline 18: is beyond 100 hours; left out\n\
             line 21: has more than 59 minutes or seconds; left out\n---\n\
             0:07.000-0:12.000 [] good one\n0:09.000-0:10.000 [] overlaps, allowed\n"
        );
    }

    #[test]
    fn of_a_cue_full_of_markup_words_and_speaker_remain() {
        assert_eq!(
            told(&read(&file("F04.vtt"))),
            "---\n0:01.000-0:04.000 [Moderator] Stop the evictions & <listen>\n\
             0:05.000-0:06.000 [Sok & Dara] hello ដី (land)\n0:07.000-0:08.000 [] plain\n"
        );
    }

    #[test]
    fn break_marks_of_khmer_stay_where_they_were() {
        let text = file("F09.vtt");
        let read = read(&text);
        assert_eq!(read.troubles, []);
        let said: Vec<&str> = read.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(said, [text.lines().nth(3).unwrap(), text.lines().nth(6).unwrap()]);
        assert!(said[0].contains('\u{200b}'));
    }

    #[test]
    fn an_empty_file_is_named_and_one_with_a_header_alone_is_not() {
        for text in ["", "\u{feff}", " \r\n"] {
            assert_eq!(told(&read(text)), "line 1: does not begin with WEBVTT; read nevertheless\n---\n", "{text:?}");
        }
        assert_eq!(read("WEBVTT"), Read::default());
    }
}
