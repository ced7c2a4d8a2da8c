//! The order of names in a language, by CLDR's collation: by code points, Khmer names would stand in the wrong places.

use std::{cmp::Ordering, sync::LazyLock};

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::{Locale, locale};

use crate::words::Language;

static COLLATORS: LazyLock<[Option<CollatorBorrowed<'static>>; 3]> = LazyLock::new(|| Language::ALL.map(collator));

fn collator(language: Language) -> Option<CollatorBorrowed<'static>> {
    let locale: Locale = match language {
        Language::English => locale!("en"),
        Language::Khmer => locale!("km"),
        Language::French => locale!("fr"),
    };
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

/// Which of two names comes first.
pub fn of_names(language: Language, one: &str, other: &str) -> Ordering {
    let collator = match language {
        Language::English => &COLLATORS[0],
        Language::Khmer => &COLLATORS[1],
        Language::French => &COLLATORS[2],
    };
    collator.as_ref().map_or_else(|| one.cmp(other), |collator| collator.compare(one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: Language, mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by(|one, other| of_names(language, one, other));
        names
    }

    #[test]
    fn provinces_stand_in_the_order_of_the_khmer_alphabet() {
        // As in the list of provinces by the Ministry of Interior's own alphabetical index: ក, ខ, ត, ព, រ, ស.
        assert_eq!(
            sorted(Language::Khmer, vec!["សៀមរាប", "កំពត", "រតនគិរី", "ក្រចេះ", "ពោធិ៍សាត់", "តាកែវ", "កណ្ដាល"]),
            ["កណ្ដាល", "កំពត", "ក្រចេះ", "តាកែវ", "ពោធិ៍សាត់", "រតនគិរី", "សៀមរាប"]
        );
    }

    #[test]
    fn accents_and_capitals_do_not_part_french_names() {
        assert_eq!(
            sorted(Language::French, vec!["Zoé", "Évry", "etat", "Etienne"]),
            ["etat", "Etienne", "Évry", "Zoé"]
        );
    }
}
