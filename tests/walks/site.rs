//! Every page of the site, as a reader comes to it: from the first page by links and forms, in every language.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::{http::Method, routing::MethodFilter};
use samleng::{
    address,
    app::rows,
    platform::session::{Proof, Role},
    words::Language,
};
use tokio::sync::OnceCell;

use super::{
    addresses::Patterns,
    markup::{Piece, Tag, pieces, tags},
};
use samleng_test_support::{
    answer::Answer,
    app::{PUBLIC_URL, TestApp},
    post::{Mail, mails},
    reader::Form,
};

/// What is written as a name.
const NAME: &str = "Sok Dara";

/// So many pages of one row of the site map in one language teach something; the forum's lines, each of which can be quoted, are
/// hundreds.
const ENOUGH_OF_A_KIND: usize = 20;

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
    /// What an address of the whole demo answered once more: to another stranger, and to whoever has it already.
    pub again: BTreeMap<String, (Answer, Answer)>,
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
                sites.push(Self::of(&app, usize::MAX).await);
            }
            sites
        };
        SITES.get_or_init(walk).await
    }

    /// The site of the whole demo in `content/demo`, with what no link leads to; walked once for all tests.
    pub async fn of_the_whole_demo() -> &'static Self {
        static SITE: OnceCell<Site> = OnceCell::const_new();
        let walk = async || {
            let app = TestApp::of_the_whole_demo().await;
            let mut site = Self::of(&app, ENOUGH_OF_A_KIND).await;
            site.ask_again(&app).await;
            site.add_what_mails_lead_to(&app).await;
            site.add_what_no_link_leads_to(&app).await;
            site.add_refusals(&app).await;
            site
        };
        SITE.get_or_init(walk).await
    }

    /// Walks from `/` as somebody of each language until nothing new is seen, but for what is `enough` of a language's pages of
    /// one row of the site map.
    async fn of(app: &TestApp, enough: usize) -> Self {
        let patterns = Patterns::of_the_app();
        let mut of_a_kind = BTreeMap::<(Option<String>, Option<String>), usize>::new();
        let reader = app.reader(NAME);
        let mut site = Self { pages: Vec::new(), answers: BTreeMap::new(), again: BTreeMap::new(), forms: Vec::new() };
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
            let language = path.split('/').nth(1).map(str::to_owned);
            let kind = patterns.leads_to(Method::GET, &path).await;
            let seen = of_a_kind.entry((language, kind)).or_default();
            *seen += 1;
            if *seen > enough {
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

    /// Asks for every address once more: as a stranger of another kind, and as whoever has it already.
    async fn ask_again(&mut self, app: &TestApp) {
        let stranger = app.reader("Stranger").speaking(Language::French).from("2001:db8::7");
        for (path, answer) in &self.answers {
            let second = stranger
                .opens(path)
                .with("user-agent", "another")
                .with("cookie", "anything=1")
                .with("referer", "https://elsewhere.example/")
                .await;
            let known = stranger.opens(path).with("if-none-match", answer.header("etag")).await;
            self.again.insert(path.clone(), (second, known));
        }
    }

    /// Follows, confirms and joins in each language, as far as the links of mails lead.
    async fn add_what_mails_lead_to(&mut self, app: &TestApp) {
        for language in Language::ALL {
            let reader = app.reader(NAME).speaking(language);
            let address = format!("dara-{language}@members.example");
            reader.posts(&address::follow(language), &[("address", &address)]).await;
            let joins = [("act", "mail"), ("name", NAME), ("address", &address)];
            reader.posts(&address::join(language), &joins).await;
            app.works().await;
            let mut links: Vec<String> = mails(app).iter().flat_map(Mail::links).collect();
            // Mail programs leave by another address with the same token.
            let subscription = links.iter().find_map(|link| link.strip_prefix(&address::subscription(language, "")));
            links.extend(subscription.map(address::leave_at_once));
            for link in links {
                // A press of the button, and what stands there afterwards; a link that signs in is spent by then.
                for asked in [format!("GET {link}"), format!("GET {link} again")] {
                    let answer = reader.opens(&link).without_cookies().await;
                    if is_page(&answer) && answer.status.is_success() {
                        for form in self.add(asked, &link, &answer, &mut VecDeque::new()) {
                            reader.presses(&form).await;
                        }
                    }
                    self.answers.entry(link.clone()).or_insert(answer);
                }
            }
        }
    }

    /// Opens every other page of the site map whose address needs nothing but a language, as a steward where not everybody may,
    /// and what the pages behind the sign-in lead to.
    async fn add_what_no_link_leads_to(&mut self, app: &TestApp) {
        let steward = app.signed_in(&app.member(Role::Steward).await, Proof::Passkey, 0).await;
        let gets = rows().into_iter().filter(|row| row.method == MethodFilter::GET);
        let mut next: VecDeque<String> = gets
            .flat_map(|row| Language::ALL.map(|language| row.path.replace("{language}", language.code())))
            .filter(|path| !path.contains('{'))
            .collect();
        while let Some(path) = next.pop_front() {
            if self.answers.get(&path).is_some_and(|answer| answer.status.is_success()) {
                continue;
            }
            let answer = steward.opens(&path).await;
            if is_page(&answer) && answer.status.is_success() {
                self.add(format!("GET {path} as a steward"), &path, &answer, &mut next);
            }
            // Whatever somebody is sent to is walked already.
            next.retain(|path| !self.answers.contains_key(path));
            self.answers.insert(path, answer);
        }
    }

    /// Asks for what is not there, and posts from another site.
    async fn add_refusals(&mut self, app: &TestApp) {
        for language in Language::ALL {
            let reader = app.reader(NAME).speaking(language);
            let nothing = format!("{}nothing-here", address::home(language));
            let steps = address::steps(language);
            let foreign = reader.posts(&steps, &[]).with("origin", "https://evil.example").without("sec-fetch-site");
            for (asked, path, answer) in [
                (format!("GET {nothing}"), nothing.clone(), reader.opens(&nothing).await),
                (format!("POST {steps} from another site"), steps, foreign.await),
            ] {
                assert!(is_page(&answer) && answer.status.is_client_error(), "{answer}");
                self.add(asked, &path, &answer, &mut VecDeque::new());
            }
        }
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
