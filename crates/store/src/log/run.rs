//! Reading entries back as they travel.

use crate::columns::{incarnation_column, number_column, number_from, scope_columns};
use crate::error::{Error, damaged};
use crate::store::Store;
use nabij_protocol::entry::{Content, Payload, Run, SealedChange, SealedKey};
use nabij_protocol::id::{DocumentId, EpochId, Hash, LogId, Scope, Signature};
use rusqlite::{Row, params};

/// The columns that [`content_from`] reads, of `entry e LEFT JOIN document_key k ON k.id = e.document_key`.
pub(crate) const CONTENT: &str = "e.record, e.document, e.nonce, e.payload, e.payload_hash, k.epoch, k.nonce AS key_nonce, k.sealed";

/// The content of an entry from the columns [`CONTENT`].
pub(crate) fn content_from(row: &Row<'_>) -> Result<Content, Error> {
    if let Some(record) = row.get::<_, Option<Vec<u8>>>("record")? {
        return Ok(Content::Record(record));
    }
    let payload = match row.get::<_, Option<Vec<u8>>>("payload")? {
        Some(bytes) => Payload::Here(bytes),
        None => Payload::Erased(Hash(row.get("payload_hash")?)),
    };
    let key = match row.get::<_, Option<[u8; 16]>>("epoch")? {
        Some(epoch) => Some(SealedKey {
            epoch: EpochId(epoch),
            nonce: row.get("key_nonce")?,
            sealed: row.get("sealed")?,
        }),
        None => None,
    };
    Ok(Content::Change(SealedChange {
        document: DocumentId(row.get("document")?),
        nonce: row.get("nonce")?,
        payload,
        key,
    }))
}

/// How many entries the first run of changes in a space has: what a case is called, and its summary. It travels signed
/// by itself, so that a hub can show a case to a new laptop before all that follows.
const OPENING: u64 = 2;

impl Store {
    /// Consecutive entries of a log from number `after + 1`, for sending. Ends at a signed entry: the last
    /// one that keeps the run at or below `up_to` and about `bytes` bytes, or else the first signed one. How a
    /// space begins is a run of its own. `None` when nothing is there.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn run(
        &self,
        scope: &Scope,
        log: &LogId,
        after: u64,
        up_to: u64,
        bytes: usize,
    ) -> Result<Option<Run>, Error> {
        let (kind, space) = scope_columns(scope);
        let up_to = match scope {
            Scope::Changes(_) if after == 0 => up_to.min(OPENING),
            _ => up_to,
        };
        self.glance(|connection| {
            let mut statement = connection.prepare_cached(&format!(
                "SELECT e.number, e.signature, {CONTENT}
                 FROM log l JOIN entry e ON e.log = l.id LEFT JOIN document_key k ON k.id = e.document_key
                 WHERE l.scope_kind = ?1 AND l.space = ?2 AND l.device = ?3 AND l.incarnation = ?4
                   AND e.number > ?5
                 ORDER BY e.number"
            ))?;
            let mut rows = statement.query(params![
                kind,
                space,
                log.device.0,
                incarnation_column(log.incarnation),
                number_column(after)?
            ])?;
            let mut contents = Vec::new();
            let mut signed: Option<(usize, Signature)> = None;
            let mut size = 0;
            while let Some(row) = rows.next()? {
                let number = number_from(row.get("number")?)?;
                let content = content_from(row)?;
                size += size_of(&content);
                if signed.is_some() && (number > up_to || size > bytes) {
                    break;
                }
                contents.push(content);
                if let Some(signature) = row.get::<_, Option<Vec<u8>>>("signature")? {
                    signed = Some((contents.len(), Signature(signature.try_into().map_err(damaged)?)));
                }
            }
            Ok(signed.map(|(length, signature)| {
                contents.truncate(length);
                Run { scope: *scope, log: *log, after, contents, signature }
            }))
        })
    }
}

/// About how many bytes an entry takes when it travels.
fn size_of(content: &Content) -> usize {
    match content {
        Content::Record(record) => record.len() + 8,
        Content::Change(change) => {
            let payload = match &change.payload {
                Payload::Here(bytes) => bytes.len(),
                Payload::Erased(hash) => hash.0.len(),
            };
            payload + 64 + change.key.as_ref().map_or(0, |key| key.sealed.len() + 64)
        }
    }
}
