//! How to link to each address: one function each. `app.rs` says which page answers it; a test resolves every one there.

use crate::words::{Language, Slug};

/// The first page.
pub fn home(language: Language) -> String {
    format!("/{language}/")
}

/// The open alerts.
pub fn alerts(language: Language) -> String {
    format!("/{language}/alerts")
}

/// One alert.
pub fn alert(language: Language, alert: &Slug) -> String {
    format!("/{language}/alerts/{alert}")
}

/// The composer for a model letter of an alert; the first one has the short address.
pub fn write(language: Language, alert: &Slug, letter: usize) -> String {
    if letter == 1 {
        format!("/{language}/alerts/{alert}/write")
    } else {
        format!("/{language}/alerts/{alert}/write/{letter}")
    }
}

/// "I sent it", and the thanks for the first letter.
pub fn sent(language: Language, alert: &Slug) -> String {
    format!("/{language}/alerts/{alert}/sent")
}

/// The thanks for a model letter of an alert.
pub fn thanks(language: Language, alert: &Slug, letter: usize) -> String {
    if letter == 1 { sent(language, alert) } else { format!("/{language}/alerts/{alert}/sent?letter={letter}") }
}

/// Where a gathering reports its letters on paper.
pub fn on_paper(language: Language, alert: &Slug) -> String {
    format!("/{language}/alerts/{alert}/on-paper")
}

/// The forums that are ahead.
pub fn forums(language: Language) -> String {
    format!("/{language}/forums")
}

/// The forums of a year that were.
pub fn past_forums(language: Language, year: i16) -> String {
    format!("/{language}/forums/past/{year}")
}

/// One forum.
pub fn forum(language: Language, forum: &Slug) -> String {
    format!("/{language}/forums/{forum}")
}

/// What was said in a forum, in one of its languages, on a page in another.
pub fn forum_transcript(language: Language, forum: &Slug, said: Language) -> String {
    format!("/{language}/forums/{forum}/transcript/{said}")
}

/// The same as captions.
pub fn forum_captions(language: Language, forum: &Slug, said: Language) -> String {
    format!("/{language}/forums/{forum}/transcript/{said}.vtt")
}

/// A line of it, counted from 1, to be quoted.
pub fn forum_quote(language: Language, forum: &Slug, said: Language, line: usize) -> String {
    format!("/{language}/forums/{forum}/quote/{said}/{line}")
}

/// The recordings of all forums, for programs that play them.
pub fn forums_podcast(language: Language) -> String {
    format!("/{language}/forums.rss")
}

/// A recording, by the name of its file.
pub fn recording(name: &str) -> String {
    format!("/recordings/{name}")
}

/// What plays HLS where the browser does not: loaded on play, and for ever the same under this name.
pub fn hls_library() -> &'static str {
    "/hls/hls-1.7.4.min.mjs"
}

/// The worker that takes its streams apart.
pub fn hls_worker() -> &'static str {
    "/hls/hls-1.7.4.worker.js"
}

/// One forum for a calendar.
pub fn forum_calendar(language: Language, forum: &Slug) -> String {
    format!("/{language}/forums/{forum}.ics")
}

/// All forums for a calendar that subscribes.
pub fn forums_calendar(language: Language) -> String {
    format!("/{language}/forums.ics")
}

/// Where alerts are followed by mail.
pub fn follow(language: Language) -> String {
    format!("/{language}/follow")
}

/// The answer to whoever asked to follow.
pub fn follow_asked(language: Language) -> String {
    format!("/{language}/follow/asked")
}

/// The answer to whoever left.
pub fn follow_left(language: Language) -> String {
    format!("/{language}/follow/left")
}

/// A subscription: to confirm, change and leave, by its signed part.
pub fn subscription(language: Language, token: &str) -> String {
    format!("/{language}/follow/{token}")
}

/// Where a mail program posts so that no more mails come.
pub fn leave_at_once(token: &str) -> String {
    format!("/leave/{token}")
}

/// The checklist.
pub fn steps(language: Language) -> String {
    format!("/{language}/steps")
}

/// The four steps in short, as a part of another page.
pub fn steps_in_short(language: Language) -> String {
    format!("/{language}/steps/short")
}

/// Who we are and what we promise.
pub fn about(language: Language) -> String {
    format!("/{language}/about")
}

/// What we hold about readers, and what we can't hide.
pub fn privacy(language: Language) -> String {
    format!("/{language}/about/privacy")
}

/// How to know that it is really us.
pub fn is_it_us(language: Language) -> String {
    format!("/{language}/about/is-it-us")
}

/// Who answers for what stands here.
pub fn imprint(language: Language) -> String {
    format!("/{language}/about/imprint")
}

/// The alerts that ended in a year.
pub fn closed(language: Language, year: i16) -> String {
    format!("/{language}/alerts/closed/{year}")
}

/// One page of an alert to print.
pub fn case_sheet(language: Language, alert: &Slug) -> String {
    format!("/{language}/alerts/{alert}/case-sheet")
}

/// The issues.
pub fn issues(language: Language) -> String {
    format!("/{language}/issues")
}

/// One issue.
pub fn issue(language: Language, issue: &Slug) -> String {
    format!("/{language}/issues/{issue}")
}

/// The directory of officials.
pub fn officials(language: Language) -> String {
    format!("/{language}/officials")
}

/// One official.
pub fn official(language: Language, official: &Slug) -> String {
    format!("/{language}/officials/{official}")
}

/// The posts.
pub fn posts(language: Language) -> String {
    format!("/{language}/posts")
}

/// One post, or one submission.
pub fn post(language: Language, post: &Slug) -> String {
    format!("/{language}/posts/{post}")
}

/// What was submitted to bodies of the United Nations.
pub fn submissions(language: Language) -> String {
    format!("/{language}/submissions")
}

/// The primers.
pub fn primers(language: Language) -> String {
    format!("/{language}/primers")
}

/// One primer.
pub fn primer(language: Language, primer: &Slug) -> String {
    format!("/{language}/primers/{primer}")
}

/// The feed of alerts.
pub fn alerts_feed(language: Language) -> String {
    format!("/{language}/alerts.atom")
}

/// The same feed of alerts as JSON.
pub fn alerts_json_feed(language: Language) -> String {
    format!("/{language}/alerts.json")
}

/// The feed of posts.
pub fn posts_feed(language: Language) -> String {
    format!("/{language}/posts.atom")
}

/// The same feed of posts as JSON.
pub fn posts_json_feed(language: Language) -> String {
    format!("/{language}/posts.json")
}

/// The feed of an issue's alerts.
pub fn issue_alerts_feed(language: Language, issue: &Slug) -> String {
    format!("/{language}/issues/{issue}/alerts.atom")
}

/// The same feed of alerts of an issue as JSON.
pub fn issue_alerts_json_feed(language: Language, issue: &Slug) -> String {
    format!("/{language}/issues/{issue}/alerts.json")
}

/// The feed of an issue's posts.
pub fn issue_posts_feed(language: Language, issue: &Slug) -> String {
    format!("/{language}/issues/{issue}/posts.atom")
}

/// The same feed of posts of an issue as JSON.
pub fn issue_posts_json_feed(language: Language, issue: &Slug) -> String {
    format!("/{language}/issues/{issue}/posts.json")
}

/// The forums of an issue for a calendar that subscribes.
pub fn issue_forums_calendar(language: Language, issue: &Slug) -> String {
    format!("/{language}/issues/{issue}/forums.ics")
}

/// The recordings of an issue's forums, for programs that play them.
pub fn issue_podcast(language: Language, issue: &Slug) -> String {
    format!("/{language}/issues/{issue}/forums.rss")
}

/// A recording or a picture, by its stored name.
pub fn media(name: &str) -> String {
    format!("/media/{name}")
}

/// One of the pictures that stand for the site, by its file.
pub fn icon(file: &str) -> String {
    format!("/{file}")
}

/// Where somebody gets an account.
pub fn join(language: Language) -> String {
    format!("/{language}/join")
}

/// The same by somebody's invitation.
pub fn invitation(language: Language, invitation: &str) -> String {
    format!("/{language}/join/{invitation}")
}

/// Where members sign in.
pub fn sign_in(language: Language) -> String {
    format!("/{language}/sign-in")
}

/// The same, and then they go on to a path of ours.
pub fn sign_in_for(language: Language, next: &str) -> String {
    format!("/{language}/sign-in?next={next}")
}

/// Where the code from a mail is typed.
pub fn sign_in_code(language: Language) -> String {
    format!("/{language}/sign-in/code")
}

/// Where a member proves by a second factor who they are.
pub fn second_proof(language: Language) -> String {
    format!("/{language}/sign-in/second")
}

/// The same, and then they go on to a path of ours.
pub fn second_proof_for(language: Language, next: &str) -> String {
    format!("/{language}/sign-in/second?next={next}")
}

/// The link of a mail that signs in, by its signed part.
pub fn sign_in_link(language: Language, token: &str) -> String {
    format!("/{language}/sign-in/{token}")
}

/// A member's own page.
pub fn me(language: Language) -> String {
    format!("/{language}/me")
}

/// A member's ways to sign in.
pub fn my_ways(language: Language) -> String {
    format!("/{language}/me/ways")
}

/// Everything that is held about a member.
pub fn my_export(language: Language) -> String {
    format!("/{language}/me/export")
}

/// Where a member leaves.
pub fn leave_for_good(language: Language) -> String {
    format!("/{language}/me/leave")
}

/// The desk.
pub fn desk() -> &'static str {
    "/desk"
}

/// The people of the desk.
pub fn desk_people() -> &'static str {
    "/desk/people"
}
