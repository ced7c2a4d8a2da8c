//! `kill -9` while letters are reported: what was answered is there afterwards.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use samleng::{alerts, platform::db::Db};
use samleng_test_support::{
    PATIENCE,
    app::{ANGKOR, Place},
    server::Server,
};
use sha2::{Digest, Sha256};

/// How many reports are under way at once.
const AT_ONCE: usize = 8;

/// How many are answered before it is killed: more than count for one network within an hour.
const ENOUGH: usize = 100;

#[tokio::test]
async fn no_report_that_was_answered_is_lost_when_the_server_is_killed() {
    for place in Place::on_both_engines().await {
        let server = Server::start(&place);
        let answered = killed_in_the_middle(&server);
        assert!(answered.len() >= ENOUGH, "the server does not get on: {} were answered", answered.len());

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

/// Reports letters without end, kills the server when a hundred are answered, and gives back the keys of all that were answered.
fn killed_in_the_middle(server: &Server) -> Vec<String> {
    let (next, answered) = (AtomicU32::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let key = format!("{:032x}", next.fetch_add(1, Ordering::Relaxed));
                    match server.reports_sent(ANGKOR, &key) {
                        Ok(got) => assert_eq!(got.status, 303, "{got:?}"),
                        Err(_) => return,
                    }
                    answered.lock().unwrap().push(key);
                }
            });
        }
        let begun = Instant::now();
        while answered.lock().unwrap().len() < ENOUGH && begun.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(1));
        }
        server.kill();
    });
    answered.into_inner().unwrap()
}

async fn number(db: &Db, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(db.reader()).await.unwrap()
}
