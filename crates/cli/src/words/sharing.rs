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
}
