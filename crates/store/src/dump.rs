//! The whole read model as text, to compare two of them.

use crate::error::Error;
use crate::store::Store;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use std::fmt::Write;

/// Everything that is read, by document and not by row number, which depends on the order of arrival. The
/// cached saves are left out: the same changes can be saved in more than one order.
const TABLES: [(&str, &str); 28] = [
    ("document", "SELECT id, space, kind, version, changes FROM document ORDER BY id"),
    ("actor", "SELECT actor, member FROM actor ORDER BY actor"),
    (
        "document_actor",
        "SELECT d.id, a.actor, a.at FROM document_actor a JOIN document d ON d.num = a.document
         ORDER BY d.id, a.actor",
    ),
    (
        "difference",
        "SELECT d.id, x.position, x.field, x.value, x.actor, x.at, x.chosen, x.settled_by, x.settled_at
         FROM difference x JOIN document d ON d.num = x.document ORDER BY d.id, x.position",
    ),
    (
        "case_row",
        "SELECT id, space, name, opened_at, opened_by, import, withdrawn FROM case_row ORDER BY id",
    ),
    (
        "contact_moment",
        "SELECT d.id, m.space, m.in_case, m.nickname, m.kind, m.text, m.at, m.place, m.outcome,
           m.life_domains, m.in_group, m.shift, m.stop, m.others, m.import, m.recorded_by, m.recorded_at,
           m.withdrawn
         FROM contact_moment m JOIN document d ON d.num = m.document ORDER BY d.id",
    ),
    (
        "case_note",
        "SELECT d.id, n.space, n.text, n.recorded_by, n.recorded_at, n.withdrawn
         FROM case_note n JOIN document d ON d.num = n.document ORDER BY d.id",
    ),
    ("summary", "SELECT id, space, text, recorded_by, recorded_at FROM summary ORDER BY id"),
    ("colleague", "SELECT id, space, member, name, role FROM colleague ORDER BY id"),
    ("team", "SELECT id, space, name FROM team ORDER BY id"),
    (
        "place",
        "SELECT d.id, x.space, x.name, x.recorded_by, x.recorded_at, x.withdrawn FROM place x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "street_group",
        "SELECT d.id, x.space, x.name, x.place, x.text, x.recorded_by, x.recorded_at, x.withdrawn FROM street_group x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "shift",
        "SELECT d.id, x.space, x.at, x.ended_at, x.colleagues, x.recorded_by, x.recorded_at, x.withdrawn FROM shift x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "round",
        "SELECT d.id, x.space, x.shift, x.at, x.ended_at, x.recorded_by, x.recorded_at, x.withdrawn FROM round x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "stop",
        "SELECT d.id, x.space, x.shift, x.round, x.place, x.at, x.head_count, x.mood, x.in_group, x.topic, x.agreement, x.next_step, x.recorded_by, x.recorded_at, x.withdrawn FROM stop x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "person",
        "SELECT d.id, x.space, x.nickname, x.text, x.in_group, x.place, x.purpose, x.import, x.recorded_by, x.recorded_at, x.withdrawn FROM person x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "person_merge",
        "SELECT d.id, x.space, x.person, x.into_id, x.recorded_by, x.recorded_at, x.withdrawn FROM person_merge x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "action",
        "SELECT d.id, x.space, x.in_case, x.person, x.contact_moment, x.shift, x.text, x.colleague, x.owner, x.due, x.due_hour, x.outcome, x.ended_at, x.import, x.recorded_by, x.recorded_at, x.withdrawn FROM action x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "handover",
        "SELECT d.id, x.space, x.kind, x.in_case, x.shift, x.colleagues, x.why, x.recorded_by, x.recorded_at, x.withdrawn FROM handover x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "handover_reading",
        "SELECT d.id, x.space, x.handover, x.recorded_by, x.recorded_at, x.withdrawn FROM handover_reading x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "missed_check_in",
        "SELECT d.id, x.space, x.due, x.colleagues, x.ended_at, x.recorded_by, x.recorded_at, x.withdrawn FROM missed_check_in x JOIN document d ON d.num = x.document ORDER BY d.id",
    ),
    (
        "handover_line",
        "SELECT d.id, l.position, l.part, l.heading, l.at, l.text, l.about
         FROM handover_line l JOIN document d ON d.num = l.document ORDER BY d.id, l.position",
    ),
    (
        "contact_moment_person",
        "SELECT d.id, p.person FROM contact_moment_person p JOIN document d ON d.num = p.document
         ORDER BY d.id, p.person",
    ),
    (
        "quarantine",
        "SELECT l.scope_kind, l.space, l.device, l.incarnation, e.number, q.code
         FROM quarantine q JOIN entry e ON e.id = q.entry JOIN log l ON l.id = e.log ORDER BY 1, 2, 3, 4, 5",
    ),
    (
        "waiting",
        "SELECT l.scope_kind, l.space, l.device, l.incarnation, e.number, w.reason
         FROM waiting w JOIN entry e ON e.id = w.entry JOIN log l ON l.id = e.log ORDER BY 1, 2, 3, 4, 5",
    ),
    (
        "search_text",
        "SELECT d.id, t.title, t.body, t.other FROM search_text t JOIN document d ON d.num = t.num
         ORDER BY d.id",
    ),
    (
        "search_item",
        "SELECT id, kind, contact_kind, space, at, by FROM search_item ORDER BY id",
    ),
    (
        "search",
        "SELECT d.id FROM search_docsize s JOIN document d ON d.num = s.id ORDER BY d.id",
    ),
];

impl Store {
    /// Every row of the read model in a stable order: two stores that took in the same entries, in whatever
    /// order, give the same. Full of content: to compare, never to show or log.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn read_model_dump(&self) -> Result<String, Error> {
        self.read(all)
    }
}

/// See [`Store::read_model_dump`].
pub(crate) fn all(connection: &Connection) -> Result<String, Error> {
    let mut dump = String::new();
    for (name, query) in TABLES {
        table(connection, name, query, &mut dump)?;
    }
    Ok(dump)
}

fn table(connection: &Connection, name: &str, query: &str, dump: &mut String) -> Result<(), Error> {
    dump.push_str(name);
    dump.push('\n');
    let mut statement = connection.prepare(query)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            value(row.get_ref(column)?, dump);
        }
        dump.push('\n');
    }
    Ok(())
}

fn value(value: ValueRef<'_>, dump: &mut String) {
    // Writing into a String cannot fail.
    let _ = match value {
        ValueRef::Null => write!(dump, "  -"),
        ValueRef::Integer(number) => write!(dump, "  {number}"),
        ValueRef::Real(number) => write!(dump, "  {number}"),
        ValueRef::Text(text) => write!(dump, "  {:?}", String::from_utf8_lossy(text)),
        ValueRef::Blob(bytes) => {
            dump.push_str("  ");
            bytes.iter().try_for_each(|byte| write!(dump, "{byte:02x}"))
        }
    };
}
