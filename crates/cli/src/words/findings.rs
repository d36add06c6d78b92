//! What `doctor` says of each check: how it is, and what to do.

use super::Language;

/// What was looked at, and what was found. A code that a newer core added is shown as it is.
pub fn say(language: Language, check: &str, code: &str, count: u64) -> String {
    let looked = language
        .pick(looked_nl(check), looked_en(check))
        .unwrap_or(check);
    let found = match language {
        Language::Nl => found_nl(code, count),
        Language::En => found_en(code, count),
    };
    format!(
        "{looked}: {}",
        found.unwrap_or_else(|| format!("{code} ({count})"))
    )
}

fn looked_nl(check: &str) -> Option<&'static str> {
    Some(match check {
        "vaultFile" => "Het bestand",
        "chain" => "De volgorde van wijzigingen",
        "readModel" => "De lijsten",
        "search" => "De zoekwoorden",
        "quarantine" => "Apart gezet",
        "clock" => "De klok",
        "hub" => "De hub",
        _ => return None,
    })
}

fn looked_en(check: &str) -> Option<&'static str> {
    Some(match check {
        "vaultFile" => "The file",
        "chain" => "The order of changes",
        "readModel" => "The lists",
        "search" => "The search words",
        "quarantine" => "Set apart",
        "clock" => "The clock",
        "hub" => "The hub",
        _ => return None,
    })
}

fn found_nl(code: &str, count: u64) -> Option<String> {
    Some(match code {
        "good" => "in orde.".to_owned(),
        "damaged" => format!("{count} bladzijden zijn beschadigd. Wat nog te lezen is, staat er. Deel met de hub en vraag je beheerder om hulp."),
        "broken" => format!("in {count} logboeken mist een wijziging of is er een veranderd. Deel met de hub: vaak komt hij alsnog binnen."),
        "stale" => "lopen achter. Er is niets kwijt. Bouw ze op met: nabij doctor --rebuild".to_owned(),
        "quarantined" => format!("{count} ontvangen wijzigingen konden niet gelezen worden. De rest is in orde. Meld dit aan je beheerder."),
        "clockOff" => format!("loopt {count} seconden anders dan die van de hub. Zet de klok van deze computer goed."),
        "noHub" => "er is er geen; deze laptop werkt alleen. Dat mag.".to_owned(),
        "offline" => "niet bereikbaar. Werk gewoon door; delen kan later met: nabij sync".to_owned(),
        "hubFault" => "weigert, of antwoordt onzin. Alles staat veilig hier. Kijk of het adres klopt en doe: nabij sync".to_owned(),
        "waiting" => format!("{count} stuks wachten nog op een bevestiging. Deel met: nabij sync"),
        _ => return None,
    })
}

fn found_en(code: &str, count: u64) -> Option<String> {
    Some(match code {
        "good" => "in order.".to_owned(),
        "damaged" => format!("{count} pages are damaged. What can still be read is there. Share with the hub and ask your administrator for help."),
        "broken" => format!("in {count} logs a change is missing or was altered. Share with the hub: often it still comes in."),
        "stale" => "are behind. Nothing is lost. Rebuild them with: nabij doctor --rebuild".to_owned(),
        "quarantined" => format!("{count} received changes could not be read. The rest is in order. Tell your administrator."),
        "clockOff" => format!("differs {count} seconds from the hub's. Set the clock of this computer right."),
        "noHub" => "there is none; this laptop works alone. That is fine.".to_owned(),
        "offline" => "cannot be reached. Just keep working; share later with: nabij sync".to_owned(),
        "hubFault" => "refuses, or answers nonsense. Everything is safe here. Check the address and do: nabij sync".to_owned(),
        "waiting" => format!("{count} items still wait for a receipt. Share with: nabij sync"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Language, say};

    #[test]
    fn known_codes_have_words_and_unknown_ones_are_shown() {
        for code in [
            "good",
            "damaged",
            "broken",
            "stale",
            "quarantined",
            "clockOff",
            "noHub",
            "offline",
            "hubFault",
            "waiting",
        ] {
            for language in [Language::Nl, Language::En] {
                assert!(!say(language, "hub", code, 3).ends_with("(3)"), "{code}");
            }
        }
        assert_eq!(say(Language::En, "weather", "rain", 3), "weather: rain (3)");
    }
}
