//! The directory of officials.

use samleng::{
    officials::Official,
    words::{Language, Slug},
};
use samleng_test_support::app::{ANGKOR, TestApp, say};

fn official(slug: &str, emails: &[&str]) -> Official {
    let value = serde_json::json!({
        "slug": slug, "category": "other", "emails": emails, "title": {"en": format!("Office {slug}")},
        "postal": {"en": "Office\nPO Box 200\nKep"}
    });
    serde_json::from_value(value).unwrap()
}

#[tokio::test]
async fn the_directory_is_ordered_by_kind_and_by_name() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").reads("/en/officials").await.assert_kept_by_all();
        let place = |text: &str| page.content().find(text).unwrap_or_else(|| panic!("{text}"));
        let kinds = ["officials-government", "officials-missions", "officials-united-nations"];
        assert!(kinds.map(|kind| place(&say(Language::English, kind))).is_sorted());
        let names = ["minister-of-information", "minister-of-justice", "minister-of-land-management"];
        assert!(names.map(|name| place(&format!("/en/officials/{name}\""))).is_sorted());
    }
}

#[tokio::test]
async fn an_official_shows_the_alerts_that_list_them_and_the_letters_sent_to_them_in_all() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.opens("/en/officials/minister-of-land-management").await.assert_says("No letter to this office");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        let other = app.reader("Sokha");
        other.reports_sent(ANGKOR).await.assert_thanks();
        app.goes_by(jiff::ToSpan::seconds(31));
        app.looks().await;
        let page = dara.opens("/en/officials/minister-of-land-management").await;
        page.assert_says("2 letters to this office, as reported by their writers").assert_holds("/en/alerts/kua-7-26");
        dara.opens("/en/officials/nobody").await.assert_not_found(Language::English);
    }
}

#[tokio::test]
async fn who_has_no_mail_address_is_written_to_by_post() {
    for app in TestApp::on_both_engines().await {
        app.publishes(&official("kep", &[])).await.unwrap();
        app.changes(ANGKOR, |alert| {
            alert.letters.truncate(1);
            alert.letters[0].to = vec!["kep".parse::<Slug>().unwrap()];
            alert.letters[0].cc.clear();
        })
        .await;
        let dara = app.reader("Dara");
        dara.opens("/en/alerts/kua-7-26").await.assert_says(&say(Language::English, "official-by-post"));
        let letter = dara.writes(ANGKOR).await;
        letter.assert_says(&say(Language::English, "write-by-post")).assert_says("PO Box 200");
        letter.assert_silent_about("mailto:");
        dara.opens("/en/officials/kep").await.assert_says("PO Box 200");
    }
}

#[tokio::test]
async fn an_alert_may_list_forty_officials() {
    for app in TestApp::on_both_engines().await {
        let mut officials = Vec::new();
        for number in 1..=40 {
            let official = official(&format!("office-{number}"), &[&format!("office-{number}@kep.example")]);
            officials.push(official.slug.clone());
            app.publishes(&official).await.unwrap();
        }
        app.changes(ANGKOR, |alert| {
            alert.letters[0].to = officials;
            alert.letters[0].cc.clear();
        })
        .await;
        let dara = app.reader("Dara");
        dara.opens("/en/alerts/kua-7-26").await.assert_says("and 39 more").assert_says("office-40@kep.example");
        dara.opens("/en/alerts/kua-7-26/case-sheet").await.assert_says("office-40@kep.example");
    }
}
