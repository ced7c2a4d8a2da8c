//! `/{language}/alerts`, `/{language}/alerts/{slug}`

use samleng::words::{Language, Localized};
use samleng_test_support::app::{ALERTS, ANGKOR, RADIO, TestApp, UNION, say};

#[tokio::test]
async fn the_list_names_every_open_alert_under_its_issue_those_first_that_matter_most() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").reads("/en/alerts").await.assert_kept_by_all();
        let place = |alert: &str| page.content().find(&format!("href=\"/en/alerts/{alert}\"")).unwrap();
        assert!(ALERTS.map(place).is_sorted());
        assert_eq!(page.content().matches("<h2>").count(), 3, "one heading an issue");
    }
}

#[tokio::test]
async fn the_list_of_a_new_instance_says_that_no_alert_is_open() {
    for app in TestApp::new_on_both_engines().await {
        let page = app.reader("Dara").reads("/km/alerts").await.assert_kept_by_all();
        page.assert_page_in(Language::Khmer).assert_says(&say(Language::Khmer, "alerts-none"));
    }
}

#[tokio::test]
async fn an_alert_says_what_happened_what_we_ask_of_whom_and_by_when() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Dara").reads("/en/alerts/kua-7-26").await.assert_kept_by_all();
        let alert = app.alert(ANGKOR).await.alert;
        page.assert_says("KUA 7/26").assert_says("Siem Reap").assert_says("8 December").assert_says("13 days left");
        page.assert_says(alert.summary.only(Language::English).unwrap());
        for ask in &alert.letters[0].asks {
            page.assert_says(&ask.text);
        }
        for official in samleng::officials::store::listed_by(&app.db, &app.alert(ANGKOR).await.document).await.unwrap()
        {
            page.assert_says(official.title.only(Language::English).unwrap());
            for email in &official.emails {
                page.assert_says(email.as_str());
            }
        }
        for source in alert.sources {
            page.assert_says(source.title.only(Language::English).unwrap());
        }
        page.assert_says(&say(Language::English, "alert-no-letters"));
        assert!(page.content().contains("href=\"/en/alerts/kua-7-26/write\""));
    }
}

#[tokio::test]
async fn an_alert_is_there_in_every_language_and_says_so_where_it_is_not_translated() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for alert in ALERTS {
            for language in Language::ALL {
                let page = reader.reads(&format!("/{language}/alerts/{alert}")).await.assert_kept_by_all();
                page.assert_page_in(language);
                let translated = app.alert(alert).await.alert.title.only(language).is_some();
                let notice = say(language, "shown-in-english");
                assert_eq!(page.words().contains(&notice), !translated, "{page}: {notice}");
            }
        }
    }
}

#[tokio::test]
async fn an_unknown_alert_is_not_found_in_the_language_of_its_address() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for language in Language::ALL {
            reader.opens(&format!("/{language}/alerts/kua-99-26")).await.assert_not_found(language);
        }
    }
}

#[tokio::test]
async fn an_address_that_is_none_of_an_alert_is_not_found() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        let long = "a".repeat(5_000);
        for slug in [
            "KUA-7-26",
            "kua-7-26%00",
            "kua-7-26%0D%0ASet-Cookie:a=b",
            "%FF%FE",
            "..%2F..%2Fetc%2Fpasswd",
            "kua_7_26",
            "%E1%9E%80",
            "'%20OR%201=1--",
            "%3Cscript%3E",
            &long,
        ] {
            reader.opens(&format!("/en/alerts/{slug}")).await.assert_not_found(Language::English);
        }
    }
}

#[tokio::test]
async fn the_last_day_ends_at_midnight_in_the_zone_of_the_instance_and_shows_with_the_next_request() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        app.time_is("2026-12-08T16:59:59Z");
        let open = dara.opens("/en/alerts/kua-7-26").await;
        open.assert_says(&say(Language::English, "alert-last-day"))
            .assert_says(&say(Language::English, "alert-write-the-letter"));
        app.time_is("2026-12-08T17:00:00Z");
        let closed = dara.reads("/en/alerts/kua-7-26").await.assert_kept_by_all();
        closed.assert_says("The last day to write was 8 December").assert_other_than(&open);
        closed.assert_silent_about("href=\"/en/alerts/kua-7-26/write\"");
    }
}

#[tokio::test]
async fn an_alert_whose_deadline_has_passed_leaves_the_list_and_the_first_page_but_keeps_its_own() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for path in ["/en/alerts", "/en/"] {
            assert!(dara.opens(path).await.text().contains(ANGKOR));
        }
        app.time_is("2026-12-08T17:00:00Z");
        dara.opens("/en/").await.assert_page().assert_silent_about(ANGKOR);
        let list = dara.opens("/en/alerts").await;
        let (open, waiting) = list.text().split_once(&say(Language::English, "alerts-waiting")).unwrap();
        assert!(!open.contains(ANGKOR) && waiting.contains(ANGKOR), "it waits for word, apart from the open ones");
        dara.opens("/en/alerts/kua-7-26").await.assert_page();
    }
}

#[tokio::test]
async fn a_discreet_alert_has_only_number_and_issue_in_its_title() {
    for app in TestApp::on_both_engines().await {
        app.changes(ANGKOR, |alert| alert.discreet = true).await;
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        let title = app.alert(ANGKOR).await.alert.title.only(Language::English).unwrap().clone();
        let head = page.text().split_once("</head>").unwrap().0;
        assert!(!head.contains(&title) && page.title().contains("KUA 7/26"), "{head}");
    }
}

#[tokio::test]
async fn markdown_with_scripts_animated_links_or_remote_pictures_is_harmless() {
    for app in TestApp::on_both_engines().await {
        let hostile = std::fs::read_to_string("tests/inputs/S05.md").unwrap();
        let hostile = format!(
            "{hostile}\n\n<script>window.samlengCase='S05'</script>\n\n[a](javascript:alert(1)) \
             ![b](https://evil.example/picture.png) <img src=x onerror=alert(1)> [c](//evil.example/) [d](/en/about)"
        );
        app.changes(ANGKOR, |alert| {
            alert.what_happened = [(Language::English, hostile.clone())].into_iter().collect();
            alert.additional_information = [(Language::English, hostile)].into_iter().collect();
        })
        .await;
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        let content = page.assert_page().assert_harmless().assert_says("window.samlengCase").content();
        assert!(content.contains("href=\"/en/about\""));
    }
}

#[tokio::test]
async fn markup_in_titles_names_and_places_is_shown_as_text_everywhere() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for line in std::fs::read_to_string("tests/inputs/S18.txt").unwrap().lines() {
            let text: Localized<String> = [(Language::English, line.to_owned())].into_iter().collect();
            app.changes(UNION, |alert| {
                (alert.title, alert.place, alert.summary) = (text.clone(), text.clone(), text.clone());
                alert.letters[0].subject.text = line.to_owned();
                alert.letters[0].asks[0].text = line.to_owned();
                alert.sources[0].title = text.clone();
            })
            .await;
            let pages = ["/en/", "/en/alerts", "/en/alerts/kua-5-26", "/en/alerts/kua-5-26/write", "/en/steps", "/km/"];
            for path in pages {
                let page = reader.opens(path).await;
                page.assert_page().assert_harmless();
                assert_eq!(page.tags().iter().filter(|tag| tag.name == "title").count(), 1, "{page}: {line}");
            }
            reader.opens("/en/alerts/kua-5-26").await.assert_says(line);
            let letter = reader.writes(UNION).await;
            assert_eq!(letter.assert_harmless().to_copy("copy-subject"), line);
        }
    }
}

#[tokio::test]
async fn the_radios_letter_is_offered_to_whoever_reads_it_in_french() {
    for app in TestApp::on_both_engines().await {
        let page = app.reader("Sophea").opens(&format!("/fr/alerts/{RADIO}")).await;
        page.assert_page_in(Language::French);
        assert!(page.content().contains(&format!("href=\"/fr/alerts/{RADIO}/write\"")));
    }
}
