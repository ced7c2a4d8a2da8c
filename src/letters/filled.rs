//! How a model letter becomes a template: the salutations and addresses of its officials, the formulas of its language.

use i18n_embed_fl::fl;

use super::template::{Line, Paragraph, Template};
use crate::{
    alerts::model_letter::{ModelLetter, Sentence},
    officials::Official,
    platform::i18n::words,
    words::{Language, Slug},
};

impl Template {
    /// Fills in a model letter for a reader. `officials` are those that its alert lists, in any order.
    pub fn of(letter: &ModelLetter, officials: &[Official], reader: Language) -> Self {
        let to = chosen(&letter.to, officials);
        let line = |sentence: &Sentence| {
            let (found, meaning) = sentence.for_reader(letter.language, reader);
            Line {
                text: sentence.text.clone(),
                meaning: (found != letter.language).then(|| (found, meaning.to_owned())),
            }
        };
        let lines = |sentences: &[Sentence]| sentences.iter().map(line).collect::<Vec<_>>();
        let formula = |text: &dyn Fn(Language) -> String| Line {
            text: text(letter.language),
            meaning: (letter.language != reader).then(|| (reader, text(reader))),
        };
        let before = vec![
            Paragraph::Prose(vec![formula(&|language| salutation(&to, language))]),
            Paragraph::Prose(lines(&letter.opening)),
            Paragraph::Prose(vec![formula(&|language| fl!(words(language), "letter-lead-in"))]),
            Paragraph::Numbered(lines(&letter.asks)),
        ];
        let points = letter.points.iter().map(|point| point.wordings().map(lines).collect()).collect();
        let closing = (!letter.closing.is_empty()).then(|| Paragraph::Prose(lines(&letter.closing)));
        let farewell = Paragraph::Prose(vec![formula(&|language| fl!(words(language), "letter-farewell"))]);
        let without_mail: Vec<_> = to.iter().copied().filter(|official| official.emails.is_empty()).collect();
        let to_mailboxes = mailboxes(&to);
        let mut cc = mailboxes(&chosen(&letter.cc, officials));
        cc.retain(|copy| !to_mailboxes.iter().any(|known| known.eq_ignore_ascii_case(copy)));
        Self {
            language: letter.language,
            reader,
            postal: postal(&to, letter.language),
            by_post: postal(&without_mail, letter.language),
            to: to_mailboxes,
            cc,
            subject: line(&letter.subject),
            before,
            points,
            after: closing.into_iter().chain([farewell]).collect(),
        }
    }
}

/// The officials of a list, in its order.
pub fn chosen<'a>(slugs: &[Slug], officials: &'a [Official]) -> Vec<&'a Official> {
    slugs.iter().filter_map(|slug| officials.iter().find(|official| official.slug == *slug)).collect()
}

/// Every mailbox once: one that several officials share is one target.
fn mailboxes(officials: &[&Official]) -> Vec<String> {
    let mut mailboxes: Vec<String> = Vec::new();
    for email in officials.iter().flat_map(|official| &official.emails) {
        if !mailboxes.iter().any(|known| known.eq_ignore_ascii_case(email.as_str())) {
            mailboxes.push(email.to_string());
        }
    }
    mailboxes
}

/// Where paper reaches them.
fn postal(officials: &[&Official], language: Language) -> Vec<String> {
    officials
        .iter()
        .filter_map(|official| official.postal.best(language).map(|(_, address)| address.trim().to_owned()))
        .collect()
}

/// How a letter in that language addresses the officials: each form once, and a neutral one for whoever has none in it. Never
/// another language's.
fn salutation(officials: &[&Official], language: Language) -> String {
    let words = words(language);
    let mut forms: Vec<String> = Vec::new();
    for official in officials {
        let form =
            official.salutation.only(language).cloned().unwrap_or_else(|| fl!(words, "letter-salutation-neutral"));
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    fl!(words, "letter-salutation", officials = forms.join(&fl!(words, "letter-salutation-between")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn official(slug: &str, email: &str, salutation: serde_json::Value) -> Official {
        let json = serde_json::json!({
            "slug": slug, "category": "government", "emails": [email], "title": {"en": slug}, "salutation": salutation
        });
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn each_salutation_stands_once_and_a_missing_one_is_neutral_in_the_letters_own_language() {
        let khmer_only = official("a", "a@x.example", serde_json::json!({"km": "សូមគោរពជូនឯកឧត្ដម"}));
        let excellency = official("b", "b@x.example", serde_json::json!({"en": "Your Excellency"}));
        let same = official("c", "c@x.example", serde_json::json!({"en": "Your Excellency"}));
        assert_eq!(salutation(&[&excellency, &same], Language::English), "Your Excellency,");
        let french = salutation(&[&khmer_only], Language::French);
        assert_eq!(french, "Madame, Monsieur,");
        assert_eq!(salutation(&[&khmer_only, &excellency], Language::English), "Dear Sir or Madam, Your Excellency,");
    }

    #[test]
    fn officials_who_share_a_mailbox_are_one_target() {
        let one = official("a", "office@x.example", serde_json::json!({}));
        let other = official("b", "Office@x.example", serde_json::json!({}));
        assert_eq!(mailboxes(&[&one, &other]), ["office@x.example"]);
    }
}
