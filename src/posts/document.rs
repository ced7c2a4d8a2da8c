//! How a post is checked and published.

use super::{Post, Submission, store};
use crate::{
    alerts,
    error::Error,
    issues,
    platform::{
        config::Settings,
        db::Writing,
        documents::{
            Document, Fault, FaultKind, Name, Publication, markdown,
            stored::{html, text_faults, url_fault},
        },
    },
};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 120;

/// The longest summary, and the longest answer in a submission, in characters.
const LONGEST_SUMMARY: usize = 600;

/// The most issues, alerts, sources or answers.
const MOST: usize = 40;

impl Document for Post {
    const KIND: &'static str = "post";
    const FORMAT: i64 = 1;

    fn faults(&self) -> Vec<Fault> {
        let mut faults = text_faults("title", &self.title, |_| LONGEST_TITLE);
        faults.extend(text_faults("summary", &self.summary, |_| LONGEST_SUMMARY));
        faults.extend(text_faults("body", &self.body, |_| markdown::LONGEST));
        for (place, source) in self.sources.iter().enumerate() {
            faults.extend(source.url.iter().filter_map(|url| url_fault(format!("sources[{place}].url"), url)));
        }
        for (at, length) in
            [("issues", self.issues.len()), ("alerts", self.alerts.len()), ("sources", self.sources.len())]
        {
            if length > MOST {
                faults.push(Fault::new(at, FaultKind::Form(format!("at most {MOST} entries"))));
            }
        }
        faults.extend(self.submission.iter().flat_map(submission_faults));
        faults
    }

    fn name(&self, _: &[String], _: &Settings) -> Result<Name, Fault> {
        Ok(Name { slug: self.slug.clone(), number: None })
    }

    async fn publish(&self, writing: &mut Writing, publication: &Publication) -> Result<Vec<Fault>, Error> {
        let mut faults = Vec::new();
        for issue in &self.issues {
            if !issues::store::exists(writing, issue).await? {
                faults.push(Fault::new("issues", FaultKind::Unknown(issue.to_string())));
            }
        }
        for alert in &self.alerts {
            if !alerts::store::exists(writing, alert).await? {
                faults.push(Fault::new("alerts", FaultKind::Unknown(alert.to_string())));
            }
        }
        if faults.is_empty() {
            match html("body", &self.body, 2) {
                Ok(html) => store::publish(writing, publication, self, &html).await?,
                Err(fault) => faults.push(fault),
            }
        }
        Ok(faults)
    }
}

fn submission_faults(submission: &Submission) -> Vec<Fault> {
    let mut faults = text_faults("submission.to", &submission.to, |_| LONGEST_TITLE * 2);
    faults.extend(text_faults("submission.about", &submission.about, |_| LONGEST_SUMMARY));
    faults.extend(url_fault("submission.document".to_owned(), &submission.document));
    if submission.answers.len() > MOST {
        faults.push(Fault::new("submission.answers", FaultKind::Form(format!("at most {MOST} entries"))));
    }
    for (place, answer) in submission.answers.iter().enumerate() {
        let at = format!("submission.answers[{place}]");
        faults.extend(text_faults(&format!("{at}.text"), &answer.text, |_| LONGEST_SUMMARY));
        if answer.date < submission.submitted {
            faults
                .push(Fault::new(format!("{at}.date"), FaultKind::Form("on or after the day of submitted".to_owned())));
        }
    }
    faults
}
