//! What is stored has a picture: whoever changes it sees that they do.

use crate::support::{KEY, Vault};

fn schema(only_log: bool) -> String {
    let vault = Vault::new();
    let connection = rusqlite::Connection::open(vault.folder.path().join("nabij.db")).unwrap();
    let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{key}'\""))
        .unwrap();
    let log = [
        "meta",
        "log",
        "document_key",
        "entry",
        "unshared",
        "receipt",
        "signed_receipt",
        "secret",
        "setting",
        "draft",
    ];
    let mut statement = connection
        .prepare("SELECT tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let found: Vec<(String, String)> = rows.map(Result::unwrap).collect();
    found
        .into_iter()
        .filter(|(table, _)| log.contains(&table.as_str()) == only_log)
        .map(|(_, sql)| sql)
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[test]
fn the_logs_schema() {
    insta::assert_snapshot!(schema(true));
}

#[test]
fn the_read_models_schema() {
    insta::assert_snapshot!(schema(false));
}

#[test]
fn every_table_of_ours_is_strict() {
    let whole = schema(true) + &schema(false);
    for table in whole
        .split("\n\n")
        .filter(|sql| sql.starts_with("CREATE TABLE "))
    {
        assert!(
            table.contains(") STRICT") || table.contains("'search_"),
            "{table}"
        );
    }
}
