//! How sharing stands, in words.

use super::{Language, words};

/// What something is, in the window's words.
pub fn thing(language: Language, kind: &str) -> &'static str {
    let (nl, en) = match kind {
        "case" => ("casus", "case"),
        "contactMoment" => ("contactmoment", "contact moment"),
        "caseNote" => ("notitie", "note"),
        "summary" => ("waar staan we", "where we stand"),
        "place" => ("plaats", "place"),
        "group" => ("groep", "group"),
        "shift" => ("dienst", "shift"),
        "round" => ("ronde", "round"),
        "stop" => ("stop", "stop"),
        "person" => ("persoon", "person"),
        "action" => ("actie", "action"),
        "handover" => ("overdracht", "handover"),
        _ => ("iets anders", "something else"),
    };
    language.pick(nl, en)
}

/// What happened, in the window's words.
pub fn event(language: Language, event: &str) -> &'static str {
    let (nl, en) = match event {
        "met" => ("Verbonden met de hub", "Connected to the hub"),
        "caughtUp" => (
            "Alles is over en weer gedeeld",
            "Everything has been shared both ways",
        ),
        "offline" => ("Geen verbinding met de hub", "No connection to the hub"),
        "begunAnew" => ("Opnieuw begonnen met delen", "Began sharing anew"),
        _ => ("Delen lukte niet", "Sharing failed"),
    };
    language.pick(nl, en)
}

words! {
    /// How many items wait.
    what_waits(count): "Wacht op delen: {count}", "Waits to be shared: {count}";
    /// For how long work has waited, when that is too long.
    stale(days): "Al {days} dagen staat er werk alleen op deze computer. Maak verbinding met de hub, of vraag je beheerder om hulp.",
        "For {days} days some work has been on this computer only. Connect to the hub, or ask your administrator for help.";
    /// Sharing is paused.
    paused(): "Delen staat op pauze. Alles wat je schrijft, staat veilig op deze computer en wacht.",
        "Sharing is paused. Everything you write is safe on this computer and waits.";
    /// Records that wait.
    records(): "gegevens over het team, zoals wie bij een casus hoort", "details of the team, such as who belongs to a case";
    /// What somebody has stated to hold, and when.
    who_holds(who, holds, of, at): "{who} heeft {holds} van {of} wijzigingen ({at})", "{who} has {holds} of {of} changes ({at})";
    /// A colleague's laptop.
    laptop_of(name): "Laptop van {name}", "Laptop of {name}";
    /// Somebody who has stated nothing.
    confirmed_nothing(who): "{who} heeft nog niets bevestigd", "{who} has confirmed nothing yet";
    /// How many items came and cannot be read.
    what_is_unread(count): "Binnengekomen en nog niet te lezen: {count}", "Came in and cannot be read yet: {count}";
    /// Something that cannot be read, of which nothing is known.
    something_of(name): "Iets van {name}", "Something of {name}";
    /// Somebody whose name is not known.
    a_colleague(): "een collega", "a colleague";
    /// The hub is full.
    failed_full(): "De hub heeft geen ruimte meer voor dit team. Het staat veilig op deze computer. Vraag je beheerder om meer ruimte.",
        "The hub has no more room for this team. It is safe on this computer. Ask your administrator for more room.";
    /// The hub turned it down.
    failed_not_allowed(): "De hub nam dit niet aan. Het staat veilig op deze computer. Probeer het opnieuw. Blijft het zo, vraag dan je beheerder om hulp.",
        "The hub did not take this. It is safe on this computer. Try again. If it stays so, ask your administrator for help.";
    /// It has no key.
    unread_no_key(name): "De sleutel is hier nog niet. Die komt vanzelf. Duurt het lang, vraag {name} dan om Nabij te openen en te delen.",
        "Its key is not here yet. It comes by itself. If that takes long, ask {name} to open Nabij and share.";
    /// It builds on something that is not here.
    unread_incomplete(name): "Iets wat hieraan voorafgaat, is hier nog niet. Dat komt vanzelf. Duurt het lang, vraag {name} dan om Nabij te openen en te delen.",
        "Something that comes before it is not here yet. It comes by itself. If that takes long, ask {name} to open Nabij and share.";
    /// It was made by a newer Nabij.
    unread_newer(): "Dit is gemaakt met een nieuwere Nabij. Installeer de nieuwste Nabij; dan is het te lezen.",
        "This was made with a newer Nabij. Install the newest Nabij; then it can be read.";
    /// It makes no sense.
    unread_broken(name): "Dit is niet te lezen. Wat er al stond, blijft. Vraag {name} om het opnieuw op te schrijven, en meld het je beheerder.",
        "This cannot be read. What was there stays. Ask {name} to write it down again, and tell your administrator.";
    /// What happened last.
    what_happened(): "Wat er gebeurde:", "What happened:";
    /// How to try again.
    how_to_retry(): "Probeer opnieuw wat niet lukte met: nabij sharing --retry", "Try again what failed with: nabij sharing --retry";
    /// The hub lost entries.
    hub_lost(count, whose): "De hub mist {count} wijzigingen van {whose} die hij eerder had. Deze laptop brengt ze opnieuw. Vertel het je beheerder.",
        "The hub lacks {count} changes of {whose} that it once had. This laptop brings them again. Tell your administrator.";
    /// The hub withholds entries.
    withheld(count, whose): "Een collega heeft {count} wijzigingen van {whose} die deze hub niet geeft. Vertel het je beheerder.",
        "A colleague has {count} changes of {whose} that this hub does not give. Tell your administrator.";
    /// Two histories of one log.
    other_history(whose): "Iemand heeft een andere versie van wat {whose} schreef. Wat hier staat, blijft. Vertel het je beheerder.",
        "Somebody has another version of what {whose} wrote. What is here stays. Tell your administrator.";
    /// A run that does not fit.
    does_not_fit(count, whose): "{count} wijzigingen van {whose} passen niet bij wat hier staat en zijn niet overgenomen. Vertel het je beheerder.",
        "{count} changes of {whose} do not fit what is here and were not taken in. Tell your administrator.";
    /// A fork of our own was written anew.
    written_anew(count): "Deze laptop was teruggezet of gekopieerd. {count} wijzigingen zijn opnieuw gedeeld; er is niets verloren.",
        "This laptop was put back from a backup or copied. {count} changes were shared anew; nothing is lost.";
    /// It is on.
    nearby_on(port): "Delen met laptops in de buurt staat aan, op poort {port}, zolang Nabij open is.", "Sharing with laptops nearby is on, at port {port}, while Nabij is open.";
    /// It is off.
    nearby_off(): "Delen met laptops in de buurt staat uit.", "Sharing with laptops nearby is off.";
    /// Everything has gone both ways with a laptop nearby.
    shared_nearby(name): "Alles is gedeeld met de laptop van {name}.", "Everything is shared with the laptop of {name}.";
    /// A share file was written.
    share_written(entries, readers): "Het bestand is geschreven: {entries} wijzigingen, te openen door {readers} collega’s en niemand anders.",
        "The file is written: {entries} changes, to be opened by {readers} colleagues and nobody else.";
    /// A share file was written in which there is nothing new.
    share_written_empty(): "Er is niets dat nog niet is aangekomen. Het bestand zegt alleen wat deze laptop heeft.",
        "There is nothing that has not arrived yet. The file only says what this laptop has.";
    /// Whose file was taken in.
    share_from(name): "Bestand van {name}.", "File from {name}.";
    /// Nothing in it was new.
    share_nothing_new(): "Niets nieuws.", "Nothing new.";
    /// What was new in a case, or on the street.
    share_news(place, moments, notes, others, changed): "  {place}: {moments} nieuwe contactmomenten, {notes} notities, {others} andere, {changed} gewijzigd",
        "  {place}: {moments} new contact moments, {notes} notes, {others} other, {changed} changed";
    /// The street.
    share_street(): "Straat", "Street";
    /// A case whose name is not here.
    share_case(): "Een casus", "A case";
    /// New about the team.
    share_team(count): "  Team: {count} wijzigingen", "  Team: {count} changes";
    /// What was here.
    share_known(count): "  {count} waren er al", "  {count} were here already";
    /// What came and cannot be read yet.
    share_waiting(count): "! {count} wachten op een sleutel of op wat eraan voorafgaat. Ze zijn bewaard.",
        "! {count} wait for a key or for what comes before them. They are kept.";
    /// What came and cannot be read.
    share_unreadable(count): "! {count} wijzigingen kunnen niet gelezen worden. Ze zijn bewaard.",
        "! {count} changes cannot be read. They are kept.";
    /// What does not fit.
    share_left_out(count): "! {count} stukken passen niet bij wat hier staat en zijn niet overgenomen. Vertel het je beheerder.",
        "! {count} stretches do not fit what is here and were not taken in. Tell your administrator.";
    /// The file rests on what is not here.
    share_incomplete(): "! Dit bestand bouwt voort op wat hier nog niet is. Vraag om een bestand met alles (--all-history).",
        "! This file rests on what is not here yet. Ask for a file with everything (--all-history).";
}
