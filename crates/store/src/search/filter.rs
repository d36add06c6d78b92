//! What the hits are narrowed by.

use super::HitKind;
use crate::error::Error;
use nabij_domain::{ContactKind, Id, LifeDomain, Millis, Personal, name_key, person};
use nabij_protocol::id::MemberId;
use rusqlite::Connection;
use rusqlite::types::Value;

/// What hits must be; what is not said does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Who wrote it.
    pub by: Option<MemberId>,
    /// The case it lies in.
    pub case: Option<Id>,
    /// The person without a case whom it is about.
    pub person: Option<Id>,
    /// What the place is called where it was.
    pub place: Option<Personal>,
    /// Since when.
    pub from: Option<Millis>,
    /// Before when.
    pub until: Option<Millis>,
    /// Any of these kinds; none: all.
    pub kinds: Vec<HitKind>,
    /// Any of these kinds of contact; none: all. A contact moment is asked for by it.
    pub contact_kinds: Vec<ContactKind>,
    /// About any of these parts of a life; none: all.
    pub life_domains: Vec<LifeDomain>,
}

/// Conditions on `search_item i`, with the values for them.
pub(super) struct Conditions {
    /// Each begins with AND.
    pub sql: String,
    pub values: Vec<Value>,
}

impl Conditions {
    /// The conditions for a filter at `now`. The values `first` stand before theirs.
    pub fn new(
        connection: &Connection,
        filter: &Filter,
        now: Millis,
        first: Vec<Value>,
    ) -> Result<Conditions, Error> {
        let mut made = Conditions {
            sql: String::new(),
            values: first,
        };
        let now = made.value(Value::Integer(now.0));
        made.and(&format!(
            "(i.kind <> 'person' OR NOT EXISTS (SELECT 1 FROM person_standing s
              WHERE s.document = i.num AND s.expires_at <= {now}))"
        ));
        // A handover to the next shift names people by nickname: it is found no longer than they are.
        let kept = person::KEPT_WITHOUT_PURPOSE;
        made.and(&format!(
            "(i.kind <> 'handover' OR i.at > {now} - {kept} OR EXISTS (
              SELECT 1 FROM handover h WHERE h.document = i.num AND h.in_case))"
        ));
        if let Some(by) = &filter.by {
            let by = made.value(Value::Blob(by.0.to_vec()));
            made.and(&format!("i.by = {by}"));
        }
        if let Some(case) = &filter.case {
            let case = made.value(Value::Blob(case.0.to_vec()));
            made.and(&format!("i.space = {case}"));
        }
        if let Some(person) = &filter.person {
            let person = made.value(Value::Blob(person.0.to_vec()));
            made.and(&format!(
                "i.num IN (SELECT document FROM contact_moment_person WHERE person = {person}
                 UNION ALL SELECT document FROM action WHERE person = {person}
                 UNION ALL SELECT num FROM document WHERE id = {person})"
            ));
        }
        if let Some(from) = filter.from {
            let from = made.value(Value::Integer(from.0));
            made.and(&format!("i.at >= {from}"));
        }
        if let Some(until) = filter.until {
            let until = made.value(Value::Integer(until.0));
            made.and(&format!("i.at < {until}"));
        }
        made.of_kind(filter);
        if !filter.life_domains.is_empty() {
            let any: Vec<String> = filter
                .life_domains
                .iter()
                .map(|domain| format!("life_domains LIKE '% {} %'", domain.as_str()))
                .collect();
            made.and(&format!(
                "i.num IN (SELECT document FROM contact_moment WHERE {})",
                any.join(" OR ")
            ));
        }
        if let Some(place) = &filter.place {
            made.at_place(connection, place)?;
        }
        Ok(made)
    }

    fn of_kind(&mut self, filter: &Filter) {
        let mut any = Vec::new();
        let moments_by_kind = !filter.contact_kinds.is_empty();
        for kind in &filter.kinds {
            if *kind != HitKind::ContactMoment || !moments_by_kind {
                any.push(format!("i.kind = '{}'", kind.document_kind().as_str()));
            }
        }
        for kind in &filter.contact_kinds {
            any.push(format!("i.contact_kind = '{}'", kind.as_str()));
        }
        if !any.is_empty() {
            self.and(&format!("({})", any.join(" OR ")));
        }
    }

    /// A contact moment names its place; the others refer to the team's list. Names are one as in
    /// [`name_key`].
    fn at_place(&mut self, connection: &Connection, place: &Personal) -> Result<(), Error> {
        let key = name_key(place);
        let mut names = connection
            .prepare_cached("SELECT DISTINCT place FROM contact_moment WHERE place IS NOT NULL")?;
        let mut written = Vec::new();
        let mut rows = names.query([])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            if name_key(&name.as_str().into()) == key {
                written.push(self.value(Value::Text(name)));
            }
        }
        let mut listed = Vec::new();
        let mut places = connection.prepare_cached(
            "SELECT d.id, p.name FROM place p JOIN document d ON d.num = p.document",
        )?;
        let mut rows = places.query([])?;
        while let Some(row) = rows.next()? {
            if name_key(&row.get::<_, String>(1)?.into()) == key {
                listed.push(self.value(Value::Blob(row.get(0)?)));
            }
        }
        let (written, listed) = (written.join(", "), listed.join(", "));
        self.and(&format!(
            "i.num IN (SELECT document FROM contact_moment WHERE place IN ({written})
             UNION ALL SELECT document FROM stop WHERE place IN ({listed})
             UNION ALL SELECT document FROM street_group WHERE place IN ({listed})
             UNION ALL SELECT document FROM person WHERE place IN ({listed})
             UNION ALL SELECT num FROM document WHERE id IN ({listed}))"
        ));
        Ok(())
    }

    fn value(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    fn and(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }
}
