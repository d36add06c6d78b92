//! With what number the program ends. One table; scripts depend on it, so a number keeps its meaning for
//! ever and a new one is added at the end.

use nabij_app::FailureCode;

/// Everything went as asked.
pub const DONE: u8 = 0;
/// The command line makes no sense (also the number that the parser of the command line uses).
pub const USAGE: u8 = 2;
/// `sync`: the hub's receipts do not cover everything yet.
pub const WAITING: u8 = 3;
/// `doctor` found something.
pub const FOUND: u8 = 4;
/// `demo`: the laptops do not hold the same.
pub const DIFFERS: u8 = 5;
/// There is no passphrase to be had: no terminal and no NABIJ_PASSPHRASE, or two different ones typed.
pub const NO_PASSPHRASE: u8 = 6;
/// `demo`: no hub could be started.
pub const NO_HUB: u8 = 7;
/// A file that was named cannot be read, or the answer cannot be written.
pub const FILE: u8 = 8;
/// `demo`: stopped by a signal, as shells count it.
pub const STOPPED: u8 = 130;

const OWN: [(u8, &str); 9] = [
    (DONE, "done"),
    (USAGE, "the command line makes no sense"),
    (WAITING, "sync: the receipts do not cover everything yet"),
    (FOUND, "doctor found something"),
    (DIFFERS, "demo: the laptops do not hold the same"),
    (
        NO_PASSPHRASE,
        "no passphrase: no terminal and no NABIJ_PASSPHRASE",
    ),
    (NO_HUB, "demo: no hub could be started"),
    (
        FILE,
        "a file cannot be read, or the answer cannot be written",
    ),
    (STOPPED, "demo: stopped by a signal"),
];

macro_rules! failures {
    ($($code:ident = $number:literal, $meaning:literal;)*) => {
        /// The number for a failure of the core.
        pub fn of(code: FailureCode) -> u8 {
            match code { $(FailureCode::$code => $number,)* }
        }

        const FAILURES: &[(FailureCode, u8, &str)] = &[$((FailureCode::$code, $number, $meaning)),*];
    };
}

failures! {
    Invalid = 10, "something asked for breaks a rule";
    Refused = 11, "not allowed";
    Locked = 12, "the vault is locked";
    NotFound = 13, "no such vault, case or colleague here";
    Offline = 14, "the hub cannot be reached; everything is safe here";
    NotAMember = 15, "this laptop is not, or not any more, in the team";
    NewerVersion = 16, "made by a newer Nabij";
    StorageFull = 17, "the disk is full";
    ReadOnly = 18, "the folder cannot be written to";
    Damaged = 19, "a file is damaged";
    ForeignFile = 20, "a file is not Nabij's";
    InUse = 21, "another Nabij has this folder open";
    AlreadyExists = 22, "it exists already";
    WrongPassphrase = 23, "the passphrase is wrong";
    TooManyTries = 24, "too many wrong passphrases; wait";
    InvitationInvalid = 25, "the invitation is mistyped or incomplete";
    InvitationExpired = 26, "the invitation has expired";
    InvitationUsed = 27, "the invitation was used already";
    InvitationUnknown = 28, "the hub does not know the invitation";
    HubRefused = 29, "the hub does not take this team or laptop";
    HubGarbled = 30, "what answers is not a hub";
    HubBusy = 31, "the hub has too much to do, or cannot store";
    Unexpected = 32, "a fault of ours";
    FileUnreadable = 33, "the file to import cannot be opened";
    FileChanged = 34, "the file to import changed while it was read";
    NotATable = 35, "the file to import is no CSV and no XLSX";
    FileTooLarge = 36, "the file to import is too large";
    FileDamaged = 37, "the file to import is damaged";
    FileProtected = 38, "the file to import has a password";
    NoRows = 39, "the file to import has no rows";
    FileNotWhole = 40, "the share file is damaged; nothing was taken in";
    FileOfOtherTeam = 41, "the share file is of another team";
    FileNotForYou = 42, "the share file is not for you";
    FileFromOutsider = 43, "the share file is from a laptop that is not, or not any more, in the team";
    FileBrokenOff = 44, "the share file broke off; what had come is kept";
    HubFull = 45, "the hub keeps no more for this team";
    CertificateUntrusted = 46, "the hub's certificate is not trusted";
    ProxyCredentials = 47, "the proxy wants a name and a password";
    ProxyRefused = 48, "the proxy does not let Nabij through";
    ProxyUnsupported = 49, "the proxy is of a kind that Nabij does not speak";
    NotAShareFile = 50, "the file is no share file; nothing was taken in";
}

/// The codes of the core that have a number: all of them, because [`of`] has no other arm.
#[cfg(test)]
pub fn codes() -> impl Iterator<Item = FailureCode> {
    FAILURES.iter().map(|(code, _, _)| *code)
}

/// The table for `--help`.
pub fn table() -> String {
    let own = OWN.iter().map(|(number, meaning)| (*number, *meaning));
    let failures = FAILURES
        .iter()
        .map(|(_, number, meaning)| (*number, *meaning));
    let mut rows: Vec<(u8, &str)> = own.chain(failures).collect();
    rows.sort_unstable();
    let mut table = String::from("Exit codes:\n");
    for (number, meaning) in rows {
        table.push_str(&format!("  {number:>3}  {meaning}\n"));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{FAILURES, OWN, codes, of, table};
    use std::collections::BTreeSet;

    #[test]
    fn every_number_has_one_meaning() {
        let numbers: Vec<u8> = OWN
            .iter()
            .map(|(number, _)| *number)
            .chain(FAILURES.iter().map(|(_, number, _)| *number))
            .collect();
        let distinct: BTreeSet<u8> = numbers.iter().copied().collect();
        assert_eq!(distinct.len(), numbers.len());
        assert!(codes().all(|code| (10..128).contains(&of(code))));
    }

    #[test]
    fn the_help_names_every_number() {
        let table = table();
        for code in codes() {
            assert!(table.contains(&format!("  {}  ", of(code))), "{code:?}");
        }
    }
}
