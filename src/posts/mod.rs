//! Posts: what the community writes; and submissions, the posts that record what was submitted to a body of the United Nations.

#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod feed;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
pub mod views;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    alerts::Source,
    words::{Localized, Slug},
};

/// A post as coordinators write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its address.
    pub slug: Slug,
    /// The day it is dated.
    pub issued: Date,
    /// The issues that it belongs to.
    #[serde(default)]
    pub issues: Vec<Slug>,
    /// The alerts of which it speaks.
    #[serde(default)]
    pub alerts: Vec<Slug>,
    /// Its title.
    pub title: Localized<String>,
    /// What it says, in a sentence or two.
    pub summary: Localized<String>,
    /// Its text, as Markdown.
    pub body: Localized<String>,
    /// On what it rests.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What was submitted, where it records that.
    #[serde(default)]
    pub submission: Option<Submission>,
}

/// What was submitted to a body of the United Nations, and what came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// To what kind of body.
    pub body: Body,
    /// When.
    pub submitted: Date,
    /// The document, to be read: http or https.
    pub document: String,
    /// The body's name.
    pub to: Localized<String>,
    /// About what, in a sentence.
    pub about: Localized<String>,
    /// What was answered.
    #[serde(default)]
    pub answers: Vec<Answer>,
}

/// A kind of body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// An expert of the Human Rights Council.
    SpecialRapporteur,
    /// The Universal Periodic Review.
    Upr,
    /// The committee of a treaty.
    TreatyBody,
    /// UNESCO.
    Unesco,
}

/// An answer to a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// When it came.
    pub date: Date,
    /// What it says.
    pub text: Localized<String>,
}

/// A post as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The day it is dated.
    pub issued: Date,
    /// Its title.
    pub title: Localized<String>,
    /// What it says, in a sentence or two.
    pub summary: Localized<String>,
    /// To whom and when it was submitted, where it records that.
    pub submission: Option<SubmissionInBrief>,
}

/// A submission as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionInBrief {
    /// To what kind of body.
    pub body: Body,
    /// The body's name.
    pub to: Localized<String>,
    /// When.
    pub submitted: Date,
    /// When the last answer came.
    pub answered: Option<Date>,
}

/// Where a post stands: submissions stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Among the posts.
    Posts,
    /// Among the submissions.
    Submissions,
}

impl Shelf {
    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Posts => "post",
            Self::Submissions => "submission",
        }
    }
}

impl Post {
    /// Where it stands.
    pub fn shelf(&self) -> Shelf {
        if self.submission.is_some() { Shelf::Submissions } else { Shelf::Posts }
    }
}

impl From<&Post> for Brief {
    fn from(post: &Post) -> Self {
        Self {
            issued: post.issued,
            title: post.title.clone(),
            summary: post.summary.clone(),
            submission: post.submission.as_ref().map(|submission| SubmissionInBrief {
                body: submission.body,
                to: submission.to.clone(),
                submitted: submission.submitted,
                answered: submission.answers.iter().map(|answer| answer.date).max(),
            }),
        }
    }
}
