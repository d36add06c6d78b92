//! Taking back, and putting back: the undo of everything that was recorded.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::write::{Write, write};
use nabij_domain::{Id, Millis, withdrawal};
use serde::Deserialize;
use ts_rs::TS;

/// Takes documents back, or puts them back: all or none.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetWithdrawn {
    /// Which documents; what one command recorded goes and comes back together.
    pub ids: Vec<String>,
    /// Whether they are taken back (`true`) or put back (`false`).
    pub withdrawn: bool,
}

pub(crate) fn set_withdrawn(
    app: &App,
    request: SetWithdrawn,
    origin: &Origin,
) -> Result<Empty, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let author = vault.author(me);
    let now = Millis(app.now());
    let mut writes = Vec::with_capacity(request.ids.len());
    for id in &request.ids {
        let id: Id = id.parse()?;
        let (space, mut document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
        let base = document.version();
        let change = withdrawal::set(&mut document, &base, request.withdrawn, &author, now)?;
        writes.extend(change.map(|change| Write::change(space, id, change)));
    }
    if !writes.is_empty() {
        write(app, &vault, &mut standing, writes, origin)?;
    }
    Ok(Empty {})
}
