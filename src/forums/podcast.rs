//! The recordings as a podcast (RSS 2.0 with the elements of Apple's directory), one in each language, so that people can listen.
//! Source: https://help.apple.com/itc/podcasts_connect/#/itcb54353390

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use i18n_embed_fl::fl;
use jiff::fmt::rfc2822::DateTimePrinter;
use rss::{
    Category, Channel, Enclosure, Guid, Image, Item,
    extension::{
        atom::{AtomExtension, Link},
        itunes::{ITunesCategory, ITunesChannelExtension, ITunesItemExtension, ITunesOwner},
    },
};

use super::{
    recording::{Moment, Recording},
    source::Source,
    store::{self, PublishedForum},
};
use crate::{
    address,
    error::Error,
    issues,
    platform::{
        config::Settings,
        documents::recordings,
        feed::{MOST, urn},
        http::{Instance, Path},
        i18n::words,
        ui::plain,
    },
    words::{Language, Slug},
};

/// The square picture that directories ask for: 1400 pixels at least.
const PICTURE: &str = "podcast.png";

/// `GET /{language}/forums.rss`
pub async fn all(State(instance): State<Arc<Instance>>, Path(language): Path<Language>) -> Result<Response, Error> {
    let forums = store::recorded(&instance.db, instance.now(), MOST as i64).await?;
    let feed = Feed { title: fl!(words(language), "podcast-title"), path: address::forums_podcast(language), language };
    answer(&forums, feed, &instance.settings)
}

/// `GET /{language}/issues/{slug}/forums.rss`
pub async fn of_issue(
    State(instance): State<Arc<Instance>>,
    Path((language, slug)): Path<(Language, Slug)>,
) -> Result<Response, Error> {
    let issue = issues::store::by_slug(&instance.db, &slug).await?.ok_or(Error::NotFound)?.issue;
    let forums = store::recorded_of_issue(&instance.db, &slug, instance.now(), MOST as i64).await?;
    let title = fl!(words(language), "podcast-title-of", issue = plain(&issue.title, language));
    answer(&forums, Feed { title, path: address::issue_podcast(language, &slug), language }, &instance.settings)
}

/// How a feed is called, and where it is.
struct Feed {
    title: String,
    path: String,
    language: Language,
}

fn answer(forums: &[PublishedForum], feed: Feed, settings: &Settings) -> Result<Response, Error> {
    // The library writes the declaration of XML too.
    let text = channel(forums, feed, settings)?.to_string();
    let kind = HeaderValue::from_static("application/rss+xml; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}

fn channel(forums: &[PublishedForum], feed: Feed, settings: &Settings) -> Result<Channel, Error> {
    let Feed { title, path, language } = feed;
    let words = words(language);
    let origin = settings.public_url.origin();
    let about = fl!(words, "podcast-what");
    let page = format!("{origin}{}", address::forums(language));
    let picture = format!("{origin}{}", address::icon(PICTURE));
    let items = forums.iter().map(|forum| item(forum, settings, &origin, language));
    Ok(Channel {
        title: title.clone(),
        link: page.clone(),
        description: about.clone(),
        language: Some(language.code().to_owned()),
        generator: Some("Samleng".to_owned()),
        image: Some(Image { url: picture.clone(), title, link: page, ..Image::default() }),
        categories: vec![Category { name: "News".to_owned(), domain: None }],
        itunes_ext: Some(ITunesChannelExtension {
            author: Some("Samleng".to_owned()),
            categories: vec![ITunesCategory { text: "News".to_owned(), subcategory: None }],
            image: Some(picture),
            explicit: Some("false".to_owned()),
            owner: settings
                .contact
                .as_ref()
                .map(|contact| ITunesOwner { name: Some("Samleng".to_owned()), email: Some(contact.to_string()) }),
            summary: Some(about),
            r#type: Some("episodic".to_owned()),
            ..ITunesChannelExtension::default()
        }),
        atom_ext: Some(AtomExtension {
            links: vec![Link {
                rel: "self".to_owned(),
                href: format!("{origin}{path}"),
                mime_type: Some("application/rss+xml".to_owned()),
                ..Link::default()
            }],
        }),
        items: items.filter_map(Result::transpose).collect::<Result<_, _>>()?,
        ..Channel::default()
    })
}

/// A recording as an episode; nothing where it has no single file to be loaded.
fn item(
    published: &PublishedForum,
    settings: &Settings,
    origin: &str,
    language: Language,
) -> Result<Option<Item>, Error> {
    let forum = &published.forum;
    let Some(recording) = &forum.recording else { return Ok(None) };
    let Some(enclosure) = enclosure(recording, settings, origin) else { return Ok(None) };
    let failed = |error: jiff::Error| Error::Failed(error.to_string());
    let ended = forum.times().map_err(failed)?.until;
    let summary = plain(&forum.summary, language);
    Ok(Some(Item {
        title: Some(plain(&forum.title, language)),
        link: Some(format!("{origin}{}", address::forum(language, &forum.slug))),
        description: Some(summary.clone()),
        guid: Some(Guid { value: urn(&format!("recording {}", published.document)), permalink: false }),
        // In GMT: "-0000" of RFC 2822 means an instant in an unknown zone, which RSS knows nothing of.
        pub_date: Some(DateTimePrinter::new().timestamp_to_rfc9110_string(&ended).map_err(failed)?),
        enclosure: Some(enclosure),
        itunes_ext: Some(ITunesItemExtension {
            duration: Some(Moment(recording.seconds).to_string()),
            explicit: Some("false".to_owned()),
            summary: Some(summary),
            ..ITunesItemExtension::default()
        }),
        ..Item::default()
    }))
}

/// The sound where there is one, since that is what such programs are for; else the video. Streams are no files.
fn enclosure(recording: &Recording, settings: &Settings, origin: &str) -> Option<Enclosure> {
    let sources = [&recording.sound, &recording.video].into_iter().flatten();
    sources.filter_map(|source| enclosed(source, settings, origin)).next()
}

fn enclosed(source: &Source, settings: &Settings, origin: &str) -> Option<Enclosure> {
    let kind = source.kind().filter(|kind| kind.starts_with("audio/") || kind.starts_with("video/"))?;
    let (url, length) = match source {
        Source::File(name) => (format!("{origin}{}", address::recording(name)), recordings::size(settings, name)?),
        // "0" is RSS for a length that nobody knows.
        Source::Address(address) => (address.as_str().to_owned(), 0),
    };
    Some(Enclosure { url, length: length.to_string(), mime_type: kind.to_owned() })
}
