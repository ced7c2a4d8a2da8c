//! Documents as files: TOML, one a document, as an export writes them.
//!
//! A folder may say in a file of its own for which day it was written (`written_for`). Loading it on another day moves every
//! date by the difference: dates that stand alone in a field, and those in prose as placeholders, `{{2026-12-08}}` or, without
//! its year, `{{2026-12-08 day}}`. A placeholder becomes the date in the form of the language that its text is in.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
};

use jiff::{Span, civil::Date};
use serde_json::Value;

use crate::{error::CannotRun, platform::i18n, words::Language};

/// A file's content, ready to be published.
#[derive(Clone, Debug)]
pub struct Read {
    /// Where it was read.
    pub path: PathBuf,
    /// Its `kind`.
    pub kind: String,
    /// Its `format`.
    pub format: i64,
    /// Its fields, without `kind` and `format`.
    pub value: Value,
}

/// Reads one file; dates stay as they are.
///
/// # Errors
/// A file that cannot be read, is not TOML, or lacks its kind.
pub fn read(path: &Path) -> Result<Read, CannotRun> {
    let text = std::fs::read_to_string(path).map_err(|error| unusable(path, &error))?;
    parse(path, &text, Span::new())
}

/// Reads a text as if it were the file at `path`, moving its dates.
///
/// # Errors
/// As [`read`].
pub fn parse(path: &Path, text: &str, moved: Span) -> Result<Read, CannotRun> {
    let table: toml::Table = text.parse().map_err(|error| unusable(path, &error))?;
    let mut value = serde_json::to_value(table).map_err(|error| unusable(path, &error))?;
    let fields = value.as_object_mut().ok_or_else(|| unusable(path, &"it holds no fields"))?;
    let kind = match fields.remove("kind") {
        Some(Value::String(kind)) => kind,
        _ => return Err(unusable(path, &"it has no kind")),
    };
    let format = fields
        .remove("format")
        .and_then(|format| format.as_i64())
        .ok_or_else(|| unusable(path, &"it has no format, e.g. format = 1"))?;
    fill(&mut value, Language::English, moved).map_err(|reason| unusable(path, &reason))?;
    Ok(Read { path: path.to_owned(), kind, format, value })
}

/// Reads every document of a folder, its dates moved from the day that it was written for to `today`, in an order in which
/// whatever is named comes before what names it.
///
/// # Errors
/// As [`read`], for the first file that cannot be used.
pub fn read_folder(folder: &Path, today: Date) -> Result<Vec<Read>, CannotRun> {
    let about = folder.join("demo.toml");
    let text = std::fs::read_to_string(&about).map_err(|error| unusable(&about, &error))?;
    let table: toml::Table = text.parse().map_err(|error| unusable(&about, &error))?;
    let written_for = table
        .get("written_for")
        .and_then(toml::Value::as_str)
        .and_then(|date| Date::from_str(date).ok())
        .ok_or_else(|| unusable(&about, &"written_for must be a date, e.g. \"2026-11-25\""))?;
    let moved = written_for.until(today).map_err(|error| unusable(&about, &error))?;

    let mut documents = Vec::new();
    for kind in ["issues", "officials", "alerts", "forums", "posts", "primers", "pages"] {
        let inside = folder.join(kind);
        if !inside.is_dir() {
            continue;
        }
        let mut paths: Vec<PathBuf> = std::fs::read_dir(&inside)
            .map_err(|error| unusable(&inside, &error))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .collect();
        paths.sort();
        for path in paths {
            let text = std::fs::read_to_string(&path).map_err(|error| unusable(&path, &error))?;
            documents.push(parse(&path, &text, moved)?);
        }
    }
    Ok(documents)
}

fn unusable(path: &Path, reason: &dyn ToString) -> CannotRun {
    CannotRun::Document { path: path.display().to_string(), reason: reason.to_string().trim().replace('\n', " ") }
}

/// Moves the dates below a value. `language` is that of the nearest table key (`en`, `km`, …) or `language` field above.
fn fill(value: &mut Value, language: Language, moved: Span) -> Result<(), String> {
    match value {
        Value::String(text) => {
            *text = match Date::from_str(text) {
                Ok(date) if text.len() == 10 => shifted(date, moved)?.to_string(),
                _ => filled(text, language, moved)?,
            };
            Ok(())
        }
        Value::Array(values) => values.iter_mut().try_for_each(|value| fill(value, language, moved)),
        Value::Object(fields) => {
            let outer =
                fields.get("language").and_then(Value::as_str).and_then(|code| code.parse().ok()).unwrap_or(language);
            fields.iter_mut().try_for_each(|(key, value)| fill(value, key.parse().unwrap_or(outer), moved))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

fn shifted(date: Date, moved: Span) -> Result<Date, String> {
    date.checked_add(moved).map_err(|error| error.to_string())
}

fn filled(text: &str, language: Language, moved: Span) -> Result<String, String> {
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (inside, behind) = after.split_once("}}").ok_or_else(|| "a {{ has no }}".to_owned())?;
        let (date, without_year) = match inside.trim().split_once(' ') {
            Some((date, "day")) => (date, true),
            Some(_) => return Err(format!("{{{{{inside}}}}} is no date")),
            None => (inside.trim(), false),
        };
        let date = Date::from_str(date).map_err(|_| format!("{{{{{inside}}}}} is no date"))?;
        let date = shifted(date, moved)?;
        done.push_str(before);
        done.push_str(&if without_year { i18n::day(language, date) } else { i18n::full_date(language, date) });
        rest = behind;
    }
    done.push_str(rest);
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(moved: Span) -> Value {
        let text = "format = 1\nkind = \"alert\"\nact_by = \"2026-12-08\"\n[title]\nen = \"By {{2026-12-08 day}}\"\n\
            km = \"{{2026-11-17}}\"\n[[letters]]\nlanguage = \"fr\"\nsubject = { text = \"{{2026-12-01}}\", meaning = { km = \"{{2026-12-01}}\" } }";
        parse(Path::new("a.toml"), text, moved).unwrap().value
    }

    #[test]
    fn placeholders_become_dates_in_the_form_of_the_texts_language() {
        let value = example(Span::new());
        assert_eq!(value["title"]["en"], "By 8 December");
        assert_eq!(value["title"]["km"], "ថ្ងៃទី១៧ ខែវិច្ឆិកា ឆ្នាំ២០២៦");
        assert_eq!(value["letters"][0]["subject"]["text"], "1er décembre 2026");
        assert_eq!(value["letters"][0]["subject"]["meaning"]["km"], "ថ្ងៃទី១ ខែធ្នូ ឆ្នាំ២០២៦");
    }

    #[test]
    fn dates_move_with_the_day_of_loading() {
        let value = example(Span::new().days(30));
        assert_eq!(value["act_by"], "2027-01-07");
        assert_eq!(value["title"]["en"], "By 7 January");
    }

    #[test]
    fn a_file_that_is_no_document_is_refused_in_one_line() {
        for text in [
            "",
            "kind = 1",
            "kind = \"alert\"",
            "kind = \"alert\"\nformat = \"new\"",
            "a = ",
            "kind = \"a\"\nformat = 1\nt = \"{{soon}}\"",
            "kind = \"a\"\nformat = 1\nt = \"{{2026-12-08\"",
        ] {
            let reason = parse(Path::new("a.toml"), text, Span::new()).unwrap_err().to_string();
            assert!(reason.starts_with("a.toml: ") && !reason.contains('\n'), "{reason}");
        }
    }
}
