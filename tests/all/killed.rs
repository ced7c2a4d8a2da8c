//! `kill -9` while letters are reported: what was answered is there afterwards.

use std::{
    sync::Mutex,
    time::{Duration, Instant},
};

use samleng::{alerts, platform::db::Db};
use sha2::{Digest, Sha256};

use crate::{
    app::{ANGKOR, Place},
    server::Server,
};

/// How many reports are under way at once.
const AT_ONCE: usize = 8;

#[tokio::test]
async fn no_report_that_was_answered_is_lost_when_the_server_is_killed() {
    for place in Place::on_both_engines().await {
        let server = Server::start(&place);
        let answered = killed_in_the_middle(&server);
        assert!((100..200).contains(&answered.len()), "{} of 200 were answered", answered.len());

        let db = Db::open(place.data.path(), place.url.as_deref()).await.unwrap();
        let alert = alerts::store::by_slug(&db, &ANGKOR.parse().unwrap()).await.unwrap().unwrap().document;
        for key in &answered {
            let hash = Sha256::new().chain_update(&alert).chain_update(key).finalize();
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            let rows: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM sent_reports WHERE token_hash = $1")
                .bind(hash)
                .fetch_one(db.reader())
                .await
                .unwrap();
            assert_eq!(rows, 1, "the report with the key {key} was answered and is lost, on {:?}", db.engine());
        }
        let rows = number(&db, "SELECT COUNT(*) FROM sent_reports").await;
        let under_way = rows as usize - answered.len();
        assert!(under_way <= AT_ONCE, "{under_way} reports were stored that nobody had answered");
        let counted = number(&db, "SELECT COUNT(*) FROM sent_reports WHERE unconfirmed = 0").await;
        assert!(counted <= 60 && counted < rows, "unconfirmed ones are among them: {counted} of {rows} count");
        assert_eq!(number(&db, "SELECT CAST(SUM(sent) AS BIGINT) FROM letter_counts").await, counted);
        assert_eq!(number(&db, "SELECT CAST(SUM(unconfirmed) AS BIGINT) FROM letter_counts").await, rows - counted);

        let server = Server::start(&place);
        assert_eq!(server.reports_sent(ANGKOR, &answered[0]).unwrap().status, 303);
        assert_eq!(number(&db, "SELECT COUNT(*) FROM sent_reports").await, rows, "it counts once, also after that");
        assert!(server.opens("/en/alerts/kua-7-26").body.contains(&format!("{counted} letters")));
    }
}

/// Reports 200 letters, kills the server when a hundred are answered, and gives back the keys of all that were answered.
fn killed_in_the_middle(server: &Server) -> Vec<String> {
    let answered = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for first in 0..AT_ONCE {
            let answered = &answered;
            scope.spawn(move || {
                for n in (first..200).step_by(AT_ONCE) {
                    let key = format!("{n:032x}");
                    match server.reports_sent(ANGKOR, &key) {
                        Ok(got) => assert_eq!(got.status, 303, "{got:?}"),
                        Err(_) => return,
                    }
                    answered.lock().unwrap().push(key);
                }
            });
        }
        let begun = Instant::now();
        while answered.lock().unwrap().len() < 100 {
            assert!(begun.elapsed() < Duration::from_secs(60), "the server does not get on");
            std::thread::sleep(Duration::from_micros(200));
        }
        server.kill();
    });
    answered.into_inner().unwrap()
}

async fn number(db: &Db, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(db.reader()).await.unwrap()
}
