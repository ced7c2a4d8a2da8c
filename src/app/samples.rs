//! Every component in every state and language on one page, so that a designer sees all of it at once: `serve --samples`.
//!
//! The words are the demo's, and those of `src/alerts/samples`: as long as they may be, and in one language only.

mod following;
mod members;
mod stepping;

use std::{path::Path as FilePath, sync::Arc};

use axum::extract::State;
use i18n_embed_fl::fl;
use jiff::{Timestamp, ToSpan, civil::Date};
use leptos::prelude::*;

use crate::{
    about::{AboutPage, pages::AboutArticle, store::Published},
    address,
    alerts::{
        Alert, Picture, Recording,
        article::article,
        brief::Brief,
        course::Course,
        html::Html,
        pages::{AlertsPage, ClosedPage},
        sheet::sheet,
        shown::Shown,
        store::{ListedAlert, PublishedAlert},
        views::Deadline,
    },
    error::Error,
    forums::{self, Cancelled, Forum, article::forum_article, captions, playing::Sizes, store::PublishedForum},
    home::pages::Home,
    issues::{
        Issue,
        pages::{IssuePage, IssuesPage},
        store::PublishedIssue,
        views::Event,
    },
    letters::{
        choices::Choices,
        filled::chosen,
        template::Template,
        thanks::ThanksPage,
        views::{Closed, ComposerPage, Loaded, Stage},
    },
    officials::{
        Official,
        pages::{OfficialPage, OfficialsPage},
    },
    on_paper::{self, PaperForm, PaperRefusal, PaperReport, views::OnPaperPage},
    platform::{
        documents::{file, stored::html},
        http::{Instance, Path},
        i18n::words,
        ui::{ErrorSummary, Notice, Page, error_content},
    },
    posts::{
        self, Post, Shelf,
        pages::{ShelfPage, post_article},
        store::{ListedPost, PublishedPost},
    },
    primers::{
        Primer,
        pages::{PrimersPage, primer_article},
        store::PublishedPrimer,
        views::Checked,
    },
    words::{Language, Localized, Refusal, Slug},
};

/// What absolute links begin with.
const ORIGIN: &str = "https://samleng.example";

/// One component in one state.
pub struct Sample {
    /// What it shows.
    pub name: &'static str,
    /// The component.
    pub view: AnyView,
}

/// `GET /{language}/samples`, where the instance was started with `--samples`.
pub async fn show(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Page, Error> {
    if !instance.settings.samples {
        return Err(Error::NotFound);
    }
    let today = instance.today();
    let title = fl!(words(language), "samples-title");
    Ok(Page::new(language, title.clone(), move || {
        let samples: Vec<_> = samples(language, today)
            .unwrap_or_default()
            .into_iter()
            .map(|sample| {
                view! {
                    <section class="sample">
                        <p class="sample__name">{sample.name}</p>
                        {sample.view}
                    </section>
                }
            })
            .collect();
        view! { <p class="sample__title">{title}</p> {samples} }
    })
    .unlisted()
    .asleep()
    .with_style_of_accounts())
}

/// Every sample; nothing where a document of the demo cannot be read, which a test would have found. To be called where views
/// are drawn.
pub fn samples(language: Language, today: Date) -> Option<Vec<Sample>> {
    let demo = Demo::read(today)?;
    let mut samples = parts(language);
    samples.extend(of_alerts(&demo, today, language)?);
    samples.extend(of_letters(&demo, today, language)?);
    samples.extend(of_forums(&demo, language)?);
    samples.extend(of_the_rest(&demo, today, language)?);
    samples.extend(stepping::samples(&demo, today, language)?);
    samples.extend(following::samples(&demo.issues, language));
    samples.extend(members::samples(language));
    Some(samples)
}

fn sample(name: &'static str, view: impl IntoView + 'static) -> Sample {
    Sample { name, view: view.into_any() }
}

fn parts(language: Language) -> Vec<Sample> {
    let act_by = jiff::civil::date(2026, 12, 8);
    let refused =
        || vec![("name", fl!(words(language), "name-missing")), ("sent", fl!(words(language), "form-outdated"))];
    let other = if language == Language::Khmer { Language::English } else { Language::Khmer };
    let error = |status: u16| error_content(language, status);
    vec![
        sample("deadline", view! { <Deadline act_by days_left=13 beside="214" language/> }),
        sample("deadline: last day", view! { <Deadline act_by days_left=0 language/> }),
        sample("deadline: passed", view! { <Deadline act_by days_left=-1 language/> }),
        sample("error summary", view! { <ErrorSummary refused=refused() language/> }),
        sample("notice: another language", view! { <Notice found=other language/> }),
        sample("error: not found", error(404)),
        sample("error: busy", error(503)),
        sample("error: ours", error(500)),
    ]
}

fn of_alerts(demo: &Demo, today: Date, language: Language) -> Option<Vec<Sample>> {
    let alert = |change: &dyn Fn(&mut Shown)| {
        let mut shown = demo.shown(0)?;
        change(&mut shown);
        Some(article(&shown, today, language))
    };
    let years = vec![2026_i16, 2025];
    let mut samples = vec![
        sample("alert: urgent, with recording and picture", alert(&|_| {})?),
        sample("alert: many letters", alert(&|shown| shown.sent = 1_234_567)?),
        sample("alert: files that are gone", alert(&|shown| shown.sizes.clear())?),
        sample("alert: last day", alert(&|shown| shown.published.alert.act_by = today)?),
        sample("alert: no official", alert(&|shown| shown.officials.clear())?),
        sample(
            "alerts: none",
            view! { <AlertsPage alerts=Vec::new() issues=demo.issues.clone() years=Vec::new() today language/> },
        ),
        sample(
            "alerts",
            view! { <AlertsPage alerts=demo.listed() issues=demo.issues.clone() years=years.clone() today language/> },
        ),
        sample(
            "alerts: closed",
            view! { <ClosedPage alerts=demo.listed() issues=demo.issues.clone() year=2026 years today language/> },
        ),
        sample(
            "case sheet",
            sheet(&demo.shown(0)?, &address::write(language, &demo.shown(0)?.published.slug, 1), today, language),
        ),
    ];
    let names = [
        "alert: two updates, extended",
        "alert: paused",
        "alert: good news",
        "alert: lapsed",
        "alert: content warning, another action",
        "alert: as long as it may be",
        "alert: in Khmer only",
    ];
    for (name, place) in names.into_iter().zip(1..) {
        samples.push(sample(name, article(&demo.shown(place)?, today, language)));
    }
    Some(samples)
}

fn of_letters(demo: &Demo, today: Date, language: Language) -> Option<Vec<Sample>> {
    let write = |place: usize, letter: usize, stage: Stage| {
        let Shown { published, officials, .. } = demo.shown(place)?;
        let model = published.alert.letter(letter)?;
        let template = Template::of(model, &officials, language);
        let to = chosen(&model.to, &officials).into_iter().cloned().collect();
        let course = published.alert.course(today);
        let origin = ORIGIN.to_owned();
        let loaded = Loaded { alert: published, letter, template, to, course, open: None, today, origin, language };
        Some(view! { <ComposerPage loaded stage/> }.into_any())
    };
    let choices = |name: &str| Choices { seed: 7, name: name.to_owned(), ..Choices::default() };
    let refused =
        Choices { own: "My aunt lives there.".to_owned(), city: "<Lyon>".to_owned(), ..choices("<b>Sok</b>") };
    let refusals = vec![Refusal::NameUnreadable, Refusal::CityUnreadable];
    let mut samples = vec![
        sample("composer", write(0, 1, Stage::first())?),
        sample("composer: second letter", write(0, 2, Stage::first())?),
        sample("composer: refused", write(0, 1, Stage::Form { choices: refused, refused: refusals, again: true })?),
        sample("composer: asks about safety", write(5, 1, Stage::first())?),
        sample(
            "thanks",
            view! { <ThanksPage alert=demo.shown(0)?.published letter=1 says=fl!(words(language), "thanks-title") reported=false origin=ORIGIN.to_owned() language/> },
        ),
        sample(
            "thanks: last letter",
            view! { <ThanksPage alert=demo.shown(0)?.published letter=2 says=fl!(words(language), "thanks-count", count = 214, shown = "214") reported=true origin=ORIGIN.to_owned() language/> },
        ),
    ];
    let made =
        Choices { own: "My aunt lives there.".to_owned(), city: "Lyon".to_owned(), ..choices("សុខា Sok Dara") };
    samples.push(sample("letter on paper", write(0, 1, Stage::Paper(made.clone()))?));
    let stage = |choices, compared| Stage::Made { choices, key: "0".repeat(32), refused: Vec::new(), compared };
    samples.push(sample("letter", write(0, 1, stage(made.clone(), false))?));
    samples.push(sample("letter: compared", write(0, 1, stage(made, true))?));
    let paused = demo.shown(2)?.published;
    let course = paused.alert.course(today);
    samples.push(sample("composer: paused", view! { <Closed alert=paused course open=None language/> }));
    let open = demo.listed().into_iter().next();
    let late = demo.shown(1)?.published;
    samples.push(sample("composer: late", view! { <Closed alert=late course=Course::Waiting open language/> }));
    let on_paper = |stage| Some(view! { <OnPaperPage alert=demo.shown(0)?.published stage language/> }.into_any());
    let form = PaperForm { letter: "2".to_owned(), count: "many".to_owned(), gathering: "Lyon".to_owned() };
    let refused = vec![PaperRefusal::CountUnreadable];
    samples.push(sample(
        "on paper",
        on_paper(on_paper::views::Stage::Form { form: PaperForm::default(), refused: Vec::new() })?,
    ));
    samples.push(sample("on paper: refused", on_paper(on_paper::views::Stage::Form { form, refused })?));
    let taken = PaperReport { letter: 1, count: 24, gathering: String::new() };
    samples.push(sample("on paper: taken", on_paper(on_paper::views::Stage::Taken(taken))?));
    Some(samples)
}

/// A forum at every stage of its course.
fn of_forums(demo: &Demo, language: Language) -> Option<Vec<Sample>> {
    let forum = |change: fn(&mut Forum), hours: i64| {
        let mut forum = demo.forum.clone();
        change(&mut forum);
        let files = [
            "when-the-radio-goes-silent/index.m3u8",
            "when-the-radio-goes-silent.mp4",
            "when-the-radio-goes-silent.m4a",
        ];
        let shown = forums::article::Shown {
            issue: demo.issues.iter().find(|issue| issue.slug == forum.issue)?.clone(),
            alerts: vec![demo.shown(0)?.published],
            google: Some("https://calendar.example/".to_owned()),
            contact: Some("network@samleng.example".to_owned()),
            said: Some(forums::transcripts::Said {
                languages: vec![Language::English, Language::Khmer],
                shown: Language::English,
                lines: captions::read(include_str!("../../content/demo/media/when-the-radio-goes-silent-en.vtt")).lines,
            })
            .filter(|_| forum.recording.is_some()),
            sizes: Sizes(files.map(|file| (file.to_owned(), 420_000)).to_vec()),
            now: forum.times().ok()?.from.checked_add(hours.hours()).ok()?,
            published: PublishedForum {
                document: "forum".to_owned(),
                published_at: Timestamp::UNIX_EPOCH,
                changed_at: Timestamp::UNIX_EPOCH,
                sequence: 0,
                html: forums::html::Html::of(&forum).ok()?,
                forum,
            },
        };
        Some(forum_article(&shown, language))
    };
    let without = |forum: &mut Forum| forum.recording = None;
    Some(vec![
        sample("forum: announced", forum(without, -48)?),
        sample(
            "forum: live",
            forum(
                |forum| {
                    forum.recording = None;
                    forum.broadcast.stream = "https://stream.example/live/index.m3u8".parse().ok();
                },
                0,
            )?,
        ),
        sample(
            "forum: live at a company",
            forum(
                |forum| {
                    forum.recording = None;
                    forum.broadcast.embed = "https://youtu.be/abcdefghi-_".to_owned().try_into().ok();
                },
                0,
            )?,
        ),
        sample("forum: recorded", forum(|_| {}, 48)?),
        sample("forum: no recording", forum(without, 48)?),
        sample(
            "forum: cancelled",
            forum(
                |forum| {
                    let reason = forum.summary.clone();
                    forum.cancelled = Some(Cancelled { on: forum.date, reason });
                },
                -1,
            )?,
        ),
    ])
}

fn of_the_rest(demo: &Demo, today: Date, language: Language) -> Option<Vec<Sample>> {
    let official = demo.officials.iter().find(|official| official.emails.is_empty())?.clone();
    let issues: Vec<(Issue, usize)> = demo.issues.iter().cloned().zip([2, 1, 0, 0, 0]).collect();
    let primer = |checked: Checked| primer_article(&demo.primer, &checked, language);
    let post = |place: usize| {
        let shown = posts::pages::Shown {
            published: demo.posts.get(place)?.clone(),
            issues: demo.issues.clone(),
            alerts: vec![demo.shown(0)?.published],
            before: demo.listed_posts().first().cloned(),
            after: demo.listed_posts().last().cloned(),
        };
        Some(post_article(&shown, language))
    };
    let lead = demo.listed().into_iter().next().map(|alert| (alert, 214));
    let issue = demo.issues.first()?.clone();
    let published = PublishedIssue { html: made(&issue.body), issue };
    let events = Event::of(&demo.listed(), &demo.listed_posts(), today);
    let now = jiff::tz::TimeZone::UTC.to_timestamp(today.at(12, 0, 0, 0)).ok()?;
    Some(vec![
        sample(
            "home: nothing yet",
            view! { <Home lead=None others=Vec::new() issues=Vec::new() forum=None posts=Vec::new() today now language/> },
        ),
        sample(
            "home",
            view! { <Home lead others=demo.listed() issues=demo.issues.clone() forum=None posts=demo.listed_posts() today now language/> },
        ),
        sample("issues", view! { <IssuesPage issues language/> }),
        sample("officials", view! { <OfficialsPage officials=demo.officials.clone() language/> }),
        sample("posts: none", view! { <ShelfPage posts=Vec::new() shelf=Shelf::Posts language/> }),
        sample("posts", view! { <ShelfPage posts=demo.listed_posts() shelf=Shelf::Posts language/> }),
        sample("submissions: none", view! { <ShelfPage posts=Vec::new() shelf=Shelf::Submissions language/> }),
        sample("post", post(0)?),
        sample("submission: answered", post(1)?),
        sample("submission: no answer", post(2)?),
        sample("primers", view! { <PrimersPage primers=vec![demo.primer.primer.clone()] language/> }),
        sample("primer", primer(Checked::NotYet)),
        sample("primer: an answer is missing", primer(Checked::Missing([Some(0), None, Some(2)]))),
        sample("primer: answered", primer(Checked::Told([Some(1), Some(0), Some(0)]))),
        sample("issue", view! { <IssuePage published events forums=Vec::new() now language/> }),
        sample(
            "official: by post only",
            view! { <OfficialPage official alerts=demo.listed() issues=demo.issues.clone() sent=3 today language/> },
        ),
        sample("about us", view! { <AboutArticle published=demo.about.clone() slug="about" facts=None language/> }),
    ])
}

/// The documents that the samples show.
struct Demo {
    alerts: Vec<PublishedAlert>,
    issues: Vec<Issue>,
    officials: Vec<Official>,
    posts: Vec<PublishedPost>,
    primer: PublishedPrimer,
    forum: Forum,
    about: Published,
}

macro_rules! demo {
    ($($name:literal),* $(,)?) => {
        [$(include_str!(concat!("../../content/demo/", $name, ".toml"))),*]
    };
}

impl Demo {
    fn read(today: Date) -> Option<Self> {
        let alerts = demo![
            "alerts/kua-7-26",
            "alerts/kua-4-26",
            "alerts/kua-3-26",
            "alerts/kua-2-26",
            "alerts/kua-1-26",
            "alerts/kua-12-25",
        ];
        let more = [include_str!("../alerts/samples/longest.toml"), include_str!("../alerts/samples/only-khmer.toml")];
        let alerts: Vec<Alert> = all(alerts.into_iter().chain(more), today)?;
        let issues = demo![
            "issues/land-evictions",
            "issues/mass-trials",
            "issues/independent-media",
            "issues/political-opposition",
            "issues/angkor",
        ];
        let issues: Vec<Issue> = all(issues, today)?;
        let officials = demo![
            "officials/minister-of-land-management",
            "officials/minister-of-justice",
            "officials/embassy-in-washington",
            "officials/embassy-in-paris",
            "officials/special-rapporteur-expression",
            "officials/special-rapporteur-housing",
        ];
        let posts = demo![
            "posts/after-the-upr-session",
            "posts/mass-trials-to-the-special-rapporteur",
            "posts/media-closures-to-the-human-rights-committee",
        ];
        let primer: Primer = document(include_str!("../../content/demo/primers/how-urgent-actions-work.toml"), today)?;
        let page: AboutPage = document(include_str!("../../content/about/about.toml"), today)?;
        Some(Self {
            alerts: alerts.into_iter().map(published).collect::<Option<_>>()?,
            issues,
            officials: all(officials, today)?,
            posts: all::<Post>(posts, today)?
                .into_iter()
                .map(|post| PublishedPost {
                    document: String::new(),
                    published_at: Timestamp::UNIX_EPOCH,
                    changed_at: Timestamp::UNIX_EPOCH,
                    html: made(&post.body),
                    post,
                })
                .collect(),
            primer: PublishedPrimer { html: made(&primer.body), primer },
            forum: document(include_str!("../../content/demo/forums/when-the-radio-goes-silent.toml"), today)?,
            about: Published { html: made(&page.body), page },
        })
    }

    /// The alert at that place with everything around it.
    fn shown(&self, place: usize) -> Option<Shown> {
        let published = self.alerts.get(place)?.clone();
        let issue = self.issues.iter().find(|issue| issue.slug == published.alert.issue)?.clone();
        let listed = published.alert.officials();
        let officials = self.officials.iter().filter(|official| listed.contains(&&official.slug)).cloned().collect();
        let Alert { recording, picture, .. } = &published.alert;
        let files = recording.iter().map(|(_, Recording { file, .. })| file);
        let sizes =
            files.chain(picture.iter().map(|Picture { file, .. }| file)).map(|file| (file.clone(), 128_000)).collect();
        Some(Shown { published, issue, officials, sent: 214, on_paper: 24, sizes })
    }

    fn listed(&self) -> Vec<ListedAlert> {
        let listed = |published: &PublishedAlert| ListedAlert {
            document: published.document.clone(),
            slug: published.slug.clone(),
            number: published.number.clone(),
            published_at: published.published_at,
            changed_at: published.changed_at,
            brief: Brief::from(&published.alert),
        };
        self.alerts.iter().map(listed).collect()
    }

    fn listed_posts(&self) -> Vec<ListedPost> {
        let listed = |post: &PublishedPost| ListedPost { slug: post.post.slug.clone(), brief: (&post.post).into() };
        self.posts.iter().map(listed).collect()
    }
}

fn all<'a, D: serde::de::DeserializeOwned>(texts: impl IntoIterator<Item = &'a str>, today: Date) -> Option<Vec<D>> {
    texts.into_iter().map(|text| document(text, today)).collect()
}

/// A document of the demo, its dates moved to today.
fn document<D: serde::de::DeserializeOwned>(text: &str, today: Date) -> Option<D> {
    let moved = jiff::civil::date(2026, 11, 25).until(today).unwrap_or(0.days());
    serde_json::from_value(file::parse(FilePath::new("sample"), text, moved).ok()?.value).ok()
}

fn published(alert: Alert) -> Option<PublishedAlert> {
    let number = alert.number.clone()?;
    let slug: Slug = number.parse::<crate::alerts::number::Number>().ok()?.slug().ok()?;
    let html = Html::of(&alert).ok()?;
    let at = Timestamp::UNIX_EPOCH;
    Some(PublishedAlert { document: number.clone(), slug, number, published_at: at, changed_at: at, alert, html })
}

fn made(text: &Localized<String>) -> Localized<String> {
    html("body", text, 2).unwrap_or_default()
}
