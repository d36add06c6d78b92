//! What the sync has done, in a sentence or two.

use super::Language;
use crate::laptop::Status;

/// What is shared, what waits and what the receipt covers.
pub fn say(language: Language, status: &Status) -> String {
    let covers = status.receipt.as_ref().map_or(0, |receipt| receipt.covers);
    let hub = status
        .receipt
        .as_ref()
        .map_or("", |receipt| receipt.hub.as_str());
    let waiting = status.waiting;
    match (language, status.state.as_str()) {
        (Language::Nl, "alone") => {
            "Er is geen hub: deze laptop werkt alleen. Alles staat veilig hier.".to_owned()
        }
        (Language::En, "alone") => {
            "There is no hub: this laptop works alone. Everything is safe here.".to_owned()
        }
        (Language::Nl, "shared") => {
            format!("Alles is gedeeld. De hub {hub} bevestigt {covers} wijzigingen.")
        }
        (Language::En, "shared") => {
            format!("Everything is shared. The hub {hub} confirms {covers} changes.")
        }
        (Language::Nl, _) if status.offline => {
            format!("Geen verbinding met de hub; {waiting} wachten. Alles staat veilig hier.")
        }
        (Language::En, _) if status.offline => {
            format!("No connection with the hub; {waiting} wait. Everything is safe here.")
        }
        (Language::Nl, _) => {
            format!("Nog niet alles is gedeeld; {waiting} wachten. Alles staat veilig hier.")
        }
        (Language::En, _) => {
            format!("Not everything is shared yet; {waiting} wait. Everything is safe here.")
        }
    }
}
