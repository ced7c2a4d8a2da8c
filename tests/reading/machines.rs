//! What programs ask for: the site map, the manifest, previews, and the small texts.

use roxmltree::Document;
use samleng::words::{EmailAddress, Language};
use samleng_test_support::{
    answer::between,
    app::{ANGKOR, TestApp},
};

#[tokio::test]
async fn the_site_map_names_every_page_in_every_language_with_its_alternates() {
    for app in TestApp::on_both_engines().await {
        let answer = app.reader("Dara").opens("/sitemap.xml").await;
        let map = Document::parse(answer.text()).unwrap();
        let urls: Vec<_> = map
            .root_element()
            .children()
            .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "url")))
            .collect();
        let locations: Vec<&str> = urls.iter().filter_map(|url| url.first_element_child()?.text()).collect();
        for path in [
            "/km/",
            "/fr/alerts/kua-7-26",
            "/en/alerts/kua-7-26/write",
            "/en/posts/how-we-write",
            "/km/primers/how-letters-work",
            "/en/officials/minister-of-justice",
            "/fr/issues/mass-trials",
        ] {
            assert!(locations.contains(&format!("https://samleng.example{path}").as_str()), "{path} in {locations:?}");
        }
        for url in &urls {
            let alternates = url.children().filter(|node| node.tag_name().name() == "link").count();
            assert_eq!(alternates, 3, "{url:?}");
        }
        assert!(locations.iter().all(|location| !location.contains("/steps") && !location.contains("/sent")));
        for location in locations {
            let path = location.strip_prefix("https://samleng.example").unwrap();
            let page = app.reader("Dara").opens(path).await;
            assert_eq!(page.status.as_u16(), 200, "{page}");
            assert!(!page.text().contains("content=\"noindex\""), "{page} is named and not to be found");
        }
    }
}

#[tokio::test]
async fn every_page_to_be_found_says_where_it_is_and_what_it_is_called_elsewhere() {
    for app in TestApp::on_both_engines().await {
        for path in ["/en/", "/km/alerts/kua-7-26", "/fr/posts/how-we-write", "/en/issues/land-evictions"] {
            let page = app.reader("Dara").opens(path).await;
            let head = page.text().split_once("</head>").unwrap().0.to_owned();
            assert!(
                head.contains(&format!("<link rel=\"canonical\" href=\"https://samleng.example{path}\"")),
                "{head}"
            );
            for language in Language::ALL {
                assert!(head.contains(&format!("hreflang=\"{language}\"")), "{path}: {language}");
            }
            for property in ["og:title", "og:type", "og:url", "og:image", "og:locale", "og:site_name"] {
                assert!(head.contains(&format!("property=\"{property}\"")), "{path}: {property} in {head}");
            }
        }
    }
}

#[tokio::test]
async fn an_article_has_structured_data_that_is_json_whatever_stands_in_it() {
    for app in TestApp::on_both_engines().await {
        app.changes(ANGKOR, |alert| {
            let hostile = "</script><script>window.samlengCase='S18'</script> \"quoted\" \\ ";
            alert.title = [(Language::English, hostile.to_owned())].into_iter().collect();
        })
        .await;
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        page.assert_harmless();
        let json = between(page.text(), "<script type=\"application/ld+json\">", "</script>").unwrap();
        let data: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(data["@type"], "Article");
        assert!(data["headline"].as_str().unwrap().contains("</script>"));
        assert_eq!(data["mainEntityOfPage"], "https://samleng.example/en/alerts/kua-7-26");
    }
}

#[tokio::test]
async fn of_a_discreet_alert_previews_tell_number_and_issue_only() {
    for app in TestApp::on_both_engines().await {
        let summary = app.alert(ANGKOR).await.alert.summary.only(Language::English).unwrap().clone();
        app.changes(ANGKOR, |alert| alert.discreet = true).await;
        let page = app.reader("Dara").opens("/en/alerts/kua-7-26").await;
        let head = page.text().split_once("</head>").unwrap().0;
        assert!(!head.contains(&summary) && !head.contains("name=\"description\""), "{head}");
        assert!(head.contains("KUA 7/26 · Land evictions"));
    }
}

#[tokio::test]
async fn the_manifest_opens_the_site_in_its_language_and_its_icons_are_there_in_their_sizes() {
    for app in TestApp::on_both_engines().await {
        for language in Language::ALL {
            let dara = app.reader("Dara");
            let answer = dara.opens(&format!("/manifest/{language}.webmanifest")).await;
            assert_eq!(answer.header("content-type"), "application/manifest+json");
            let manifest: serde_json::Value = serde_json::from_str(answer.text()).unwrap();
            assert_eq!(manifest["start_url"], format!("/{language}/"));
            assert_eq!(manifest["lang"], language.code());
            for icon in manifest["icons"].as_array().unwrap() {
                let file = dara.opens(icon["src"].as_str().unwrap()).await;
                assert_eq!(file.header("content-type"), icon["type"].as_str().unwrap(), "{file}");
                if icon["type"] == "image/png" {
                    // A PNG tells its width and height behind the first chunk's name.
                    let side = |at: usize| u32::from_be_bytes(file.body[at..at + 4].try_into().unwrap());
                    assert_eq!(format!("{}x{}", side(16), side(20)), icon["sizes"].as_str().unwrap(), "{file}");
                }
            }
            let page = dara.opens(&format!("/{language}/")).await;
            assert!(page.text().contains(&format!("rel=\"manifest\" href=\"/manifest/{language}.webmanifest\"")));
        }
        for nothing in ["/manifest/de.webmanifest", "/manifest/en", "/manifest/en.json"] {
            assert_eq!(app.reader("Dara").opens(nothing).await.status.as_u16(), 404, "{nothing}");
        }
    }
}

#[tokio::test]
async fn robots_are_sent_to_the_site_map_and_researchers_to_the_contact() {
    let contact: EmailAddress = "contact@samleng.example".parse().unwrap();
    for app in TestApp::on_both_engines_with(|settings| settings.contact = Some(contact.clone())).await {
        let dara = app.reader("Dara");
        let robots = dara.opens("/robots.txt").await;
        assert!(robots.text().contains("\nSitemap: https://samleng.example/sitemap.xml\n"), "{}", robots.text());
        let security = dara.opens("/.well-known/security.txt").await;
        assert_eq!(security.header("content-type"), "text/plain; charset=utf-8");
        let lines: Vec<&str> = security.text().lines().collect();
        assert_eq!(lines[0], "Contact: mailto:contact@samleng.example");
        assert_eq!(lines[1], "Expires: 2027-05-24T00:00:00Z");
    }
}

#[tokio::test]
async fn is_it_us_tells_the_address_the_contact_and_the_key_to_compare_on_paper() {
    let key = "4F1C09A722D85B3E6C901147E2AF8D360B5A71C4";
    let change = |settings: &mut samleng::platform::config::Settings| {
        settings.contact = "contact@samleng.example".parse().ok();
        settings.key = Some(key.to_owned());
    };
    for app in TestApp::on_both_engines_with(change).await {
        for path in ["/en/about/is-it-us", "/km/about/imprint"] {
            let page = app.reader("Dara").reads(path).await.assert_kept_by_all();
            page.assert_holds("https://samleng.example").assert_holds("mailto:contact@samleng.example");
            page.assert_says("4F1C 09A7 22D8 5B3E 6C90 1147 E2AF 8D36 0B5A 71C4");
        }
    }
}
