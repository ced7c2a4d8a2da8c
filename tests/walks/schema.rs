//! The tables: the same on both engines, and each with a word on whether it is about somebody.

use std::collections::BTreeMap;

use samleng::{app::PERSONAL_TABLES, platform::db::Engine};

use super::source::{File, doubled, file, files, nothing_wrong};
use samleng_test_support::app::TestApp;

/// Why a table is kept apart, or need not be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Something about a reader, a writer or a member: it stands in `docs/retention.md`, and something deletes it.
    Personal,
    /// Nothing about anybody who uses the site.
    Nothing(&'static str),
}

/// Every table. A new one needs a line; a test fails without one.
const TABLES: [(&str, Holds); 34] = [
    ("documents", Holds::Nothing("identity of what the network publishes")),
    ("revisions", Holds::Nothing("what the network wrote; names in it are published ones")),
    ("audit", Holds::Nothing("ids, positions and hashes; who acted is a command, or the id of a steward")),
    ("generation", Holds::Nothing("one number")),
    ("issues", Holds::Nothing("what the network publishes")),
    ("officials", Holds::Nothing("public offices, as they are published")),
    ("listed_officials", Holds::Nothing("which alert lists which office")),
    ("alerts", Holds::Nothing("what the network publishes; people concerned stand in it as they wish to be named")),
    ("letter_officials", Holds::Nothing("which model letter goes to which office")),
    ("forums", Holds::Nothing("what the network publishes; speakers stand in it as they wish to be named")),
    ("transcripts", Holds::Nothing("what was said in public, as the network publishes it")),
    ("turning_points", Holds::Nothing("instants")),
    ("posts", Holds::Nothing("what the network publishes")),
    ("post_issues", Holds::Nothing("which post belongs to which issue")),
    ("primers", Holds::Nothing("what the network publishes")),
    ("about_pages", Holds::Nothing("what the network publishes")),
    ("sent_reports", Holds::Personal),
    ("letter_counts", Holds::Nothing("sums")),
    ("paper_reports", Holds::Personal),
    ("jobs", Holds::Nothing("ids of what is to be done; addresses are taken out of what servers said")),
    ("subscribers", Holds::Personal),
    ("subscriber_issues", Holds::Personal),
    ("confirmations", Holds::Personal),
    ("suppressions", Holds::Personal),
    ("announcements", Holds::Nothing("what was told, and to how many")),
    ("deliveries", Holds::Personal),
    ("members", Holds::Personal),
    ("passkeys", Holds::Personal),
    ("recovery_codes", Holds::Personal),
    ("sign_ins", Holds::Personal),
    ("sign_in_days", Holds::Personal),
    ("spent_challenges", Holds::Personal),
    ("acts", Holds::Personal),
    ("sessions", Holds::Personal),
];

/// What sqlx keeps of the steps that were taken.
const OF_THE_TOOL: &str = "_sqlx_migrations";

/// Steps that are meant to differ by more than types: full-text search, when it comes.
const DIFFER: [&str; 0] = [];

fn unclassified(tables: &[String], lines: &[(&str, Holds)]) -> Vec<String> {
    let known = |table: &String| lines.iter().any(|(name, _)| name == table);
    let missing = tables.iter().filter(|table| !known(table)).map(|table| format!("{table}: is it about somebody?"));
    let gone = lines.iter().filter(|(name, _)| !tables.iter().any(|table| table == name));
    let empty = lines.iter().filter(|(_, holds)| *holds == Holds::Nothing(""));
    missing
        .chain(gone.map(|(name, _)| format!("{name}: there is no such table")))
        .chain(doubled(lines.iter().map(|(name, _)| *name)).into_iter().map(|name| format!("{name} stands twice")))
        .chain(empty.map(|(name, _)| format!("{name}: why not?")))
        .collect()
}

/// The rows of the tables of a Markdown file, by their first cell without its quotes.
fn told(retention: &File) -> BTreeMap<String, Vec<String>> {
    let rows = retention.text.lines().filter_map(|line| line.trim().strip_prefix('|')?.strip_suffix('|'));
    rows.map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
        .filter_map(|cells| Some((cells.first()?.trim_matches('`').to_owned(), cells)))
        .collect()
}

/// Personal tables of which the file does not say what they hold, why, how long, and what deletes them.
fn untold(personal: &[&str], retention: &File) -> Vec<String> {
    let told = told(retention);
    let whole = |table: &&&str| {
        told.get(**table).is_some_and(|cells| cells.len() >= 5 && cells.iter().all(|cell| !cell.is_empty()))
    };
    let untold = personal.iter().filter(|table| !whole(table));
    untold
        .map(|table| format!("{}: no row that says what, why, how long, what deletes it of {table}", retention.path))
        .collect()
}

/// What differs between the steps of the two engines, when their types are made equal.
fn differing(sqlite: &[File], postgres: &[File]) -> Vec<String> {
    let named = |files: &[File]| -> BTreeMap<String, String> {
        let name = |file: &File| file.path.rsplit('/').next().unwrap_or_default().to_owned();
        files.iter().map(|file| (name(file), file.text.clone())).collect()
    };
    let (sqlite, postgres) = (named(sqlite), named(postgres));
    let mut faults: Vec<String> = Vec::new();
    faults.extend(
        sqlite
            .keys()
            .filter(|name| !postgres.contains_key(*name))
            .map(|name| format!("{name} is missing for PostgreSQL")),
    );
    faults.extend(
        postgres.keys().filter(|name| !sqlite.contains_key(*name)).map(|name| format!("{name} is missing for SQLite")),
    );
    for (name, text) in sqlite.iter().filter(|(name, _)| !DIFFER.contains(&name.as_str())) {
        let Some(other) = postgres.get(name) else { continue };
        let same_types = text.replace(" INTEGER", " BIGINT").replace(") STRICT;", ");");
        let lines = same_types.lines().zip(other.lines()).zip(1..).find(|((one, other), _)| one != other);
        if let Some(((one, other), line)) = lines {
            faults.push(format!("{name}:{line}: {one:?} and {other:?}"));
        } else if same_types.lines().count() != other.lines().count() {
            faults.push(format!("{name} is longer on one side"));
        }
        let strict = text.matches("CREATE TABLE").count() == text.matches(") STRICT;").count();
        faults.extend((!strict).then(|| format!("{name}: a table of SQLite is not STRICT")));
    }
    faults
}

/// Numbers at the beginning of the names: 0001, 0002, … without a gap.
fn misnumbered(files: &[File]) -> Vec<String> {
    let names = files.iter().map(|file| file.path.rsplit('/').next().unwrap_or_default());
    let wrong = names.zip(1..).filter(|(name, number)| !name.starts_with(&format!("{number:04}_")));
    wrong.map(|(name, number)| format!("{name} should begin with {number:04}_")).collect()
}

/// Table and column with its type, whether it may be empty, and its place in the key (0: in none).
async fn columns(app: &TestApp) -> Vec<(String, String, String, i64, i64)> {
    let sql = match app.engine() {
        Engine::Sqlite => {
            "SELECT tables.name, columns.name, columns.type,
                    CASE WHEN columns.\"notnull\" = 1 OR columns.pk > 0 THEN 0 ELSE 1 END,
                    columns.pk
               FROM sqlite_schema AS tables
               JOIN pragma_table_info(tables.name) AS columns
              WHERE tables.type = 'table'
              ORDER BY tables.name, columns.cid"
        }
        Engine::Postgres => {
            "SELECT CAST(columns.table_name AS TEXT), CAST(columns.column_name AS TEXT), CAST(columns.data_type AS TEXT),
                    CAST(CASE columns.is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS BIGINT),
                    CAST(COALESCE((SELECT keys.ordinal_position
                                     FROM information_schema.key_column_usage AS keys
                                     JOIN information_schema.table_constraints AS constraints
                                       ON constraints.constraint_name = keys.constraint_name
                                      AND constraints.table_name = keys.table_name
                                    WHERE constraints.constraint_type = 'PRIMARY KEY'
                                      AND keys.table_name = columns.table_name
                                      AND keys.column_name = columns.column_name), 0) AS BIGINT)
               FROM information_schema.columns AS columns
              WHERE columns.table_schema = 'public'
              ORDER BY columns.table_name COLLATE \"C\", columns.ordinal_position"
        }
    };
    let columns: Vec<(String, String, String, i64, i64)> =
        sqlx::query_as(sql).fetch_all(app.db.reader()).await.unwrap();
    columns.into_iter().filter(|(table, ..)| table != OF_THE_TOOL && !table.starts_with("sqlite_")).collect()
}

#[tokio::test]
async fn every_table_says_whether_it_is_about_somebody() {
    for app in TestApp::on_both_engines().await {
        let mut tables: Vec<String> = columns(&app).await.into_iter().map(|(table, ..)| table).collect();
        tables.dedup();
        nothing_wrong(&unclassified(&tables, &TABLES));
    }
}

#[test]
fn every_table_about_somebody_is_registered_and_told_of() {
    let personal = TABLES.iter().filter(|(_, holds)| *holds == Holds::Personal).map(|(name, _)| *name);
    let personal: Vec<&str> = personal.collect();
    assert_eq!(personal, PERSONAL_TABLES, "PERSONAL_TABLES of app.rs and this test disagree");
    nothing_wrong(&untold(&personal, &file("docs/retention.md")));
}

#[test]
fn a_table_that_nobody_thought_of_is_found() {
    let tables = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let lines = [("members", Holds::Personal), ("issues", Holds::Nothing("published"))];
    nothing_wrong(&unclassified(&tables(&["issues", "members"]), &lines));
    assert_eq!(unclassified(&tables(&["issues", "members", "sessions"]), &lines).len(), 1);
    assert_eq!(unclassified(&tables(&["issues"]), &lines).len(), 1);
    assert_eq!(unclassified(&tables(&["issues"]), &[("issues", Holds::Nothing(""))]).len(), 1);
    let retention = |text: &str| File::example("docs/retention.md", text);
    nothing_wrong(&untold(
        &["members"],
        &retention("| table | a | b | c | d |\n|---|---|---|---|---|\n| `members` | who | why | a year | a job |"),
    ));
    for text in [
        "",
        "`members` are kept for a year.",
        "| `members` | who | why |",
        "| `members` | who | why | | a job |",
        "| `others` | who | why | a year | a job |",
    ] {
        assert_eq!(untold(&["members"], &retention(text)).len(), 1, "{text}");
    }
}

#[test]
fn both_engines_take_the_same_steps() {
    let (sqlite, postgres) = (files("migrations/sqlite", "sql"), files("migrations/postgres", "sql"));
    nothing_wrong(&misnumbered(&sqlite));
    nothing_wrong(&differing(&sqlite, &postgres));
}

#[test]
fn a_step_that_differs_is_found() {
    let step = |name: &str, text: &str| vec![File::example(&format!("migrations/x/{name}"), text)];
    let sqlite = step("0001_a.sql", "CREATE TABLE a (\n    b INTEGER NOT NULL\n) STRICT;\n");
    nothing_wrong(&differing(&sqlite, &step("0001_a.sql", "CREATE TABLE a (\n    b BIGINT NOT NULL\n);\n")));
    for (name, text) in [
        ("0001_a.sql", "CREATE TABLE a (\n    b BIGINT\n);\n"),
        ("0001_a.sql", "CREATE TABLE a (\n    b BIGINT NOT NULL\n);\nCREATE INDEX c ON a (b);\n"),
        ("0001_a.sql", "CREATE TABLE a (\n    b INTEGER NOT NULL\n);\n"),
    ] {
        assert_eq!(differing(&sqlite, &step(name, text)).len(), 1, "{text}");
    }
    assert_eq!(differing(&sqlite, &step("0002_a.sql", "")).len(), 2);
    let loose = step("0001_a.sql", "CREATE TABLE a (\n    b TEXT\n);\n");
    assert_eq!(differing(&loose, &loose).len(), 1);
    assert_eq!(misnumbered(&step("0002_a.sql", "")).len(), 1);
}

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let [sqlite, postgres] = TestApp::on_both_engines().await;
    let (mut sqlite, mut postgres) = (columns(&sqlite).await, columns(&postgres).await);
    let same = |kind: &str| match kind.to_ascii_lowercase().as_str() {
        "text" => "text".to_owned(),
        "integer" | "bigint" => "whole number".to_owned(),
        other => panic!("{other} is a type that Any cannot read on both engines"),
    };
    for (_, _, kind, ..) in sqlite.iter_mut().chain(&mut postgres) {
        *kind = same(kind);
    }
    assert!(sqlite.len() > 40, "only {} columns were read", sqlite.len());
    assert_eq!(sqlite, postgres);
}
