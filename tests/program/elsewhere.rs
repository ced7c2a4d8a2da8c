//! What is the same for every address, and what no address answers: languages, spellings, methods, hosts, other sites, headers,
//! files.

use axum::http::{Method, StatusCode};
use samleng::{platform::config::Settings, words::Language};
use samleng_test_support::{
    app::{ANGKOR, PUBLIC_URL, TestApp, say},
    reader::REPORT_SENT,
    root,
};

#[tokio::test]
async fn an_address_without_a_language_leads_to_the_readers_own() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for (accepted, language) in
            [("km", "km"), ("fr-CA", "fr"), ("de", "en"), ("*", "en"), ("", "en"), ("de, km;q=0.3, en;q=0.2", "km")]
        {
            for (path, rest) in
                [("/", "/"), ("/alerts", "/alerts"), ("/steps", "/steps"), ("/about/privacy", "/about/privacy")]
            {
                let answer = reader.opens(path).with("accept-language", accepted).await;
                answer.assert_leads_to(302, &format!("/{language}{rest}")).assert_no_cookie();
                assert_eq!(answer.header("vary"), "Accept-Language", "{answer}");
            }
        }
    }
}

#[tokio::test]
async fn an_address_without_a_language_keeps_its_query() {
    for app in TestApp::on_both_engines().await {
        let answer = app.reader("Dara").opens("/alerts/kua-7-26?from=paper").await;
        answer.assert_leads_to(302, "/en/alerts/kua-7-26?from=paper");
    }
}

#[tokio::test]
async fn nobody_without_cookies_is_sent_in_a_circle_or_twice() {
    for app in TestApp::on_both_engines().await {
        for accepted in ["km", "fr-CA", "de", "*"] {
            for path in
                ["/", "/km", "/km/", "/de/", "/en-us/alerts", "/alerts", "/alerts/", "/steps/", "/en/alerts/", "/de"]
            {
                let mut answer =
                    app.reader("Dara").opens(path).without_cookies().with("accept-language", accepted).await;
                if let Some(location) = answer.location().map(str::to_owned) {
                    answer =
                        app.reader("Dara").opens(&location).without_cookies().with("accept-language", accepted).await;
                }
                assert!(answer.location().is_none(), "{path} in {accepted} leads on and on");
                assert!(matches!(answer.status.as_u16(), 200 | 404), "{answer}");
            }
        }
    }
}

#[tokio::test]
async fn one_spelling_of_an_address_is_the_right_one() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for (spelled, right) in [
            ("/km", "/km/"),
            ("/en/alerts/", "/en/alerts"),
            ("/fr/alerts/kua-7-26/", "/fr/alerts/kua-7-26"),
            ("/en/about/privacy/", "/en/about/privacy"),
        ] {
            reader.opens(spelled).await.assert_leads_to(308, right);
        }
    }
}

#[tokio::test]
async fn no_spelling_leads_to_another_site() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for path in [
            "//evil.example",
            "//evil.example/",
            "/en//evil.example/",
            "///evil.example/en/",
            "/\\evil.example",
            "/alerts//evil.example/",
        ] {
            let answer = reader.opens(path).await;
            let location = answer.header("location");
            assert!(
                location.is_empty() || (location.starts_with('/') && !location.starts_with("//")),
                "{answer}: {location}"
            );
        }
    }
}

#[tokio::test]
async fn an_unknown_language_or_path_is_not_found_in_a_language_that_the_reader_knows() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let reader = app.reader("Dara").speaking(language);
            for path in ["/de/", "/de/alerts", "/EN/", "/en-us/alerts", "/nowhere", "/wp-login.php", "/%00", "/.env"] {
                reader.opens(path).await.assert_not_found(language);
            }
            // What stands in the path goes before what the browser asks for.
            reader.opens("/km/nowhere").await.assert_not_found(Language::Khmer);
            reader.opens("/fr/alerts/kua-7-26/nowhere").await.assert_not_found(Language::French);
        }
    }
}

#[tokio::test]
async fn a_wrong_method_is_refused_with_the_right_ones() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for (path, allowed) in [
            ("/km/", "GET,HEAD"),
            ("/km/alerts", "GET,HEAD"),
            ("/km/alerts/kua-7-26", "GET,HEAD"),
            ("/km/alerts/kua-7-26/write", "GET,HEAD,POST"),
            ("/km/alerts/kua-7-26/write/2", "GET,HEAD,POST"),
            ("/km/alerts/kua-7-26/sent", "GET,HEAD,POST"),
            ("/km/steps", "GET,HEAD,POST"),
            ("/km/about", "GET,HEAD"),
            ("/km/about/privacy", "GET,HEAD"),
        ] {
            for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
                if allowed.contains(method.as_str()) {
                    continue;
                }
                let answer = reader.asks(method, path).await;
                answer.assert_error(405, Language::Khmer).assert_says(&say(Language::Khmer, "error-method-title"));
                assert_eq!(answer.header("allow"), allowed, "{answer}");
            }
        }
    }
}

#[tokio::test]
async fn a_page_for_another_host_leads_to_ours() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        for host in [
            "evil.example",
            "samleng.example.evil.example",
            "samleng.example:8080",
            "127.0.0.1",
            "",
            "samleng.example@evil.example",
        ] {
            for method in [Method::GET, Method::HEAD] {
                let answer = reader.asks(method, "/en/alerts?a=b").with("host", host).await;
                answer.assert_leads_to(308, &format!("{PUBLIC_URL}/en/alerts?a=b")).assert_silent_about("evil.example");
            }
        }
        reader.opens("/en/").without("host").await.assert_leads_to(308, &format!("{PUBLIC_URL}/en/"));
    }
}

#[tokio::test]
async fn anything_but_reading_at_another_host_is_refused() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        let form = reader.writes(ANGKOR).await.sent_form();
        let before = app.rows().await;
        for host in ["evil.example", "samleng.example:8080"] {
            let answer = reader.presses(&form).with("host", host).with("origin", &format!("https://{host}")).await;
            answer.assert_error(421, Language::English).assert_no_cookie();
            reader.reports_by_island(ANGKOR, 1, &"0".repeat(32), "").with("host", host).await.assert_no_cookie();
        }
        assert_eq!(app.rows().await, before);
    }
}

#[tokio::test]
async fn our_own_host_is_ours_in_capitals_and_in_an_absolute_request() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        let page = reader.opens("/en/").await;
        reader.opens("/en/").with("host", "SAMLENG.example").await.assert_same_as(&page);
        reader.opens("/en/").at("https://samleng.example/en/").with("host", "evil.example").await.assert_same_as(&page);
    }
}

#[tokio::test]
async fn an_absolute_request_for_another_host_is_not_ours_whatever_its_host_header_says() {
    for app in TestApp::on_both_engines().await {
        let reader = app.reader("Dara");
        reader.opens("/en/").at("http://evil.example/en/").await.assert_leads_to(308, &format!("{PUBLIC_URL}/en/"));
        let posted = reader.posts("/en/steps", &[("act", "forget")]).at("http://evil.example/en/steps").await;
        posted.assert_error(421, Language::English);
    }
}

#[tokio::test]
async fn health_answers_at_any_host() {
    for app in TestApp::on_both_engines().await {
        let answer = app.reader("Watchdog").opens("/health").with("host", "10.0.0.1:3000").await;
        assert_eq!((answer.status.as_u16(), answer.text()), (200, "well\n"));
        answer.assert_kept_by_nobody();
    }
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_on_a_page_and_nothing_is_stored() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let dara = app.reader("Dara").speaking(language);
            let form = dara.writes(ANGKOR).await.sent_form();
            let before = app.rows().await;
            for (origin, site) in [
                ("https://evil.example", "cross-site"),
                ("https://evil.example", ""),
                ("null", ""),
                ("null", "cross-site"),
                ("https://samleng.example.evil.example", ""),
                ("https://other.samleng.example", "same-site"),
                ("https://samleng.example:444", ""),
            ] {
                let answer = dara.presses(&form).with("origin", origin).with("sec-fetch-site", site).await;
                answer
                    .assert_error(403, language)
                    .assert_no_cookie()
                    .assert_says(&say(language, "error-foreign-title"));
            }
            dara.presses(&form)
                .without("origin")
                .with("sec-fetch-site", "cross-site")
                .await
                .assert_error(403, language);
            assert_eq!(app.rows().await, before);
        }
    }
}

#[tokio::test]
async fn every_form_refuses_another_site() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        dara.reports_sent(ANGKOR).await.assert_thanks();
        for (path, fields) in [
            ("/en/alerts/kua-7-26/write", [("name", "Dara")]),
            ("/en/alerts/kua-7-26/write/2", [("name", "Dara")]),
            ("/en/steps", [("act", "forget")]),
        ] {
            let answer = dara
                .posts(path, &fields)
                .with("origin", "https://evil.example")
                .with("sec-fetch-site", "cross-site")
                .await;
            answer.assert_error(403, Language::English).assert_no_cookie();
        }
        assert_eq!(dara.cookies_for("/en/steps").len(), 1, "another site cannot make a browser forget");
    }
}

#[tokio::test]
async fn an_old_browser_that_says_neither_origin_nor_site_can_write() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let form = dara.writes(ANGKOR).await.sent_form();
        let answer = dara.presses(&form).without("origin").without("sec-fetch-site").await;
        dara.follows(answer).await.assert_thanks();
    }
}

#[tokio::test]
async fn every_kind_of_answer_has_the_headers_that_keep_a_reader_safe() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let page = dara.opens("/en/").await;
        let kinds = [
            (200, dara.opens("/en/steps").await),
            (200, dara.opens("/health").await),
            (200, dara.opens("/icon.svg").await),
            (200, dara.opens(&link(page.text(), "stylesheet\" href")).await),
            (302, dara.opens("/").await),
            (303, dara.presses(&dara.writes(ANGKOR).await.sent_form()).await),
            (304, dara.opens("/en/").with("if-none-match", page.header("etag")).await),
            (308, dara.opens("/en").await),
            (308, dara.opens("/en/").with("host", "evil.example").await),
            (403, dara.posts("/en/steps", &[]).with("origin", "null").without("sec-fetch-site").await),
            (404, dara.opens("/nowhere").await),
            (404, dara.opens("/fonts/nowhere.woff2").await),
            (405, dara.asks(Method::DELETE, "/en/").await),
            (413, dara.posts("/en/steps", &[("a", &"a".repeat(100_000))]).await),
            (421, dara.posts("/en/steps", &[]).with("host", "evil.example").await),
            (422, dara.posts("/en/alerts/kua-7-26/write", &[("name", "")]).await),
            (200, dara.reports_by_island(ANGKOR, 1, &"0".repeat(32), "").await),
        ];
        for (status, answer) in kinds {
            assert_eq!(answer.status.as_u16(), status, "{answer}");
            answer.assert_promises(&Method::POST);
        }
    }
}

#[tokio::test]
async fn style_scripts_and_fonts_never_change_under_their_name() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let page = dara.opens("/en/alerts/kua-7-26/write").await;
        let mut paths = vec![link(page.text(), "stylesheet\" href")];
        let account = dara.opens("/en/sign-in").await;
        paths.extend(
            account.text().match_indices("stylesheet\"").skip(1).map(|(at, _)| link(&account.text()[at..], "href")),
        );
        paths.extend(page.text().match_indices("<script src=\"").map(|(at, _)| link(&page.text()[at..], "src")));
        assert_eq!(
            paths.len(),
            5,
            "style, that of accounts, page script, that of the steps, islands' start-up: {paths:?}"
        );
        paths.extend(fonts());
        for path in paths {
            for coding in ["", "br"] {
                let file = dara.opens(&path).with("accept-encoding", coding).await;
                assert_eq!(file.status, StatusCode::OK, "{file}");
                assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable", "{file}");
                file.assert_no_cookie();
            }
        }
    }
}

#[tokio::test]
async fn a_page_names_its_fonts_before_it_is_read() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for (path, count) in [("/en/", 3), ("/km/alerts/kua-7-26", 4), ("/km/sign-in", 4), ("/km/nowhere", 4)] {
            // Made anew, and out of the cache.
            for _ in 0..2 {
                let page = dara.opens(path).await;
                let named: Vec<_> = page.header("link").split(", ").collect();
                assert_eq!(named.len(), count, "{page}");
                let style = dara.opens(&link(page.text(), "stylesheet\" href")).await;
                for font in named {
                    let file = samleng_test_support::answer::between(font, "<", ">").unwrap();
                    assert!(font.ends_with("; rel=preload; as=font; type=\"font/woff2\"; crossorigin"), "{font}");
                    assert!(style.text().contains(file), "the style loads no {file}");
                    assert_eq!(dara.opens(file).await.status, StatusCode::OK, "{file}");
                }
            }
        }
    }
}

#[tokio::test]
async fn what_is_precompressed_is_served_as_it_lies_there() {
    let site = tempfile::tempdir().unwrap();
    std::fs::create_dir(site.path().join("pkg")).unwrap();
    for (name, bytes) in [("samleng.js", "plain"), ("samleng.js.br", "as brotli")] {
        std::fs::write(site.path().join("pkg").join(name), bytes).unwrap();
    }
    let built = |settings: &mut Settings| settings.leptos.site_root = site.path().to_string_lossy().into_owned().into();
    for app in TestApp::on_both_engines_with(built).await {
        let dara = app.reader("Dara");
        for (accepted, coding, bytes) in [("gzip, br", "br", "as brotli"), ("", "", "plain")] {
            let file = dara.opens("/pkg/samleng.js").with("accept-encoding", accepted).await;
            assert_eq!((file.header("content-encoding"), file.text()), (coding, bytes), "{file}");
            assert_eq!(file.header("content-type"), "text/javascript", "{file}");
            assert_eq!(file.header("cache-control"), "public, max-age=31536000, immutable", "{file}");
        }
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_is_asked_for_again() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for path in
            ["/pkg/nowhere.wasm", "/fonts/nowhere.woff2", "/assets/nowhere.css", "/fonts/..%2f..%2fCargo.toml", "/pkg/"]
        {
            dara.opens(path).await.assert_not_found(Language::English);
        }
    }
}

#[tokio::test]
async fn nothing_is_fetched_ahead_for_whoever_saves_data() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        let page = dara.opens("/en/").await;
        let path = page.header("speculation-rules").trim_matches('"').to_owned();
        let rules = dara.opens(&path).await;
        assert_eq!(rules.header("content-type"), "application/speculationrules+json");
        assert!(rules.text().contains("prefetch") && rules.text().contains("conservative"), "{}", rules.text());
        let saving = dara.opens(&path).with("save-data", "on").await;
        assert_eq!((saving.text(), saving.header("vary")), ("{}", "Save-Data"));
    }
}

#[tokio::test]
async fn nothing_but_server_functions_is_below_api() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for path in ["/api", "/api/", "/api/nowhere"] {
            assert!(dara.opens(path).await.status.is_client_error(), "{path}");
        }
        assert_eq!(dara.opens(REPORT_SENT).await.status.as_u16(), 405);
    }
}

#[tokio::test]
async fn nothing_that_a_request_says_of_its_host_gets_into_an_answer() {
    for app in TestApp::on_both_engines().await {
        let dara = app.reader("Dara");
        for path in ["/", "/alerts", "/en", "/en/", "/en/alerts/kua-7-26", "/en/steps", "/en/nowhere", "/favicon.ico"] {
            let answer = dara.opens(path).with_forged_hosts().await;
            answer.assert_silent_about("evil");
            assert!(!format!("{:?}", answer.headers).contains("evil"), "{answer}");
        }
        let form = dara.writes(ANGKOR).await.sent_form();
        dara.presses(&form).with_forged_hosts().await.assert_leads_to(303, "/en/alerts/kua-7-26/sent");
    }
}

/// The address in an attribute.
fn link(html: &str, name: &str) -> String {
    samleng_test_support::answer::between(html, &format!("{name}=\""), "\"").unwrap().to_owned()
}

/// One font of those that the style loads.
fn fonts() -> Option<String> {
    let mut files = std::fs::read_dir(root().join("public/fonts"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap());
    files.find(|name| name.ends_with(".woff2")).map(|name| format!("/fonts/{name}"))
}
