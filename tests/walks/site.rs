//! Every page of the site, as a reader comes to it: from the first page by links and forms, in every language.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::Method;
use samleng::words::Language;
use tokio::sync::OnceCell;

use super::markup::{Piece, Tag, pieces, tags};
use samleng_test_support::{
    answer::Answer,
    app::{PUBLIC_URL, TestApp},
    reader::Form,
};

/// What is written as a name.
const NAME: &str = "Sok Dara";

/// A page, and how somebody came to it.
pub struct Walked {
    /// E.g. `GET /en/steps`, or `POST /en/steps` for what a form gave.
    pub asked: String,
    /// The page's path.
    pub path: String,
    /// Its HTML.
    pub html: String,
}

/// Where a link or an address in a page leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leads {
    /// To a path of ours; without the part behind `#`.
    Here(String),
    /// To an element of the same page.
    Within(String),
    /// To another site, or to the mail program.
    Away,
    /// To something that no page of ours may hold.
    Nowhere(String),
}

impl Leads {
    /// Where the value of `href`, `src` or `action` leads.
    pub fn to(value: &str) -> Self {
        let value = value.strip_prefix(PUBLIC_URL).unwrap_or(value);
        match value.strip_prefix('#') {
            Some(element) => Self::Within(element.to_owned()),
            None if value.starts_with('/') && !value.starts_with("//") => {
                Self::Here(value.split('#').next().unwrap_or_default().to_owned())
            }
            None if ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| value.starts_with(scheme)) => {
                Self::Away
            }
            None => Self::Nowhere(value.to_owned()),
        }
    }
}

/// The whole site.
pub struct Site {
    /// Every page that a link or a form led to.
    pub pages: Vec<Walked>,
    /// What every own link and file answered, by its path.
    pub answers: BTreeMap<String, Answer>,
    /// What every form answered, by its path, first as it stands, then filled in.
    pub forms: Vec<(String, Answer)>,
}

impl Site {
    /// The site of the demo on both engines; walked once for all tests.
    pub async fn on_both_engines() -> &'static [Self] {
        static SITES: OnceCell<Vec<Site>> = OnceCell::const_new();
        let walk = async || {
            let mut sites = Vec::new();
            for app in TestApp::on_both_engines().await {
                app.has_a_closed_alert().await;
                sites.push(Self::of(&app).await);
            }
            sites
        };
        SITES.get_or_init(walk).await
    }

    /// Walks from `/` as somebody of each language until nothing new is seen.
    async fn of(app: &TestApp) -> Self {
        let reader = app.reader(NAME);
        let mut site = Self { pages: Vec::new(), answers: BTreeMap::new(), forms: Vec::new() };
        let mut next = VecDeque::new();
        for language in Language::ALL {
            let first = app.reader(NAME).speaking(language).opens("/").await;
            next.push_back(first.location().unwrap_or_else(|| panic!("{first} leads nowhere")).to_owned());
        }
        let mut posted = BTreeSet::new();
        while let Some(path) = next.pop_front() {
            if site.answers.contains_key(&path) {
                continue;
            }
            let answer = reader.opens(&path).without_cookies().await;
            let mut forms = Vec::new();
            if is_page(&answer) {
                forms = site.add(format!("GET {path}"), &path, &answer, &mut next);
            }
            site.answers.insert(path, answer);
            // What a form gives may hold another form, which is posted too.
            while let Some(form) = forms.pop() {
                for form in [form.clone(), form.clone().with("name", NAME)] {
                    let fields: Vec<&str> = form.fields.iter().map(|(_, value)| value.as_str()).collect();
                    if !posted.insert((form.action.clone(), fields.iter().map(|value| value.len()).collect::<Vec<_>>()))
                    {
                        continue;
                    }
                    let answer = reader.presses(&form).without_cookies().await;
                    if is_page(&answer) {
                        forms.extend(site.add(format!("POST {}", form.action), &form.action, &answer, &mut next));
                    } else if let Some(location) = answer.location() {
                        next.push_back(location.to_owned());
                    }
                    site.forms.push((form.action.clone(), answer));
                }
            }
        }
        site
    }

    fn add(&mut self, asked: String, path: &str, answer: &Answer, next: &mut VecDeque<String>) -> Vec<Form> {
        let html = answer.text().to_owned();
        for tag in tags(&html) {
            for value in links(&tag) {
                if let Leads::Here(path) = Leads::to(value) {
                    next.push_back(path);
                }
            }
        }
        let forms = forms(&html);
        self.pages.push(Walked { asked, path: path.to_owned(), html });
        forms
    }

    /// What a path answers to GET.
    pub fn answer(&self, path: &str) -> Option<&Answer> {
        self.answers.get(path)
    }
}

fn is_page(answer: &Answer) -> bool {
    answer.header("content-type").starts_with("text/html")
}

/// Where a tag leads to by GET.
pub fn links(tag: &Tag) -> impl Iterator<Item = &str> {
    let by_get =
        tag.name != "form" || tag.get("method").is_none_or(|method| method.eq_ignore_ascii_case(Method::GET.as_str()));
    let action = tag.get("action").filter(|_| by_get);
    [tag.get("href"), tag.get("src"), action, tag.get("poster"), tag.get("data")].into_iter().flatten()
}

/// The forms of a page that are posted, with their fields.
pub fn forms(html: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut inside = false;
    for piece in pieces(html) {
        match piece {
            Piece::Tag(tag) if tag.name == "form" => {
                inside = tag.get("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
                if inside {
                    let action = tag.get("action").unwrap_or_default().to_owned();
                    forms.push(Form { action, fields: Vec::new() });
                }
            }
            Piece::End(name) if name == "form" => inside = false,
            Piece::Tag(tag) if inside => {
                if let (Some(form), Some(name)) = (forms.last_mut(), tag.get("name").filter(|_| tag.name != "details"))
                {
                    form.fields.push((name.to_owned(), tag.get("value").unwrap_or_default().to_owned()));
                }
            }
            _ => {}
        }
    }
    forms
}

#[test]
fn where_a_link_leads_is_told_apart() {
    for (value, leads) in [
        ("/en/steps", Leads::Here("/en/steps".to_owned())),
        ("/en/steps#two", Leads::Here("/en/steps".to_owned())),
        ("https://samleng.example/en/", Leads::Here("/en/".to_owned())),
        ("#copy", Leads::Within("copy".to_owned())),
        ("https://a.example/", Leads::Away),
        ("mailto:a@b.example", Leads::Away),
        ("//a.example", Leads::Nowhere("//a.example".to_owned())),
        ("javascript:alert(1)", Leads::Nowhere("javascript:alert(1)".to_owned())),
        ("alerts", Leads::Nowhere("alerts".to_owned())),
        ("", Leads::Nowhere(String::new())),
    ] {
        assert_eq!(Leads::to(value), leads);
    }
}

#[test]
fn forms_are_read_with_their_fields() {
    let html = "<form method=\"get\" action=\"/a\"><input name=\"x\"></form>\
                <form method=\"post\" action=\"/b\"><p><input name=\"y\" value=\"1\"><button name=\"z\">z</button></p></form>";
    let read = forms(html);
    assert_eq!((read.len(), read[0].action.as_str(), read[0].field("y"), read[0].fields.len()), (1, "/b", "1", 2));
}
