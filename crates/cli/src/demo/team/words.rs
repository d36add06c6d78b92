//! What making the team says.

use crate::words::{Language, words};

words! {
    /// Everybody has a laptop.
    team_gathered(count): "{count} coaches hebben een laptop met een kluis.", "{count} coaches have a laptop with a vault.";
    /// Everybody is in.
    team_joined(count): "Fatima begint Straatteam Noord; {count} coaches zitten erin, ieder met een uitnodiging.",
        "Fatima founds Straatteam Noord; {count} coaches are in it, each by an invitation.";
    /// The cases are open.
    team_cases(count): "{count} casussen zijn geopend, met waar we staan.", "{count} cases are open, with where we stand.";
    /// The cases are on the laptops that hold them.
    team_cases_shared(): "De casussen staan bij wie ermee werkt. Fatima houdt ze allemaal vast, alleen om de omvang te tonen.",
        "The cases are with who works in them. Fatima holds all of them, only to show the size.";
    /// A coach has written and shared.
    team_wrote(name, count, wrote, shared, done): "{name} schreef {count} contactmomenten in {wrote} s en deelde na {shared} s. Samen {done}.",
        "{name} wrote {count} contact moments in {wrote} s and had shared after {shared} s. Together {done}.";
    /// All have written.
    team_all_wrote(count): "{count} contactmomenten zijn geschreven en gedeeld.", "{count} contact moments are written and shared.";
    /// A laptop took in what the others wrote.
    team_took_in(name): "De laptop van {name} heeft alles opgenomen.", "{name}'s laptop has taken everything in.";
    /// The team is there.
    team_there(coaches, cases, moments, minutes): "Het team is er: {coaches} coaches, {cases} casussen, {moments} contactmomenten. Alles is verzonnen. {minutes} minuten.",
        "The team is there: {coaches} coaches, {cases} cases, {moments} contact moments. All of it is invented. {minutes} minutes.";
    /// How to open it.
    team_open(folder, passphrase): "Fatima (straatcoach): scripts/run.sh --home {folder}/fatima\nBram (gezinscoach): scripts/run.sh --home {folder}/bram\nWachtzin van allebei (verzonnen, dus geen geheim): {passphrase}",
        "Fatima (street coach): scripts/run.sh --home {folder}/fatima\nBram (family coach): scripts/run.sh --home {folder}/bram\nPassphrase of both (invented, so no secret): {passphrase}";
    /// How to start the hub.
    team_hub(folder, hub): "Met hun hub erbij: make hub DATA={folder}/hub LISTEN={hub}", "With their hub: make hub DATA={folder}/hub LISTEN={hub}";
}
