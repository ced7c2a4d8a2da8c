//! Khmer text is written in one order: the one that the Khmer Encoding Structure (M. Hosken, 2021; proposed to Unicode as
//! L2/21-241) gives for modern Khmer. Fonts draw other orders alike, but search, comparison and screen readers don't.
//!
//! A syllable is a consonant or independent vowel, then a robat, then up to two subscripts (a subscript ro last), then a
//! register shifter, then one vowel, then up to two signs, then one of the two closing signs.

/// Signs that Unicode advises against, or that have no place in modern Khmer.
const NEVER: [char; 7] = ['\u{17a3}', '\u{17a4}', '\u{17a8}', '\u{17b4}', '\u{17b5}', '\u{17d3}', '\u{17d8}'];

const COENG: char = '\u{17d2}';
const RO: char = '\u{179a}';
const DA: char = '\u{178a}';
const TA: char = '\u{178f}';

/// One spelling of a word where two are seen: the other, and ours (that of the Chuon Nath dictionary, and of the state).
const ONE_SPELLING: [(&str, &str); 2] = [("សេចក្តី", "សេចក្ដី"), ("ឲ្យ", "ឱ្យ")];

fn is_base(sign: char) -> bool {
    matches!(sign, '\u{1780}'..='\u{17a2}' | '\u{17a5}'..='\u{17b3}')
}

fn is_shifter(sign: char) -> bool {
    matches!(sign, '\u{17c9}' | '\u{17ca}')
}

fn is_vowel(sign: char) -> bool {
    matches!(sign, '\u{17b6}'..='\u{17c5}')
}

/// Vowels above the base, before which U+200C keeps a shifter in its own shape.
fn is_upper_vowel(sign: char) -> bool {
    matches!(sign, '\u{17b7}'..='\u{17ba}' | '\u{17be}')
}

fn is_sign(sign: char) -> bool {
    matches!(sign, '\u{17c6}' | '\u{17cb}' | '\u{17cd}'..='\u{17d1}' | '\u{17dd}')
}

fn is_closing(sign: char) -> bool {
    matches!(sign, '\u{17c7}' | '\u{17c8}')
}

/// Digits and punctuation, which stand by themselves.
fn stands_alone(sign: char) -> bool {
    matches!(sign, '\u{17d4}'..='\u{17d7}' | '\u{17d9}'..='\u{17dc}' | '\u{17e0}'..='\u{17e9}')
}

fn is_khmer(sign: char) -> bool {
    matches!(sign, '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}')
}

/// The syllable at the beginning, in signs; nothing where none begins there.
fn syllable(signs: &[char]) -> Option<usize> {
    let at = |place: usize| signs.get(place).copied().unwrap_or_default();
    if !is_base(at(0)) {
        return None;
    }
    let mut end = 1;
    end += usize::from(at(end) == '\u{17cc}');
    let mut subscripts = Vec::new();
    while at(end) == COENG && is_base(at(end + 1)) && subscripts.len() < 2 {
        subscripts.push(at(end + 1));
        end += 2;
    }
    if subscripts.len() == 2 && subscripts[0] == RO {
        return None;
    }
    if is_shifter(at(end)) {
        end += 1;
        end += usize::from(at(end) == '\u{200c}' && is_upper_vowel(at(end + 1)));
    }
    end += usize::from(is_vowel(at(end)));
    for _ in 0..2 {
        end += usize::from(is_sign(at(end)) && at(end) != at(end - 1));
    }
    end += usize::from(is_closing(at(end)));
    Some(end)
}

/// The syllables of a text, or what is wrong with it.
fn syllables(text: &str) -> Result<Vec<String>, Vec<String>> {
    let signs: Vec<char> = text.chars().collect();
    let (mut whole, mut faults) = (Vec::new(), Vec::new());
    let mut place = 0;
    while place < signs.len() {
        let sign = signs[place];
        if NEVER.contains(&sign) {
            faults.push(format!("U+{:04X} is not used: {}", u32::from(sign), around(&signs, place)));
            place += 1;
        } else if let Some(length) = syllable(&signs[place..]) {
            whole.push(signs[place..place + length].iter().collect());
            place += length;
        } else {
            let invisible = matches!(sign, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}');
            let legal = !invisible && (!is_khmer(sign) || stands_alone(sign));
            if !legal {
                let what = format!("U+{:04X} does not belong there: {}", u32::from(sign), around(&signs, place));
                faults.push(what);
            }
            whole.push(sign.to_string());
            place += 1;
        }
    }
    if faults.is_empty() { Ok(whole) } else { Err(faults) }
}

fn around(signs: &[char], place: usize) -> String {
    let part: String = signs[place.saturating_sub(8)..(place + 6).min(signs.len())].iter().collect();
    format!("…{}…", part.replace('\n', " "))
}

/// Everything that is wrong with the Khmer of a text. Our own texts have no U+200B and its kin: in all of them or in none,
/// and browsers find the ends of Khmer words themselves.
pub fn faults(text: &str) -> Vec<String> {
    let mut faults = syllables(text).err().unwrap_or_default();
    for (wrong, right) in ONE_SPELLING {
        faults.extend(text.contains(wrong).then(|| format!("{wrong} is spelled {right}")));
    }
    faults
}

/// Words that the texts spell in two ways: subscript da and subscript ta look the same, and a reader who searches for one does
/// not find the other.
pub fn spelled_in_two_ways<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut seen = std::collections::BTreeMap::<String, std::collections::BTreeSet<String>>::new();
    for text in texts {
        for pair in syllables(text).unwrap_or_default().windows(2) {
            let spelled = pair.concat();
            let has = |of: char| pair[1].contains(&format!("{COENG}{of}"));
            if pair.iter().all(|part| part.chars().all(is_khmer)) && (has(DA) || has(TA)) {
                let folded = spelled.replace(&format!("{COENG}{TA}"), &format!("{COENG}{DA}"));
                seen.entry(folded).or_default().insert(spelled);
            }
        }
    }
    let twice = seen.into_values().filter(|ways| ways.len() > 1);
    twice.map(|ways| ways.into_iter().collect::<Vec<_>>().join(" and ")).collect()
}

#[test]
fn legal_syllables_are_legal() {
    for text in [
        "ភាសាខ្មែរ",
        "ស្ត្រី",
        "ញ៉ាំ",
        "ស៊ី",
        "ប៉ុន្តែ",
        "បូណ៌មី",
        "ធម៌",
        "ក៏",
        "ន៍",
        "ខ្ញុំ",
        "ព្រះ",
        "ឱ្យ",
        "ឥឡូវ",
        "សព្វៗ",
        "២៤ ឆ្នាំ",
        "ស័ក្តិ",
        "អង្គ្រី",
        "សេចក្ដី។",
        "ម៉្យាង".replace("៉្យ", "្យ៉").as_str(),
        "ស៊\u{200c}ី",
        "Samleng, 24",
    ] {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn illegal_sequences_are_found() {
    for text in [
        "\u{17b6}ក",                                 // a vowel without a base
        "ក\u{17b6}\u{17b7}",                         // two vowels
        "ក\u{17c1}\u{17b6}",                         // what one vowel sign is for
        "ក\u{17b6}\u{17d2}\u{1780}",                 // a subscript after the vowel
        "ក\u{17c6}\u{17b6}",                         // the sign before the vowel
        "ក\u{17c7}\u{17bb}",                         // the closing sign before the vowel
        "ប\u{17bb}\u{17c9}",                         // the shifter after the vowel
        "ស\u{17d2}\u{179a}\u{17d2}\u{178f}\u{17b8}", // ro before another subscript
        "ក\u{17d2}",                                 // nothing under the coeng
        "ក\u{17d2}\u{17d2}\u{1780}",
        "ក\u{17d2}\u{1780}\u{17d2}\u{1780}\u{17d2}\u{1780}", // three subscripts
        "ក\u{17c6}\u{17c6}",
        "ក\u{200b}ខ",
        "ក\u{200b}\u{17b6}",
        "\u{17a3}",
        "\u{17d8}",
        "សេចក្តី",
        "ឲ្យ",
    ] {
        assert!(!faults(text).is_empty(), "{text:?}");
    }
}

#[test]
fn a_word_that_is_spelled_in_two_ways_is_found() {
    assert_eq!(spelled_in_two_ways(["បណ្ដេញ", "ការបណ្តេញ"]).len(), 1);
    assert_eq!(spelled_in_two_ways(["បណ្ដេញ", "ប៉ុន្តែ", "បណ្ដេញ"]), Vec::<String>::new());
}
