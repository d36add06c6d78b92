//! What the demo says.

use crate::words::{Language, words};

words! {
    /// There is no folder.
    stage_no_folder(): "Er kan geen tijdelijke map gemaakt worden. Er is niets veranderd. Is de schijf vol?",
        "No temporary folder can be made. Nothing has changed. Is the disk full?";
    /// There is no hub.
    stage_no_program(): "Het programma nabij-hub is er niet, niet naast nabij en niet op het pad. Er is niets veranderd. Bouw het met: cargo build -p nabij-hub",
        "The program nabij-hub is not there, neither beside nabij nor on the path. Nothing has changed. Build it with: cargo build -p nabij-hub";
    /// The hub does not start.
    stage_not_listening(): "De hub begint niet. Er is niets veranderd. Kijk waarom met NABIJ_LOG=info.",
        "The hub does not start. Nothing has changed. See why with NABIJ_LOG=info.";
    /// The colleagues do not find one another.
    stage_no_team(): "De laptops komen niet in een team. Dat is een fout van Nabij.",
        "The laptops do not get into one team. That is a fault of Nabij.";
    /// The hub does not sign for everything.
    stage_not_shared(): "De hub bevestigt niet alles. Dat is een fout van Nabij.",
        "The hub does not sign for everything. That is a fault of Nabij.";
    /// The folder holds something.
    stage_not_empty(): "In die map staat al iets. Er is niets veranderd. Noem een andere map of ruim deze op.",
        "That folder holds something already. Nothing has changed. Name another one or clear this one.";
    /// The hub runs.
    hub_runs(address): "Een hub draait op {address}.", "A hub runs at {address}.";
    /// The team is there.
    team_is_there(): "Fatima begint Straatteam Noord en nodigt Bram uit. Bram doet mee.",
        "Fatima founds Straatteam Noord and invites Bram. Bram joins.";
    /// The cases are there.
    cases_are_there(count): "{count} casussen staan op beide laptops.", "{count} cases are on both laptops.";
    /// The hub is killed.
    hub_killed(): "De hub valt weg (proces gedood). De nacht begint.",
        "The hub is gone (process killed). The night begins.";
    /// What was written offline.
    written_offline(name, count, waiting): "{name} schreef {count} contactmomenten zonder netwerk; {waiting} stuks wachten.",
        "{name} wrote {count} contact moments without a network; {waiting} items wait.";
    /// The hub is back.
    hub_back(): "De hub is terug. Beide laptops delen.", "The hub is back. Both laptops share.";
    /// Both corrected the same.
    both_corrected(): "De hub valt nog eens weg. Beiden verbeteren hetzelfde contactmoment.",
        "The hub is gone once more. Both correct the same contact moment.";
    /// What a receipt covers.
    receipt_covers(name, hub, covers): "Bevestiging voor {name}: hub {hub} heeft {covers} wijzigingen.",
        "Receipt for {name}: hub {hub} has {covers} changes.";
    /// All is well.
    night_well(moments, seconds): "Beide laptops hebben dezelfde {moments} contactmomenten. In 'Waar we staan' staan de woorden van beiden; van het ene contactmoment staan beide versies klaar om te kiezen. {seconds} seconden.",
        "Both laptops hold the same {moments} contact moments. 'Where we stand' has the words of both; of the one contact moment both versions are there to choose. {seconds} seconds.";
    /// Something differs.
    night_wrong(seconds): "Er is iets niet gelijk ({seconds} seconden):", "Something is not equal ({seconds} seconds):";
    /// Too few or too many contact moments.
    wrong_count(name, held, written): "{name} heeft {held} contactmomenten; geschreven zijn er {written}.",
        "{name} holds {held} contact moments; {written} were written.";
    /// Contact moments without a receipt.
    wrong_waiting(name, count): "Bij {name} wachten {count} contactmomenten nog op de hub.",
        "At {name}, {count} contact moments still wait for the hub.";
    /// Too few or too many cases.
    wrong_cases(name, held, opened): "{name} heeft {held} casussen; geopend zijn er {opened}.",
        "{name} holds {held} cases; {opened} were opened.";
    /// The summary does not hold both.
    wrong_summary(name): "Bij {name} staan niet de woorden van beiden in 'Waar we staan'.",
        "At {name}, 'Where we stand' does not hold the words of both.";
    /// A version is missing.
    wrong_versions(name): "{name} ziet niet beide versies van het contactmoment dat beiden verbeterden.",
        "{name} does not see both versions of the contact moment that both corrected.";
    /// A text is missing.
    wrong_text(name): "Bij {name} ontbreekt een tekst die geschreven is.", "At {name} a text that was written is missing.";
    /// The contact moments differ.
    wrong_moments(): "De contactmomenten zijn niet gelijk.", "The contact moments are not equal.";
    /// The summaries differ.
    wrong_summaries(): "De teksten van 'Waar we staan' zijn niet gelijk.", "The texts of 'Where we stand' are not equal.";
    /// Searching finds different things.
    wrong_search(word): "Zoeken naar {word} vindt niet op beide laptops hetzelfde, of niets.",
        "Searching for {word} does not find the same on both laptops, or nothing.";
}
