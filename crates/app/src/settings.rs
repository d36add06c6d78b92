//! Language and theme: chosen before there is a vault, so kept in a plain file without anything personal.

use crate::App;
use crate::error::Error;
use crate::home::Home;
use crate::ipc::{Empty, Origin};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// Light.
    Day,
    /// Dark and warm.
    Night,
    /// As the system, and night after eight in the evening.
    System,
}

/// What the laptop shows itself in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// False until somebody chose.
    pub chosen: bool,
}

/// What to change the settings to.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveSettings {
    /// The language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
}

const UNCHOSEN: Settings = Settings {
    language: Language::Nl,
    theme: Theme::System,
    chosen: false,
};

pub(crate) fn read_settings(app: &App, _: Empty, _: &Origin) -> Result<Settings, Error> {
    // A settings file that cannot be read costs a choice of colour, not more: ask again.
    Ok(Home::read(&app.home().settings())
        .ok()
        .flatten()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or(UNCHOSEN))
}

pub(crate) fn save_settings(
    app: &App,
    request: SaveSettings,
    origin: &Origin,
) -> Result<Settings, Error> {
    let settings = Settings {
        language: request.language,
        theme: request.theme,
        chosen: true,
    };
    let bytes = serde_json::to_vec(&settings)?;
    app.home().replace(&app.home().settings(), &bytes)?;
    app.announce(["settings"], origin);
    Ok(settings)
}
