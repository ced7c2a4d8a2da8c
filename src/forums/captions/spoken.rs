//! What a cue says and who says it: its text without markup.

use super::signs::{clean, decoded, is_seen};

/// What one voice says.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// Who speaks, where the cue tells.
    pub speaker: Option<String>,
    /// The words.
    pub text: String,
}

/// What a cue says.
#[derive(Debug, PartialEq, Eq)]
pub struct Spoken {
    /// One part for each change of voice; none where nothing is said.
    pub parts: Vec<Part>,
    /// Whether something begins like a tag and does not end like one.
    pub open_tag: bool,
}

/// Elements of HTML whose content is for machines.
const UNSPOKEN: [&str; 2] = ["script", "style"];

/// What the text of a cue says, by the rules of WebVTT; where they would lose words, the words are kept.
pub fn spoken(cue: &str) -> Spoken {
    let mut hearing = Hearing { parts: vec![(None, String::new())], in_ruby_text: false };
    let mut open_tag = false;
    let mut rest = cue;
    while let Some(at) = rest.find(['<', '{']) {
        hearing.say(&rest[..at]);
        rest = &rest[at..];
        let end = if rest.starts_with('<') { '>' } else { '}' };
        match enclosed(rest, end) {
            Some(inside) if end == '>' && is_tag(inside) => {
                rest = after_tag(&rest[inside.len() + 2..], inside);
                hearing.tag(inside);
            }
            Some(inside) if end == '}' && inside.starts_with('\\') => rest = &rest[inside.len() + 2..],
            inside => {
                open_tag |= inside.is_none() && end == '>' && begins_a_tag(&rest[1..]);
                hearing.say(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    hearing.say(rest);
    Spoken { parts: hearing.end(), open_tag }
}

/// What stands between the first sign and the end that belongs to it. Where another begins before, the first has none.
fn enclosed(text: &str, end: char) -> Option<&str> {
    let (begin, inside) = text.split_at_checked(1)?;
    let at = inside.find(|sign| sign == end || begin.starts_with(sign))?;
    inside[at..].starts_with(end).then(|| &inside[..at])
}

/// Whether what follows a `<` makes it a tag; else it is a sign of its own, as in "5 < 6".
fn begins_a_tag(text: &str) -> bool {
    let is_name = |text: &str| text.starts_with(|sign: char| sign.is_ascii_alphabetic());
    match text.chars().next() {
        Some('/') => true,
        Some('.' | '!' | '?') => is_name(&text[1..]) || text.starts_with("![") || text.starts_with("!-"),
        _ => is_name(text),
    }
}

/// Whether `<inside>` is a tag. With a digit it is only as a time, `<00:00:01.500>`: "<3 and 4>" is not.
fn is_tag(inside: &str) -> bool {
    let is_time =
        |text: &str| text.contains(':') && text.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b':' | b'.' | b','));
    begins_a_tag(inside) || is_time(inside)
}

/// What follows a tag, without the content of an element that nobody speaks.
fn after_tag<'a>(rest: &'a str, tag: &str) -> &'a str {
    let Some(element) = UNSPOKEN.into_iter().find(|element| element.eq_ignore_ascii_case(name(tag))) else {
        return rest;
    };
    let ends_at = |at: &usize| {
        let closing = rest.get(at + 2..at + 2 + element.len());
        closing.is_some_and(|closing| closing.eq_ignore_ascii_case(element))
    };
    let closing = rest.match_indices("</").map(|(at, _)| at).find(ends_at);
    let after = closing.and_then(|at| rest[at..].split_once('>'));
    after.map_or("", |(_, after)| after)
}

/// The name of an opening tag, in front of its classes and whatever else it holds.
fn name(tag: &str) -> &str {
    tag.split(|sign: char| matches!(sign, '.' | '/') || sign.is_whitespace()).next().unwrap_or_default()
}

/// What was heard so far: voices, and what they say with entities still in it.
struct Hearing {
    parts: Vec<(Option<String>, String)>,
    in_ruby_text: bool,
}

impl Hearing {
    fn say(&mut self, text: &str) {
        if let Some((_, said)) = self.parts.last_mut() {
            said.push_str(text);
        }
    }

    fn tag(&mut self, tag: &str) {
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        match (name(tag).to_ascii_lowercase().as_str(), closes) {
            ("v", false) => self.voice(speaker(tag)),
            ("v", true) => self.voice(None),
            ("rt", false) => {
                self.end_ruby_text();
                self.say(" (");
                self.in_ruby_text = true;
            }
            ("rt" | "ruby", true) => self.end_ruby_text(),
            _ => {}
        }
    }

    /// Another voice speaks. Silence belongs to nobody, and a voice that goes on after it is still one.
    fn voice(&mut self, speaker: Option<String>) {
        self.end_ruby_text();
        let silence = self.parts.pop_if(|(_, said)| said.trim().is_empty()).map(|(_, said)| said).unwrap_or_default();
        match self.parts.last_mut() {
            Some((before, said)) if *before == speaker => said.push_str(&silence),
            _ => self.parts.push((speaker, silence)),
        }
    }

    fn end_ruby_text(&mut self) {
        if self.in_ruby_text {
            self.say(")");
            self.in_ruby_text = false;
        }
    }

    fn end(mut self) -> Vec<Part> {
        self.end_ruby_text();
        let parts = self.parts.into_iter().map(|(speaker, said)| Part { speaker, text: clean(&decoded(&said)) });
        parts.filter(|part| is_seen(&part.text)).collect()
    }
}

/// The name in a voice tag, `v.loud Name`.
fn speaker(tag: &str) -> Option<String> {
    let (_, name) = tag.split_once(char::is_whitespace)?;
    Some(clean(&decoded(name))).filter(|name| is_seen(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cue: &str) -> Vec<(Option<String>, String)> {
        spoken(cue).parts.into_iter().map(|part| (part.speaker, part.text)).collect()
    }

    #[track_caller]
    fn says(cue: &str, parts: &[(&str, &str)]) {
        let parts: Vec<_> = parts
            .iter()
            .map(|(who, text)| (Some((*who).to_owned()).filter(|who| !who.is_empty()), (*text).to_owned()))
            .collect();
        assert_eq!(said(cue), parts, "{cue}");
    }

    #[test]
    fn markup_vanishes_and_words_stay() {
        for (cue, text) in [
            ("<i>a</i> <b>b</b> <u>c</u> <c.big.red>d</c> <lang km>e</lang>", "a b c d e"),
            ("Stop<00:00:01.500><c> the</c><00:02.000> eviction", "Stop the eviction"),
            ("<font color=\"#fff\">a</font> <I>b</I>", "a b"),
            ("{\\an8}a {\\i1}b{\\i0} {c} {\\d", "a b {c} {\\d"),
            ("<.loud>a</> <!doctype html><!-- b -><?xml c?>", "a"),
            ("<blink>a</blink><img src=x onerror=b><svg/onload=c>", "a"),
            ("<a href=\"javascript:b\">a</a>", "a"),
        ] {
            says(cue, &[("", text)]);
            assert!(!spoken(cue).open_tag, "{cue}");
        }
    }

    #[test]
    fn what_is_in_script_and_style_is_not_spoken() {
        for cue in [
            "a<script>b</script> c",
            "a<SCRIPT src=x>b<i>b</i></sCript x> c",
            "a<style.x>b</style> c",
            "a<script>b</scr</script> c",
            "a<script/x>b</style></script> c",
            "a <script></script><script>b</script>c",
        ] {
            says(cue, &[("", "a c")]);
        }
        says("a<script>b", &[("", "a")]);
        says("a<style>b</style c", &[("", "a")]);
        says("<scripture>a", &[("", "a")]);
    }

    #[test]
    fn a_sign_that_begins_no_tag_is_a_sign() {
        for text in
            ["5 < 6", "<", "a <", "<3 and 4>", "<1>", "<>", "< b>", "<<", "<...>", "a <=> b", "<ក>", "<?>", "{a}", "{"]
        {
            says(text, &[("", text)]);
            assert!(!spoken(text).open_tag, "{text}");
        }
        says("5 <<b>6</b>", &[("", "5 <6")]);
    }

    #[test]
    fn an_open_tag_loses_no_words_and_is_told() {
        for text in ["<b hello", "hello </b", "<v Sok hello"] {
            says(text, &[("", text)]);
            assert!(spoken(text).open_tag, "{text}");
        }
        says("<b hello <i>world</i>", &[("", "<b hello world")]);
        assert!(spoken("<scr<script>ipt>a</script>").open_tag);
    }

    #[test]
    fn voices_are_told_apart() {
        says("<v Sok>a", &[("Sok", "a")]);
        says("<v.loud.x Sok &amp; Dara>a</v>", &[("Sok & Dara", "a")]);
        says("a <v Sok>b</v> c <v\tDara>d", &[("", "a"), ("Sok", "b"), ("", "c"), ("Dara", "d")]);
        says("<v Sok>a\n<v Dara>b", &[("Sok", "a"), ("Dara", "b")]);
        says("<v Sok>a</v>\n<v Sok>b</v>", &[("Sok", "a b")]);
        says("<v Sok></v><v Dara>a", &[("Dara", "a")]);
        says("<v>a<v >b<v.x>c<v/>d<v &lrm;>e", &[("", "abcde")]);
        says("<v &lt;b&gt;  the\nloud>a", &[("<b> the loud", "a")]);
        says("<video src=x>a</video>", &[("", "a")]);
    }

    #[test]
    fn ruby_is_put_in_parentheses() {
        says("<ruby>ដី<rt>land</rt></ruby> a", &[("", "ដី (land) a")]);
        says("<ruby>a<rt>b<rt>c</ruby> d<rt>e", &[("", "a (b) (c) d (e)")]);
        says("<ruby>a<rt>b<v Sok>c", &[("", "a (b)"), ("Sok", "c")]);
    }

    #[test]
    fn entities_make_no_tags() {
        says("&lt;b&gt;a&lt;/b&gt; &amp;lt;", &[("", "<b>a</b> &lt;")]);
        says("&#60;script&#62;a&#x3c;/script>", &[("", "<script>a</script>")]);
        says("&#123;\\an8}a", &[("", "{\\an8}a")]);
    }

    #[test]
    fn what_shows_nothing_says_nothing() {
        for cue in ["", " \n ", "<b></b>", "&nbsp;", "\u{200b}", "&lrm;&#7;", "<script>a</script>", "{\\an8}"] {
            says(cue, &[]);
        }
    }
}
