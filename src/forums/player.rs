//! The player of a forum's page. Before a press it is a drawing and two sentences: how long and how large it is, and who will see
//! the reader. `public/player.js` does the rest; without scripts the browser's own player stands there.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    Forum,
    course::Course,
    embed::Embed,
    playing::{Playing, Sizes, played_from, playing, what_is_there},
    source::Source,
};
use crate::{
    address,
    platform::i18n::{
        amounts::{length, size},
        numbers::digits,
        words,
    },
    words::Language,
};

/// What the player is drawn from.
struct Player<'a> {
    /// What is played.
    playing: Playing<'a>,
    /// The forum.
    forum: &'a Forum,
    /// How long half of it counts against, in seconds: the recording's length, or the planned one.
    seconds: u32,
    /// In which languages there are captions.
    captions: &'a [Language],
    /// The sizes of its files.
    sizes: &'a Sizes,
}

/// The player of a forum, where there is something to play.
pub(crate) fn player_of(
    forum: &Forum,
    course: Course,
    captions: &[Language],
    sizes: &Sizes,
    language: Language,
) -> Option<AnyView> {
    let there;
    let mut playing = playing(forum, course)?;
    if let Playing::Recorded(recording) = playing {
        there = what_is_there(recording, sizes);
        if there.sources().next().is_none() && there.embed.is_none() {
            return Some(view! { <p class="notice" id="watch">{fl!(words(language), "watch-gone")}</p> }.into_any());
        }
        playing = Playing::Recorded(&there);
    }
    let seconds = match playing {
        Playing::Recorded(recording) => recording.seconds,
        Playing::Live(_) => {
            let planned = forum.times().map_or(0, |times| times.until.duration_since(times.from).as_secs());
            u32::try_from(planned).unwrap_or_default()
        }
    };
    Some(player(&Player { playing, forum, seconds, captions, sizes }, language))
}

/// The player, before anything is loaded.
fn player(shown: &Player, language: Language) -> AnyView {
    let words = words(language);
    let Player { playing, forum, seconds, .. } = shown;
    let live = matches!(playing, Playing::Live(_));
    let poster = match playing {
        Playing::Live(_) => None,
        Playing::Recorded(recording) => recording.poster.as_deref().map(address::media),
    };
    let sound = playing.sound();
    let play = if live { fl!(words, "watch-now") } else { fl!(words, "watch-play") };
    view! {
        <section
            class="watch"
            id="watch"
            aria-label=fl!(words, "watch-title")
            data-watch=forum.slug.to_string()
            data-seconds=seconds.to_string()
            data-live=live.then_some("")
            data-hls=playing.hls()
            data-video=playing.video().map(played_from)
            data-sound=sound.clone()
            data-frame=playing.embed().map(Embed::frame)
            data-library=address::hls_library()
            data-worker=address::hls_worker()
            data-from=fl!(words, "watch-from-second", time = "{time}")
            data-digits=digits(language, "0123456789")
            data-fails=fl!(words, "watch-failed")
            data-wrong=fl!(words, "watch-wrong")
            data-loading=fl!(words, "watch-loading")
            data-automatic=fl!(words, "watch-automatic")
        >
            <div class="watch__stage" id="stage">
                {poster.clone().map(|poster| view! { <img class="watch__poster" src=poster alt="" width="640" height="360"/> })}
                <div class="watch__before">
                    <p class="watch__ways" id="watch-ways" hidden>
                        <button class="button watch__play" id="play" type="button">{play}</button>
                        {sound.is_some().then(|| view! { <button class="button watch__listen" id="listen" type="button">{fl!(words, "watch-listen")}</button> })}
                    </p>
                    <p class="watch__told">{told(shown, language)}</p>
                    <p class="watch__told">{who_sees(playing, language)}</p>
                </div>
            </div>
            <p class="watch__says" id="watch-says" role="status"></p>
            <div class="watch__choices" id="watch-choices" hidden>
                {sound.is_some().then(|| view! {
                    <button
                        class="button button--quiet"
                        id="switch"
                        type="button"
                        data-sound=fl!(words, "watch-listen")
                        data-picture=fl!(words, "watch-picture")
                        hidden
                    ></button>
                })}
                <p hidden>
                    <label for="quality">{fl!(words, "watch-quality")}</label>
                    " "
                    <select id="quality"></select>
                </p>
            </div>
            <template id="captions">{tracks(shown, language)}</template>
            {without_scripts(shown, poster, language)}
            {kept(shown, language)}
            <p class="hint">{fl!(words, "watch-counts")}</p>
        </section>
    }
    .into_any()
}

/// How long and how large.
fn told(shown: &Player, language: Language) -> String {
    let words = words(language);
    let Playing::Recorded(recording) = shown.playing else { return fl!(words, "watch-live-told") };
    let long = length(language, recording.seconds);
    let bytes = |source: &Option<Source>| shown.sizes.of(source.as_ref()?.file()?);
    match (bytes(&recording.video), bytes(&recording.sound)) {
        (Some(video), Some(sound)) => {
            fl!(words, "watch-told-both", length = long, video = size(language, video), sound = size(language, sound))
        }
        (Some(one), None) | (None, Some(one)) => fl!(words, "watch-told", length = long, size = size(language, one)),
        (None, None) => long,
    }
}

/// Who learns the reader's address by a press.
fn who_sees(playing: &Playing, language: Language) -> String {
    let words = words(language);
    if let Some(embed) = playing.embed() {
        return fl!(words, "watch-company", company = embed.company.name());
    }
    let mut hosts: Vec<&str> = playing.elsewhere().iter().map(|address| address.host()).collect();
    hosts.sort_unstable();
    hosts.dedup();
    if hosts.is_empty() { fl!(words, "watch-from-here") } else { fl!(words, "watch-from", hosts = hosts.join(", ")) }
}

fn tracks(shown: &Player, language: Language) -> AnyView {
    shown
        .captions
        .iter()
        .map(|spoken| {
            let src = address::forum_captions(language, &shown.forum.slug, *spoken);
            let chosen = (*spoken == language).then_some("");
            view! { <track kind="captions" srclang=spoken.code() label=spoken.own_name() src=src default=chosen/> }
        })
        .collect_view()
        .into_any()
}

/// The browser's own player, or a link where it has none for this.
fn without_scripts(shown: &Player, poster: Option<String>, language: Language) -> AnyView {
    let words = words(language);
    let playing = &shown.playing;
    if let Some(embed) = playing.embed() {
        let says = fl!(words, "watch-at-company", company = embed.company.name());
        return view! { <p class="watch__alone"><a href=embed.page().to_owned() rel="noopener noreferrer">{says}</a></p> }
            .into_any();
    }
    let stream = playing.hls().map(|hls| view! { <source src=hls type="application/vnd.apple.mpegurl"/> });
    let video = playing.video().map(|video| view! { <source src=played_from(video) type=video.kind()/> });
    let by_itself = playing.hls().filter(|_| playing.video().is_none()).map(|hls| {
        view! { <p>{fl!(words, "watch-without-scripts")} " " <a href=hls.clone()>{hls.clone()}</a></p> }
    });
    let player = if stream.is_some() || video.is_some() {
        view! {
            <video controls preload="none" poster=poster width="640" height="360">
                {video}
                {stream}
                {tracks(shown, language)}
            </video>
        }
        .into_any()
    } else {
        view! { <audio controls preload="none" src=playing.sound()></audio> }.into_any()
    };
    view! { <noscript>{player} {by_itself}</noscript> }.into_any()
}

/// The files to keep, with their sizes: for whoever has a network now and time later.
fn kept(shown: &Player, language: Language) -> Option<AnyView> {
    let words = words(language);
    let Playing::Recorded(recording) = shown.playing else { return None };
    let link = |source: &Option<Source>, says: String| {
        let file = source.as_ref()?.file()?.to_owned();
        let bytes = shown.sizes.of(&file)?;
        let says = format!("{says}, {}", size(language, bytes));
        Some(view! { <li><a href=address::recording(&file) download="">{says}</a></li> })
    };
    let video = link(&recording.video, fl!(words, "watch-keep-video"));
    let sound = link(&recording.sound, fl!(words, "watch-keep-sound"));
    (video.is_some() || sound.is_some()).then(|| view! { <ul class="row watch__kept">{video} {sound}</ul> }.into_any())
}

/// The address of a chapter or a line on its page.
pub(crate) fn second(seconds: u64) -> String {
    format!("t={seconds}")
}
