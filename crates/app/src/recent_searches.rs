//! The searches from which something was opened lately: in this vault only, never shared and never in a log.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where they stand in the vault.
const SETTING: &str = "recent_searches";
/// The most that are kept.
const MOST: usize = 10;
/// The longest search that is kept, in characters.
const LONGEST: usize = 200;

/// The recent searches.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentSearches {
    /// Whether they are kept at all.
    pub on: bool,
    /// The words, the newest first; at most ten.
    pub searches: Vec<String>,
}

/// Keeps a search, because something was opened from it.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepSearch {
    /// Its words.
    pub query: String,
}

/// Forgets recent searches.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForgetSearches {
    /// Which one; none: all.
    pub query: Option<String>,
}

/// Whether recent searches are to be kept.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetRecentSearches {
    /// Off forgets those that were kept.
    pub on: bool,
}

pub(crate) fn read_recent_searches(
    app: &App,
    _: Empty,
    _: &Origin,
) -> Result<RecentSearches, Error> {
    let vault = app.vault()?;
    kept(&vault)
}

pub(crate) fn keep_search(
    app: &App,
    request: KeepSearch,
    origin: &Origin,
) -> Result<RecentSearches, Error> {
    let query = request.query.trim().to_owned();
    change(app, origin, |recent| {
        let is_kept = recent.on && !query.is_empty() && query.chars().count() <= LONGEST;
        if is_kept {
            recent.searches.retain(|other| *other != query);
            recent.searches.insert(0, query);
            recent.searches.truncate(MOST);
        }
    })
}

pub(crate) fn forget_searches(
    app: &App,
    request: ForgetSearches,
    origin: &Origin,
) -> Result<RecentSearches, Error> {
    change(app, origin, |recent| match request.query {
        Some(query) => recent.searches.retain(|other| *other != query),
        None => recent.searches.clear(),
    })
}

pub(crate) fn set_recent_searches(
    app: &App,
    request: SetRecentSearches,
    origin: &Origin,
) -> Result<RecentSearches, Error> {
    change(app, origin, |recent| {
        recent.on = request.on;
        if !recent.on {
            recent.searches.clear();
        }
    })
}

fn change(
    app: &App,
    origin: &Origin,
    what: impl FnOnce(&mut RecentSearches),
) -> Result<RecentSearches, Error> {
    let vault = app.vault()?;
    let mut recent = kept(&vault)?;
    what(&mut recent);
    let text = serde_json::to_string(&recent)?;
    vault.store.set_setting(SETTING, Some(&text))?;
    app.announce(["recentSearches"], origin);
    Ok(recent)
}

fn kept(vault: &OpenVault) -> Result<RecentSearches, Error> {
    match vault.store.setting(SETTING)? {
        Some(text) => serde_json::from_str(&text).map_err(|_| Error::Damaged),
        None => Ok(RecentSearches {
            on: true,
            searches: Vec::new(),
        }),
    }
}
