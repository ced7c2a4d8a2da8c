//! Every text of the interface exists in every language, takes what the English one takes, and is used.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use samleng::words::Language;

use super::{
    khmer,
    source::{File, at, doubled, file, files, nothing_wrong, said},
};

/// Keys that the code puts together: what they begin with, and the numbers that follow.
const COMPUTED: [(&str, RangeInclusive<usize>); 1] = [("month-", 1..=12)];

/// Decides the form of a text and is never shown; a language whose nouns have one form does not need it.
const COUNT: &str = "count";

/// Texts that are the same as in English, or have no letter of their language.
const SAME: [(&str, &str); 14] = [
    ("fr", "forum"),
    ("fr", "forum-programme"),
    ("fr", "forums-title"),
    ("fr", "menu-forums"),
    ("fr", "alert-sources"),
    ("fr", "page-title"),
    ("fr", "urgency-now"),
    ("fr", "body-unesco"),
    ("fr", "fact-contact"),
    ("fr", "length-minutes"),
    ("km", "watch-told"),
    ("fr", "watch-told"),
    ("fr", "manifest-short-name"),
    ("fr", "update-correction"),
];

/// One text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    arguments: BTreeSet<String>,
    /// What is written as a string: what a script fills in, as `{n}`, and spaces that would be lost.
    literal: BTreeSet<String>,
    /// Whether it shows its count, and not a number in the language's digits.
    shows_count: bool,
    /// Its words, without what is filled in.
    text: String,
}

fn messages(file: &File) -> BTreeMap<String, Message> {
    let parsed = fluent_syntax::parser::parse(file.text.as_str());
    let resource = parsed.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(found) => {
                let mut message = Message::default();
                let value = found.value.unwrap_or_else(|| panic!("{}: {} has no value", file.path, found.id.name));
                message.read(&value);
                assert!(found.attributes.is_empty(), "{}: {} has attributes", file.path, found.id.name);
                let before = messages.insert(found.id.name.to_owned(), message);
                assert!(before.is_none(), "{}: {} stands twice", file.path, found.id.name);
            }
            Entry::Term(term) => panic!("{}: -{}: terms are not read by this walk", file.path, term.id.name),
            Entry::Junk { content } => panic!("{}: not Fluent: {content}", file.path),
            _ => {}
        }
    }
    messages
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.inline(inline, true),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.inline(selector, false);
                    variants.iter().for_each(|variant| self.read(&variant.value));
                }
            }
        }
    }

    fn inline(&mut self, expression: &InlineExpression<&str>, shown: bool) {
        match expression {
            InlineExpression::VariableReference { id } => {
                self.shows_count |= shown && id.name == COUNT;
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => {
                self.literal.insert((*value).to_owned());
            }
            InlineExpression::NumberLiteral { .. } => {}
            other => panic!("this walk does not know {other:?}"),
        }
    }
}

/// What is wrong with a translation.
fn against_english(code: &str, english: &BTreeMap<String, Message>, other: &BTreeMap<String, Message>) -> Vec<String> {
    let mut faults = Vec::new();
    faults.extend(
        other.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("{code}: {key} is not in English")),
    );
    for (key, message) in english {
        let Some(translated) = other.get(key) else {
            faults.push(format!("{code}: {key} is missing"));
            continue;
        };
        let without_count = |message: &Message| {
            let mut arguments = message.arguments.clone();
            arguments.remove(COUNT);
            arguments
        };
        if without_count(message) != without_count(translated) || !translated.arguments.is_subset(&message.arguments) {
            faults.push(format!("{code}: {key} takes {:?} and not {:?}", translated.arguments, message.arguments));
        }
        let filled_in =
            |message: &Message| message.literal.iter().filter(|text| text.contains('{')).cloned().collect::<Vec<_>>();
        if filled_in(message) != filled_in(translated) {
            faults.push(format!("{code}: {key} has {:?} and not {:?}", translated.literal, message.literal));
        }
        if translated.shows_count {
            faults.push(format!("{code}: {key} shows its count, not $shown"));
        }
        let same = SAME.contains(&(code, key.as_str()));
        let letters = translated.text.chars().any(char::is_alphabetic);
        if code != "en" && letters && message.text == translated.text && !same {
            faults.push(format!("{code}: {key} is still English: {}", message.text));
        }
        if code == "km"
            && letters
            && !translated.text.chars().any(|sign| ('\u{1780}'..='\u{17ff}').contains(&sign))
            && !same
        {
            faults.push(format!("km: {key} has no Khmer letter: {}", translated.text));
        }
    }
    faults
}

/// The keys that the code names, in `fl!` or put together.
fn used(files: &[File]) -> (BTreeSet<String>, Vec<String>) {
    let (mut keys, mut faults) = (BTreeSet::new(), Vec::new());
    for file in files {
        let said = said(file);
        let names = said.macros.iter().filter(|called| called.name == "fl");
        for called in names {
            let literals = called
                .tokens
                .clone()
                .into_iter()
                .filter_map(|tree| syn::parse_str::<syn::LitStr>(&tree.to_string()).ok());
            match literals.map(|text| text.value()).next() {
                Some(key) => drop(keys.insert(key)),
                None => faults.push(format!("{}: fl! without a key that can be read", at(file, called.line))),
            }
        }
        for (begin, numbers) in COMPUTED {
            if said.strings.iter().any(|text| text.text.starts_with(&format!("{begin}{{"))) {
                keys.extend(numbers.map(|number| format!("{begin}{number}")));
            }
        }
    }
    (keys, faults)
}

/// What can be written in two ways, or in no way that a reader would notice: everything but Latin letters with their own
/// code points, Khmer, and the punctuation that our texts use. A text without it is NFC.
fn odd_signs(text: &str) -> BTreeSet<char> {
    let known = |sign: char| {
        matches!(sign, '\n' | ' '..='~' | '\u{a0}'..='\u{17f}' | '\u{1780}'..='\u{17dd}' | '\u{17e0}'..='\u{17e9}' | '\u{202f}')
            && sign != '\u{ad}'
            || "–—‘’“”…→".contains(sign)
    };
    text.chars().filter(|sign| !known(*sign)).collect()
}

fn of(language: Language) -> File {
    file(&format!("locales/{language}/samleng.ftl"))
}

/// Every file with words that readers see.
fn texts() -> Vec<File> {
    let mut texts = files("locales", "ftl");
    texts.extend(files("content", "toml"));
    texts
}

#[test]
fn every_text_exists_in_every_language_and_takes_the_same() {
    let english = messages(&of(Language::English));
    assert!(english.len() > 100, "only {} texts were read", english.len());
    let mut faults = Vec::new();
    for language in Language::ALL {
        let translated = messages(&of(language));
        faults.extend(against_english(language.code(), &english, &translated));
        let excepted = SAME.iter().filter(|(code, _)| *code == language.code());
        let needless = excepted.filter(|(_, key)| english[*key].text != translated[*key].text);
        faults.extend(needless.map(|(code, key)| format!("{code}: {key} is no longer the same as in English")));
    }
    nothing_wrong(&faults);
}

#[test]
fn a_translation_that_lacks_something_is_found() {
    let read = |text: &str| messages(&File::example("a.ftl", text));
    let english = read(
        "a = One { $shown } { $date }\nb = { $count ->\n    [one] { $shown } day\n   *[other] { $shown } days\n}\nc = { \"{n}\" } more\n",
    );
    let good = read("a = Un { $shown } { $date }\nb = { $shown } jours\nc = { \"{n}\" } encore\n");
    nothing_wrong(&against_english("fr", &english, &good));
    for (text, told) in [
        ("a = Un { $shown }\nb = { $shown } jours\nc = { \"{n}\" } encore\n", "a takes"),
        ("a = Un { $shown } { $date } { $other }\nb = { $shown } jours\nc = { \"{n}\" } encore\n", "a takes"),
        ("a = Un { $shown } { $date }\nb = { $count } { $shown } jours\nc = { \"{n}\" } encore\n", "b shows its count"),
        ("a = Un { $shown } { $date }\nb = { $shown } jours\nc = encore\n", "c has"),
        ("a = Un { $shown } { $date }\nb = { $shown } jours\n", "c is missing"),
        (
            "a = Un { $shown } { $date }\nb = { $shown } jours\nc = { \"{n}\" } encore\nd = trop\n",
            "d is not in English",
        ),
        ("a = One { $shown } { $date }\nb = { $shown } jours\nc = { \"{n}\" } encore\n", "a is still English"),
    ] {
        let faults = against_english("fr", &english, &read(text));
        assert!(faults.len() == 1 && faults[0].contains(told), "{text}: {faults:?}");
    }
}

#[test]
fn every_text_is_used() {
    let (used, mut faults) = used(&files("src", "rs"));
    let english = messages(&of(Language::English));
    faults.extend(english.keys().filter(|key| !used.contains(*key)).map(|key| format!("{key} is used nowhere")));
    faults.extend(used.iter().filter(|key| !english.contains_key(*key)).map(|key| format!("{key} does not exist")));
    nothing_wrong(&faults);
}

#[test]
fn a_key_is_seen_wherever_the_code_names_it() {
    let text = "fn f() { fl!(words, \"a\"); view! { <p title=fl!(words, \"b\", date = \"c\")>{fl!(words(x), \"d\")}</p> }; \
                words.get(&format!(\"month-{month}\")); fl!(words, KEY) } #[cfg(test)] mod t { fn f() { fl!(words, \"e\") } }";
    let (keys, faults) = used(&[File::example("src/a.rs", text)]);
    assert!(["a", "b", "d", "month-1", "month-12"].iter().all(|key| keys.contains(*key)), "{keys:?}");
    assert!(!keys.contains("c") && !keys.contains("e"), "{keys:?}");
    assert_eq!(faults.len(), 1);
}

#[test]
fn texts_hold_no_sign_that_can_be_written_in_two_ways() {
    let faults: Vec<String> = texts()
        .iter()
        .filter_map(|file| {
            let odd = odd_signs(&file.text);
            (!odd.is_empty()).then(|| format!("{}: {odd:?}", file.path))
        })
        .collect();
    nothing_wrong(&faults);
    for text in ["e\u{301}", "\u{212b}", "a\u{ad}b", "a\u{200b}b", "\u{feff}", "a\u{2028}b", "a\tb"] {
        assert_eq!(odd_signs(text).len(), 1, "{text:?}");
    }
}

/// Where a French line could break before its sign of punctuation, or behind an opening quotation mark.
fn french_breaks(text: &str) -> Vec<String> {
    let places = [" ?", " !", " ;", " :", " »", "« "];
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter(|line| places.iter().any(|place| line.contains(place))).map(str::to_owned).collect()
}

#[test]
fn no_french_line_breaks_before_its_punctuation() {
    // Only French sets these signs apart, so that no other language of a document is touched.
    let mut faults = french_breaks(&of(Language::French).text);
    faults.extend(files("content", "toml").iter().flat_map(|file| french_breaks(&file.text)));
    nothing_wrong(&faults);
    assert_eq!(french_breaks("a = Qui ?\nb = « Qui\u{a0}»\nc = Qui\u{202f}? «\u{a0}Moi\u{a0}»\n# non : rien").len(), 2);
}

#[test]
fn khmer_is_written_in_one_order_and_each_word_in_one_way() {
    let texts = texts();
    let mut faults = Vec::new();
    for file in &texts {
        faults.extend(khmer::faults(&file.text).into_iter().map(|fault| format!("{}: {fault}", file.path)));
    }
    faults.extend(khmer::spelled_in_two_ways(texts.iter().map(|file| file.text.as_str())));
    nothing_wrong(&faults);
}

#[test]
fn no_key_stands_in_two_computed_ranges() {
    nothing_wrong(&doubled(COMPUTED.iter().map(|(begin, _)| (*begin).to_owned())));
}
