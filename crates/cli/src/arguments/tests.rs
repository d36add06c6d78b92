//! The verbs exactly as scripts outside the project write them.

use super::{Arguments, CaseVerb, Kind, MomentVerb, Role, Verb};
use clap::{CommandFactory as _, Parser as _};
use std::path::Path;

fn parse(line: &[&str]) -> Arguments {
    let words = std::iter::once("nabij").chain(line.iter().copied());
    Arguments::try_parse_from(words).unwrap_or_else(|error| panic!("{line:?}: {error}"))
}

fn refused(line: &[&str]) -> bool {
    Arguments::try_parse_from(std::iter::once("nabij").chain(line.iter().copied())).is_err()
}

#[test]
fn the_command_line_is_sound() {
    Arguments::command().debug_assert();
}

#[test]
fn init() {
    let line = [
        "--home",
        "A",
        "init",
        "--team",
        "Straatteam Noord",
        "--name",
        "Fatima",
        "--role",
        "coach",
        "--hub",
        "ws://127.0.0.1:8787",
    ];
    let arguments = parse(&line);
    assert_eq!(arguments.home.as_deref(), Some(Path::new("A")));
    assert!(!arguments.json);
    let Verb::Init(init) = arguments.verb else {
        panic!()
    };
    assert_eq!(
        (
            init.team.as_str(),
            init.name.as_str(),
            init.role,
            init.hub.as_deref()
        ),
        (
            "Straatteam Noord",
            "Fatima",
            Role::Coach,
            Some("ws://127.0.0.1:8787")
        )
    );
}

#[test]
fn init_with_a_token_and_without_a_hub() {
    let with = [
        "init",
        "--team",
        "T",
        "--name",
        "N",
        "--role",
        "director",
        "--hub",
        "wss://hub#abc",
    ];
    let Verb::Init(init) = parse(&with).verb else {
        panic!()
    };
    assert_eq!(init.hub.as_deref(), Some("wss://hub#abc"));
    let Verb::Init(init) = parse(&with[..7]).verb else {
        panic!()
    };
    assert_eq!(init.hub, None);
}

#[test]
fn invite() {
    let arguments = parse(&["--home", "A", "invite", "--role", "family-coach", "--json"]);
    assert!(arguments.json);
    let Verb::Invite(invite) = arguments.verb else {
        panic!()
    };
    assert_eq!(invite.role, Role::FamilyCoach);
}

#[test]
fn join() {
    let Verb::Join(join) = parse(&["--home", "B", "join", "CODE", "--name", "Bram"]).verb else {
        panic!()
    };
    assert_eq!(
        (join.invitation.as_str(), join.name.as_str()),
        ("CODE", "Bram")
    );
}

#[test]
fn case() {
    let line = [
        "--home", "A", "case", "add", "Gezin K.", "--with", "Bram", "--with", "Noor", "--json",
    ];
    let Verb::Case {
        verb: CaseVerb::Add { name, with },
    } = parse(&line).verb
    else {
        panic!()
    };
    assert_eq!(
        (name.as_str(), with),
        ("Gezin K.", vec!["Bram".to_owned(), "Noor".to_owned()])
    );
    assert!(matches!(
        parse(&["case", "list"]).verb,
        Verb::Case {
            verb: CaseVerb::List
        }
    ));
    let Verb::Case {
        verb: CaseVerb::Show { id, limit },
    } = parse(&["case", "show", "ID"]).verb
    else {
        panic!()
    };
    assert_eq!((id.as_str(), limit), ("ID", 50));
}

#[test]
fn moment() {
    let line = [
        "--home",
        "A",
        "moment",
        "add",
        "--case",
        "ID",
        "--kind",
        "conversation",
        "--text",
        "- gesproken met Bram",
        "--json",
    ];
    let Verb::Moment {
        verb: MomentVerb::Add(add),
    } = parse(&line).verb
    else {
        panic!()
    };
    assert_eq!(
        (add.case.as_deref(), add.kind),
        (Some("ID"), Kind::Conversation)
    );
    assert_eq!(add.text.as_deref(), Some("- gesproken met Bram"));
    assert_eq!((add.at, add.file), (None, None));

    let line = [
        "moment",
        "add",
        "--text",
        "x",
        "--nickname",
        "Jo",
        "--place",
        "Griftpark",
        "--at",
        "1700000000000",
        "--kind",
        "home-visit",
    ];
    let Verb::Moment {
        verb: MomentVerb::Add(add),
    } = parse(&line).verb
    else {
        panic!()
    };
    assert_eq!(
        (add.at, add.kind),
        (Some(1_700_000_000_000), Kind::HomeVisit)
    );

    let Verb::Moment {
        verb: MomentVerb::Add(add),
    } = parse(&["moment", "add", "--file", "-"]).verb
    else {
        panic!()
    };
    assert_eq!(add.file.as_deref(), Some(Path::new("-")));
}

#[test]
fn search() {
    let Verb::Search(search) = parse(&["--home", "B", "search", "fiets", "brug", "--json"]).verb
    else {
        panic!()
    };
    assert_eq!(
        (search.words.join(" ").as_str(), search.limit),
        ("fiets brug", None)
    );
    let Verb::Search(search) = parse(&["search", "fiets", "--limit", "5"]).verb else {
        panic!()
    };
    assert_eq!(search.limit, Some(5));
}

#[test]
fn the_verbs_without_much() {
    assert!(matches!(
        parse(&["--home", "A", "sync", "--json"]).verb,
        Verb::Sync { hub: None }
    ));
    assert!(matches!(
        parse(&["sync", "--hub", "ws://h"]).verb,
        Verb::Sync { hub: Some(_) }
    ));
    assert!(matches!(
        parse(&["doctor"]).verb,
        Verb::Doctor { rebuild: false }
    ));
    assert!(matches!(
        parse(&["doctor", "--rebuild"]).verb,
        Verb::Doctor { rebuild: true }
    ));
    assert!(matches!(parse(&["demo"]).verb, Verb::Demo { team: None }));
    assert!(matches!(parse(&["rpc", "--home", "A"]).verb, Verb::Rpc));
}

#[test]
fn what_makes_no_sense_is_refused_before_anything_is_made() {
    assert!(refused(&[]));
    assert!(refused(&[
        "init", "--team", " ", "--name", "N", "--role", "coach"
    ]));
    assert!(refused(&[
        "init", "--team", "T", "--name", "N", "--role", "boss"
    ]));
    assert!(refused(&[
        "init", "--team", "T", "--name", "N", "--role", "coach", "--hub", "http://h"
    ]));
    assert!(refused(&[
        "init", "--team", "T", "--name", "N", "--role", "coach", "--hub", "ws://"
    ]));
    assert!(refused(&["moment", "add"]));
    assert!(refused(&["moment", "add", "--text", "x", "--file", "-"]));
    assert!(refused(&[
        "moment",
        "add",
        "--text",
        "x",
        "--at",
        "yesterday"
    ]));
    assert!(refused(&["search"]));
}
