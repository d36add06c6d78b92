//! What a coach made of a handover before sending it: kept in the vault, so that it survives whatever happens to
//! the laptop, and never sent.

use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_domain::Id;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Order, struck lines, own sentences, and whom it is for. Lines are named by their keys.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandoverDraft {
    /// The lines that were seen, in the coach's order.
    pub order: Vec<String>,
    /// Those that are not to be sent.
    pub struck: Vec<String>,
    /// What the coach added.
    pub sentences: Vec<HandoverSentence>,
    /// Members it is meant for; none: whoever works the next shift.
    pub to: Vec<String>,
}

/// A sentence that the coach added.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandoverSentence {
    /// By what it is known.
    pub key: String,
    /// In which case; none: on the street.
    pub case_id: Option<String>,
    /// At which place.
    pub heading: Option<String>,
    /// What it says.
    pub text: String,
}

impl std::fmt::Debug for HandoverDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HandoverDraft(***)")
    }
}

/// The drafts as they are kept: of this many shifts, the one that was touched last in front.
#[derive(Default, Serialize, Deserialize)]
struct Kept(Vec<KeptDraft>);

#[derive(Serialize, Deserialize)]
struct KeptDraft {
    shift: String,
    draft: HandoverDraft,
}

/// Older ones are of shifts that others have followed; what is in them was sent or never will be.
const SHIFTS: usize = 3;
const SETTING: &str = "handover_draft";

pub(super) fn kept(vault: &OpenVault, shift: Id) -> Result<HandoverDraft, Error> {
    let shift = shift.to_string();
    let found = all(vault)?.0.into_iter().find(|kept| kept.shift == shift);
    Ok(found.map(|kept| kept.draft).unwrap_or_default())
}

pub(super) fn keep(vault: &OpenVault, shift: Id, draft: HandoverDraft) -> Result<(), Error> {
    let shift = shift.to_string();
    let mut kept = all(vault)?;
    kept.0.retain(|each| each.shift != shift);
    kept.0.insert(0, KeptDraft { shift, draft });
    kept.0.truncate(SHIFTS);
    let text = serde_json::to_string(&kept)?;
    Ok(vault.store.set_setting(SETTING, Some(&text))?)
}

/// One that an older version kept in another shape is as good as none.
fn all(vault: &OpenVault) -> Result<Kept, Error> {
    let text = vault.store.setting(SETTING)?;
    Ok(text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_stays_as_it_is() {
        let draft = HandoverDraft {
            order: vec!["contact:1".into()],
            struck: vec!["stop:2".into()],
            sentences: vec![HandoverSentence {
                key: "sentence:1".into(),
                case_id: None,
                heading: Some("Neude".into()),
                text: "Het licht is kapot.".into(),
            }],
            to: Vec::new(),
        };
        let kept = Kept(vec![KeptDraft {
            shift: "0a".into(),
            draft,
        }]);
        assert_eq!(
            serde_json::to_string(&kept).unwrap(),
            r#"[{"shift":"0a","draft":{"order":["contact:1"],"struck":["stop:2"],"sentences":[{"key":"sentence:1","caseId":null,"heading":"Neude","text":"Het licht is kapot."}],"to":[]}}]"#
        );
    }
}
