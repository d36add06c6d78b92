//! How sharing stands, in words.

use super::{Language, words};

words! {
    /// How many items wait.
    what_waits(count): "Wacht op delen: {count}", "Waits to be shared: {count}";
    /// What somebody has stated to hold.
    who_holds(who, holds, of): "{who} heeft {holds} van {of} wijzigingen", "{who} has {holds} of {of} changes";
    /// What came and cannot be read.
    not_read(waiting, unreadable): "{waiting} wijzigingen wachten op een sleutel of op wat eraan voorafgaat, {unreadable} kunnen niet gelezen worden. Ze zijn bewaard.",
        "{waiting} changes wait for a key or for what comes before them, {unreadable} cannot be read. They are kept.";
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
