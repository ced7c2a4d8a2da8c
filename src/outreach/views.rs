//! How the pages of following look.

use i18n_embed_fl::fl;
use leptos::prelude::*;

use super::{
    DAYS,
    actions::DAYS_TO_CONFIRM,
    form::{FollowForm, FollowRefusal, ISSUE},
};
use crate::{
    address,
    issues::Issue,
    platform::{
        i18n::{numbers::number, words},
        ui::{ErrorSummary, choice, text},
    },
    words::Language,
};

/// The page on which somebody asks to be told.
#[component]
pub(crate) fn FollowPage(
    form: FollowForm,
    refused: Vec<FollowRefusal>,
    issues: Vec<Issue>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let of_address = refused.iter().find(|refusal| refusal.field() == "address");
    let says = of_address.map(|refusal| refusal_text(language, *refusal));
    let chosen = refused.iter().any(|refusal| refusal.field() != "address") || form != FollowForm::default();
    view! {
        <ErrorSummary refused=summary(&refused, language) language/>
        <h1>{fl!(words, "follow-title")}</h1>
        <p class="summary">{fl!(words, "follow-what")}</p>
        <form class="form" method="post" action=address::follow(language) novalidate>
            <div class="field">
                <label for="address">{fl!(words, "follow-address")}</label>
                <p class="hint" id="address-hint">{fl!(words, "follow-address-hint")}</p>
                <p class="field__error" id="address-error">{says}</p>
                <input id="address" name="address" type="email" autocomplete="email" inputmode="email" maxlength="254"
                    aria-describedby="address-hint address-error" aria-invalid=of_address.map(|_| "true")
                    value=form.address.clone()/>
            </div>
            <details class="wishes" open=chosen>
                <summary>{fl!(words, "follow-choose")}</summary>
                {wishes_fields(&form, &refused, &issues, language)}
            </details>
            <button class="button button--main" type="submit">{fl!(words, "follow-ask")}</button>
        </form>
        <section class="leaf">
            <h2>{fl!(words, "follow-without-title")}</h2>
            <p>{fl!(words, "follow-without")}</p>
            <ul class="row">
                <li><a href=address::alerts_feed(language)>{fl!(words, "feed-alerts")}</a></li>
                <li><a href=address::posts_feed(language)>{fl!(words, "feed-posts")}</a></li>
                <li><a href=address::forums_calendar(language)>{fl!(words, "forums-subscribe")}</a></li>
            </ul>
            <p data-steps="feed">
                <button class="button button--quiet" type="button" data-feed=address::alerts_feed(language) hidden>
                    {fl!(words, "follow-take-feed")}
                </button>
                " "
                <span class="copied" role="status" data-copied=fl!(words, "write-copied")></span>
            </p>
            <p><a href=address::privacy(language)>{fl!(words, "steps-privacy")}</a></p>
        </section>
    }
}

/// After somebody asked: the same for everybody.
#[component]
pub(crate) fn Asked(language: Language) -> impl IntoView {
    let words = words(language);
    let days = u64::from(DAYS_TO_CONFIRM.unsigned_abs());
    view! {
        <h1>{fl!(words, "follow-asked-title")}</h1>
        <p class="summary">{fl!(words, "follow-asked")}</p>
        <p>{fl!(words, "follow-asked-days", shown = number(language, days))}</p>
        <p>{fl!(words, "follow-asked-none")}</p>
        <p class="back"><a href=address::alerts(language)>{fl!(words, "alert-to-open-ones")}</a></p>
    }
}

/// After somebody left.
#[component]
pub(crate) fn Left(language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "follow-left-title")}</h1>
        <p class="summary">{fl!(words, "follow-left")}</p>
        <p class="back"><a href=address::follow(language)>{fl!(words, "follow-again")}</a></p>
    }
}

/// A link that is not good (any longer).
#[component]
pub(crate) fn LinkDead(language: Language) -> impl IntoView {
    let words = words(language);
    view! {
        <h1>{fl!(words, "follow-dead-title")}</h1>
        <p class="summary">{fl!(words, "follow-dead")}</p>
        <p class="back"><a href=address::follow(language)>{fl!(words, "follow-again")}</a></p>
    }
}

/// A subscription as its owner sees it: first to say yes, then to change and to leave.
#[component]
pub(crate) fn SubscriptionPage(
    token: String,
    confirmed: bool,
    form: FollowForm,
    refused: Vec<FollowRefusal>,
    issues: Vec<Issue>,
    language: Language,
) -> impl IntoView {
    let words = words(language);
    let action = address::subscription(language, &token);
    let leave = view! {
        <form class="form" method="post" action=action.clone()>
            <input type="hidden" name="act" value="leave"/>
            <button class="button button--quiet" type="submit">{fl!(words, "follow-leave")}</button>
        </form>
    };
    if !confirmed {
        return view! {
            <h1>{fl!(words, "follow-confirm-title")}</h1>
            <p class="summary">{fl!(words, "follow-confirm")}</p>
            <form class="form" method="post" action=action data-steps="acts">
                <input type="hidden" name="act" value="confirm"/>
                <button class="button button--main" type="submit">{fl!(words, "follow-confirm-act")}</button>
            </form>
            <section class="leaf">
                <h2>{fl!(words, "follow-not-you-title")}</h2>
                <p>{fl!(words, "follow-not-you")}</p>
                {leave}
            </section>
        }
        .into_any();
    }
    view! {
        <ErrorSummary refused=summary(&refused, language) language/>
        <h1>{fl!(words, "follow-yours")}</h1>
        <p class="summary">{fl!(words, "follow-yours-what")}</p>
        <form class="form" method="post" action=action novalidate>
            <input type="hidden" name="act" value="change"/>
            {wishes_fields(&form, &refused, &issues, language)}
            <button class="button button--main" type="submit">{fl!(words, "follow-change")}</button>
        </form>
        <section class="leaf">
            <h2>{fl!(words, "follow-leave-title")}</h2>
            <p>{fl!(words, "follow-leave-what")}</p>
            {leave}
        </section>
        <p class="back"><a href=address::steps(language)>{fl!(words, "follow-to-steps")}</a></p>
    }
    .into_any()
}

/// What is chosen: alerts, forums, posts, how often, how openly, in which language.
fn wishes_fields(form: &FollowForm, refused: &[FollowRefusal], issues: &[Issue], language: Language) -> AnyView {
    let words = words(language);
    let refusal = refused.iter().find(|refusal| refusal.field() == "alerts");
    let says = refusal.map(|refusal| refusal_text(language, *refusal));
    let or = |value: &str, default: &str| if value.is_empty() { default.to_owned() } else { value.to_owned() };
    let alerts = or(&form.alerts, "all");
    let openness = or(&form.openness, "neutral");
    let chosen_language = or(&form.language, language.code());
    let issue_choices = issues
        .iter()
        .map(|issue| {
            let name = format!("{ISSUE}{}", issue.slug);
            check(&name, form.has_issue(&issue.slug), text(&issue.title, language))
        })
        .collect_view();
    let languages = Language::ALL
        .into_iter()
        .map(|each| {
            let says = view! { <span lang=each.code()>{each.own_name()}</span> }.into_any();
            choice("language", each.code(), &chosen_language, says)
        })
        .collect_view();
    view! {
        <fieldset class="field" id="alerts" aria-describedby="alerts-error">
            <legend>{fl!(words, "follow-alerts")}</legend>
            <p class="field__error" id="alerts-error">{says}</p>
            {choice("alerts", "all", &alerts, fl!(words, "follow-alerts-all").into_any())}
            {choice("alerts", "issues", &alerts, fl!(words, "follow-alerts-issues").into_any())}
            <div class="wishes__issues">{issue_choices}</div>
            {choice("alerts", "none", &alerts, fl!(words, "follow-alerts-none").into_any())}
        </fieldset>
        <fieldset class="field">
            <legend>{fl!(words, "follow-besides")}</legend>
            {check("forums", !form.forums.is_empty(), fl!(words, "follow-forums").into_any())}
            {check("posts", !form.posts.is_empty(), fl!(words, "follow-posts").into_any())}
        </fieldset>
        <div class="field">
            <label for="rhythm">{fl!(words, "follow-rhythm")}</label>
            <select id="rhythm" name="rhythm">{rhythms(&form.rhythm, language)}</select>
        </div>
        <fieldset class="field">
            <legend>{fl!(words, "follow-openness")}</legend>
            {choice("openness", "neutral", &openness, fl!(words, "follow-neutral").into_any())}
            {choice("openness", "full", &openness, fl!(words, "follow-in-full").into_any())}
            <p class="hint">{fl!(words, "follow-openness-hint")}</p>
        </fieldset>
        <fieldset class="field">
            <legend>{fl!(words, "follow-language")}</legend>
            {languages}
        </fieldset>
    }
    .into_any()
}

fn rhythms(chosen: &str, language: Language) -> AnyView {
    let words = words(language);
    let names = [
        fl!(words, "follow-monday"),
        fl!(words, "follow-tuesday"),
        fl!(words, "follow-wednesday"),
        fl!(words, "follow-thursday"),
        fl!(words, "follow-friday"),
        fl!(words, "follow-saturday"),
        fl!(words, "follow-sunday"),
    ];
    let days = DAYS
        .into_iter()
        .zip(names)
        .map(|((_, word), name)| view! { <option value=word selected=word == chosen>{name}</option> })
        .collect_view();
    view! {
        <option value="at-once" selected=chosen.is_empty() || chosen == "at-once">{fl!(words, "follow-at-once")}</option>
        {days}
    }
    .into_any()
}

fn check(name: &str, checked: bool, says: AnyView) -> AnyView {
    let id = name.replace('.', "-");
    view! {
        <p class="field--choice">
            <input type="checkbox" id=id.clone() name=name.to_owned() value="on" checked=checked/>
            <label for=id>{says}</label>
        </p>
    }
    .into_any()
}

fn summary(refused: &[FollowRefusal], language: Language) -> Vec<(&'static str, String)> {
    refused.iter().map(|refusal| (refusal.field(), refusal_text(language, *refusal))).collect()
}

fn refusal_text(language: Language, refusal: FollowRefusal) -> String {
    let words = words(language);
    match refusal {
        FollowRefusal::AddressMissing => fl!(words, "follow-address-missing"),
        FollowRefusal::AddressUnreadable => fl!(words, "follow-address-unreadable"),
        FollowRefusal::IssuesMissing => fl!(words, "follow-issues-missing"),
        FollowRefusal::NothingWished => fl!(words, "follow-nothing-wished"),
        FollowRefusal::Unknown => fl!(words, "follow-unknown"),
    }
}
