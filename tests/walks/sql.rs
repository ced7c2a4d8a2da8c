//! SQL stands where somebody looks for it, and in the words that both engines understand.

use super::source::{File, Text, at, files, nothing_wrong, said, said_in};

/// Beside the `store.rs` files: opening and preparing a connection.
const DATABASE: &str = "src/platform/db.rs";

/// What the two engines understand differently, or `Any` not at all: the columns of both are text and whole numbers.
const NOT_ON_BOTH: [&str; 13] = [
    "LIKE",
    "ILIKE",
    "GLOB",
    "BOOLEAN",
    "BOOL",
    "NUMERIC",
    "REAL",
    "FLOAT",
    "JSONB",
    "TIMESTAMP",
    "TIMESTAMPTZ",
    "AUTOINCREMENT",
    "SERIAL",
];

/// A statement as it stands in the code.
fn statements(file: &File) -> Vec<Text> {
    said(file).strings.into_iter().filter(|text| is_sql(&text.text)).collect()
}

/// Whether a text is a statement: it begins with a verb of SQL in capitals.
fn is_sql(text: &str) -> bool {
    let verbs = [
        "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "WITH", "BEGIN", "PRAGMA", "NOTIFY",
        "LISTEN", "VACUUM",
    ];
    let first = text.split_whitespace().next().unwrap_or_default();
    verbs.contains(&first.trim_end_matches(';'))
}

/// Whether a file holds the SQL of its feature: `store.rs`, or a part of the folder `store`.
fn is_store(path: &str) -> bool {
    path.ends_with("/store.rs") || path.contains("/store/")
}

/// The words of a statement: letters, digits and `_`, so that a column may be called `likes`.
fn words(sql: &str) -> impl Iterator<Item = String> {
    let without_comments = sql.lines().map(|line| line.split("--").next().unwrap_or_default());
    let words: Vec<String> = without_comments
        .flat_map(|line| line.split(|sign: char| !sign.is_alphanumeric() && sign != '_'))
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_uppercase)
        .collect();
    words.into_iter()
}

fn misplaced(files: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.path != DATABASE && !is_store(&file.path)) {
        let said = said(file);
        let queries = said.paths.iter().filter(|path| {
            let bound =
                said.bound.iter().find(|(_, name, _)| Some(name) == path.names.first()).map(|(.., names)| names);
            let full = [bound.map_or(&path.names[..1], |bound| &bound[..]), &path.names[1..]].concat();
            let query = |name: &String| name.starts_with("query") || name == "raw_sql" || name == "QueryBuilder";
            full.first().is_some_and(|first| first == "sqlx") && full[1..].iter().any(query)
        });
        faults
            .extend(queries.map(|path| format!("{}: {} outside store.rs", at(file, path.line), path.names.join("::"))));
        let texts = said.strings.iter().filter(|text| is_sql(&text.text) && text.text.contains(' '));
        faults.extend(texts.map(|text| format!("{}: SQL outside store.rs: {}", at(file, text.line), text.text)));
    }
    faults
}

fn not_on_both(place: &str, sql: &str) -> Vec<String> {
    let mut faults: Vec<String> = words(sql)
        .filter(|word| NOT_ON_BOTH.contains(&word.as_str()) || word.starts_with("VARCHAR"))
        .map(|word| format!("{place}: {word}"))
        .collect();
    let compact: String = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    let stars = ["SELECT *", ".*", ", *"];
    faults.extend(stars.iter().filter(|star| compact.contains(*star)).map(|star| format!("{place}: {star}")));
    faults
}

/// The functions of the stores that run a statement, by their full names.
pub fn functions_that_run_statements(files: &[File]) -> Vec<String> {
    let mut names = Vec::new();
    for file in files.iter().filter(|file| is_store(&file.path)) {
        let module = file.path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::");
        for function in said(file).functions {
            let inside = said_in(&function.body);
            let query = |names: &[String]| names.iter().any(|name| name.starts_with("query") || name == "raw_sql");
            if inside.strings.iter().any(|text| is_sql(&text.text))
                || inside.paths.iter().any(|path| query(&path.names))
            {
                names.push(format!("{module}::{}", function.name));
            }
        }
    }
    names
}

#[test]
fn sql_stands_in_stores_only() {
    nothing_wrong(&misplaced(&files("src", "rs")));
}

#[test]
fn sql_outside_a_store_is_found() {
    for text in [
        "fn f() { sqlx::query(TEXT) }",
        "use sqlx::query_as; fn f() { query_as(TEXT) }",
        "use sqlx as db; fn f() { db::query_scalar(TEXT) }",
        "fn f() { connection.execute(\"DELETE FROM alerts\") }",
        "fn f() { run!(\"SELECT slug FROM alerts\") }",
    ] {
        assert!(!misplaced(&[File::example("src/alerts/actions.rs", text)]).is_empty(), "{text}");
        assert!(misplaced(&[File::example("src/alerts/store.rs", text)]).is_empty(), "{text}");
    }
    let words = File::example("src/alerts/pages.rs", "fn f() { say(\"BEGIN\"); say(\"Select a text\") }");
    nothing_wrong(&misplaced(&[words]));
}

#[test]
fn every_statement_is_written_in_words_that_both_engines_understand() {
    let mut faults = Vec::new();
    let mut read = 0;
    for file in files("src", "rs").iter().filter(|file| file.path == DATABASE || is_store(&file.path)) {
        for text in statements(file) {
            read += 1;
            faults.extend(not_on_both(&at(file, text.line), &text.text));
        }
    }
    for file in files("migrations", "sql") {
        read += 1;
        faults.extend(not_on_both(&file.path, &file.text));
    }
    assert!(read > 20, "only {read} statements were read");
    nothing_wrong(&faults);
}

#[test]
fn what_one_engine_does_not_understand_is_found() {
    for sql in [
        "SELECT * FROM alerts",
        "SELECT alerts.* FROM alerts",
        "SELECT slug, * FROM alerts",
        "SELECT slug\n  FROM alerts\n WHERE slug LIKE $1",
        "CREATE TABLE a (b BOOLEAN)",
        "CREATE TABLE a (b jsonb)",
        "CREATE TABLE a (b VARCHAR(20))",
    ] {
        assert!(!not_on_both("a", sql).is_empty(), "{sql}");
    }
    for sql in ["SELECT COUNT(*) FROM alerts", "SELECT likes, json FROM alerts -- not LIKE", "SELECT number * 2 FROM a"]
    {
        nothing_wrong(&not_on_both("a", sql));
    }
}

#[test]
fn functions_that_run_statements_are_found_by_what_they_do() {
    let store = File::example(
        "src/alerts/store.rs",
        "pub async fn open() { sqlx::query_as(\"SELECT slug FROM alerts\").fetch_all(x).await } \
         async fn private() { sqlx::query(TEXT) } \
         pub async fn by_hand(c: C) { c.execute(\"UPDATE alerts SET a = 1\") } \
         pub async fn calls() { open().await } \
         impl Row { fn read() { sqlx::query_scalar::<_, i64>(TEXT) } } \
         #[cfg(test)] mod tests { fn t() { sqlx::query(TEXT) } }",
    );
    let names = ["open", "private", "by_hand", "read"].map(|name| format!("alerts::store::{name}"));
    assert_eq!(functions_that_run_statements(&[store]), names);
}

#[test]
fn stores_write_their_keywords_in_capitals() {
    let small = |file: &File| {
        said(file).strings.into_iter().any(|text| is_sql(&text.text.to_uppercase()) && !is_sql(&text.text))
    };
    for store in files("src", "rs").iter().filter(|file| is_store(&file.path)) {
        assert!(!small(store), "{}: a statement in small letters escapes the other walks", store.path);
    }
    assert!(small(&File::example("src/alerts/store.rs", "fn f() { sqlx::query(\"select slug from alerts\") }")));
}
