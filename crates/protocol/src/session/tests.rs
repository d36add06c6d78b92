use super::memory::{SALT, World, content, log};
use super::*;
use crate::id::SpaceId;
use crate::message::{Digests, Have};
use crate::vector::Vector;
use proptest::prelude::*;

const SPACE: SpaceId = SpaceId([5; 16]);
const OTHER: SpaceId = SpaceId([6; 16]);

fn scopes() -> [Scope; 5] {
    [
        Scope::Team,
        Scope::Space(SPACE),
        Scope::Space(OTHER),
        Scope::Changes(SPACE),
        Scope::Changes(OTHER),
    ]
}

fn all() -> BTreeSet<Scope> {
    BTreeSet::from(scopes())
}

#[test]
fn nothing_to_do_costs_one_have_and_one_hold() {
    let mut world = World::new(1, all());
    world.write(0, Scope::Team, 100);
    world.connect(0);
    world.settle();
    world.connect(0);
    world.settle();
    let link = world.links[0].as_ref().unwrap();
    assert_eq!(link.log, ["Laptop have", "Hub hold"]);
    assert_eq!(link.caught_up, 1);
}

#[test]
fn a_laptop_without_anything_is_caught_up_at_once() {
    let mut world = World::new(1, all());
    world.connect(0);
    world.settle();
    assert_eq!(world.links[0].as_ref().unwrap().caught_up, 1);
}

#[test]
fn a_write_goes_out_as_one_page_and_comes_back_as_one_receipt() {
    let mut world = World::new(2, all());
    world.connect(0);
    world.connect(1);
    world.settle();
    world.links[0].as_mut().unwrap().log.clear();
    world.write(0, Scope::Changes(SPACE), 100);
    let link = world.links[0].as_ref().unwrap();
    assert_eq!((link.laptop.outgoing(), link.laptop.incoming()), (1, 0));
    world.settle();
    assert_eq!(
        world.links[0].as_ref().unwrap().log,
        ["Laptop page", "Hub receipt"]
    );
    assert_eq!(world.links[0].as_ref().unwrap().laptop.outgoing(), 0);
    assert_eq!(world.laptops[0], world.laptops[1]);
    assert_eq!(world.links[1].as_ref().unwrap().caught_up, 2);
}

#[test]
fn rights_go_before_what_needs_them() {
    let mut world = World::new(1, all());
    for scope in scopes().into_iter().rev() {
        for _ in 0..12 {
            world.write(0, scope, 60_000);
        }
    }
    world.connect(0);
    let mut seen: Vec<Scope> = Vec::new();
    for _ in 0..1000 {
        if let Some(Message::Page(runs)) =
            world.links[0].as_ref().and_then(|link| link.to_hub.front())
        {
            seen.extend(runs.iter().map(|run| run.scope));
        }
        assert!(world.links[0].as_ref().unwrap().laptop.in_flight.len() <= WINDOW);
        if !world.step(0, Side::Hub) && !world.step(0, Side::Laptop) {
            break;
        }
    }
    let kind = |scope: &Scope| match scope {
        Scope::Team => 0,
        Scope::Space(_) => 1,
        Scope::Changes(_) => 2,
    };
    assert!(seen.iter().map(kind).is_sorted());
    assert_eq!(world.hub, world.laptops[0]);
}

#[test]
fn the_log_that_introduces_a_laptop_goes_first() {
    let mut world = World::new(2, all());
    world.write(0, Scope::Team, 100);
    world.write(1, Scope::Team, 100);
    let mut ours = world.laptops[0].clone();
    ours.0.append(&mut world.laptops[1].0.clone());
    let mut session = Session::new(Side::Laptop, SALT, ours.vectors(), None);
    session.set_order(&[log(2).device, log(1).device]);
    session.open(&all(), &BTreeSet::new(), 0);
    let digests = Digests {
        scopes: None,
        digests: vec![0; 8],
    };
    session.receive(Message::Digests(digests)).unwrap();
    let hold = Message::Hold(vec![(Scope::Team, Vector::default())]);
    let effects = session.receive(hold).unwrap();
    let first = effects.iter().find_map(|effect| match effect {
        Effect::Fetch(wanted) => Some(wanted.log),
        _ => None,
    });
    assert_eq!(first, Some(log(2)));
}

#[test]
fn what_is_turned_down_holds_up_nothing_else() {
    let mut world = World::new(2, all());
    world.write(0, Scope::Team, 50);
    world.write(0, Scope::Space(SPACE), 50);
    world.write(0, Scope::Space(OTHER), 51);
    world.write(0, Scope::Changes(OTHER), 50);
    world.poison = Some(content(1, 1, 51));
    world.connect(0);
    world.settle();
    assert_eq!(world.hub.0.len(), 3);
    let link = world.links[0].as_ref().unwrap();
    assert_eq!(
        link.laptop.resting().collect::<Vec<_>>(),
        [(Scope::Space(OTHER), log(1))]
    );
    assert_eq!(link.caught_up, 1);
    // The next connection tries again.
    world.poison = None;
    world.connect(0);
    world.settle();
    assert_eq!(world.hub, world.laptops[0]);
}

#[test]
fn a_hub_shows_only_what_is_visible_and_more_when_it_becomes_so() {
    let mut world = World::new(2, all());
    for scope in scopes() {
        world.write(0, scope, 100);
    }
    world.connect(0);
    world.settle();
    let before = BTreeSet::from([Scope::Team, Scope::Space(OTHER), Scope::Changes(OTHER)]);
    world.visible[1] = before.clone();
    world.connect(1);
    world.settle();
    world.write(0, Scope::Changes(SPACE), 100);
    world.settle();
    assert_eq!(
        world.laptops[1]
            .vectors()
            .0
            .keys()
            .copied()
            .collect::<BTreeSet<_>>(),
        before
    );
    world.widen(1, all());
    world.settle();
    assert_eq!(world.laptops[0], world.laptops[1]);
    assert_eq!(world.links[1].as_ref().unwrap().laptop.incoming(), 0);
}

#[test]
fn a_receipt_is_given_when_asked_even_if_nothing_differs() {
    let mut world = World::new(1, all());
    world.write(0, Scope::Team, 10);
    let vectors = world.laptops[0].vectors();
    let mut laptop = Session::new(Side::Laptop, SALT, vectors.clone(), None);
    let mut hub = Session::new(Side::Hub, SALT, vectors.clone(), Some(all()));
    let have = laptop.open(&all(), &BTreeSet::from([Scope::Team]), 0);
    let [Effect::Send(have)] = have.as_slice() else {
        panic!()
    };
    let effects = hub.receive(have.clone()).unwrap();
    let logs = vectors.0[&Scope::Team].0.clone().into_iter().collect();
    let stored = vec![(Scope::Team, logs)];
    assert!(effects.contains(&Effect::Acknowledge(stored)));
}

#[test]
fn nothing_to_do_costs_under_300_bytes_whatever_the_number_of_spaces() {
    let scopes: BTreeSet<Scope> = (0..1000_u16)
        .map(|n| {
            let mut id = [0; 16];
            id[..2].copy_from_slice(&n.to_be_bytes());
            Scope::Changes(SpaceId(id))
        })
        .collect();
    let mut vectors = Vectors::default();
    for scope in &scopes {
        vectors.raise(*scope, log(1), 3);
    }
    let mut laptop = Session::new(Side::Laptop, SALT, vectors.clone(), None);
    let mut hub = Session::new(Side::Hub, SALT, vectors, Some(scopes.clone()));
    let mut bytes = 0;
    let mut deliver = |effects: Vec<Effect>, to: &mut Session| {
        let mut answers = Vec::new();
        for effect in effects {
            if let Effect::Send(message) = effect {
                bytes += message.encode().len();
                answers.extend(to.receive(message).unwrap());
            }
        }
        answers
    };
    let effects = laptop.open(&scopes, &BTreeSet::new(), 9);
    let effects = deliver(effects, &mut hub);
    let effects = deliver(effects, &mut laptop);
    assert_eq!(effects, [Effect::CaughtUp]);
    assert!(bytes < 300, "{bytes}");
}

#[test]
fn only_the_scopes_that_differ_are_spoken_of() {
    let mut world = World::new(2, all());
    for scope in scopes() {
        world.write(0, scope, 100);
    }
    world.connect(0);
    world.settle();
    world.connect(1);
    world.settle();
    world.links[1] = None;
    world.write(0, Scope::Changes(SPACE), 100);
    world.settle();
    world.connect(1);
    let mut holds = Vec::new();
    loop {
        let link = world.links[1].as_ref().unwrap();
        for queue in [&link.to_hub, &link.to_laptop] {
            if let Some(Message::Hold(hold)) = queue.front() {
                holds.push(hold.iter().map(|(scope, _)| *scope).collect::<Vec<_>>());
            }
        }
        if !world.step(1, Side::Hub) && !world.step(1, Side::Laptop) {
            break;
        }
    }
    assert_eq!(holds, [[Scope::Changes(SPACE)], [Scope::Changes(SPACE)]]);
    assert_eq!(world.laptops[0], world.laptops[1]);
}

#[test]
fn the_newest_go_before_many() {
    let mut world = World::new(2, all());
    for _ in 0..500 {
        world.write(0, Scope::Changes(SPACE), 100);
    }
    world.write(0, Scope::Space(SPACE), 100);
    world.connect(0);
    world.settle();
    world.connect(1);
    world.settle();
    let log = &world.links[1].as_ref().unwrap().log;
    let at = |what: &str| log.iter().position(|line| line == what);
    assert!(at("Hub glimpse").is_some());
    assert_eq!(world.laptops[0], world.laptops[1]);
}

#[test]
fn messages_out_of_turn_are_refused() {
    let mut laptop = Session::new(Side::Laptop, SALT, Vectors::default(), None);
    assert_eq!(
        laptop.receive(Message::Have(Have::default())),
        Err(Error::OutOfTurn("have"))
    );
    assert_eq!(
        laptop.receive(Message::Hold(vec![])),
        Err(Error::OutOfTurn("hold"))
    );
    let mut hub = Session::new(Side::Hub, SALT, Vectors::default(), Some(all()));
    assert_eq!(
        hub.receive(Message::Page(vec![])),
        Err(Error::OutOfTurn("page"))
    );
    assert!(hub.receive(Message::Have(Have::default())).is_ok());
    assert_eq!(
        hub.receive(Message::Have(Have::default())),
        Err(Error::OutOfTurn("have"))
    );
    assert_eq!(
        hub.receive(Message::Joining),
        Err(Error::OutOfTurn("joining"))
    );
}

/// What happens to a hub and three laptops.
#[derive(Debug, Clone)]
enum Act {
    Write(usize, usize, bool),
    Connect(usize),
    Drop(usize),
    Step(usize, bool),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => (0..3usize, 0..5usize, prop::bool::weighted(0.1)).prop_map(|(a, b, c)| Act::Write(a, b, c)),
        1 => (0..3usize).prop_map(Act::Connect),
        1 => (0..3usize).prop_map(Act::Drop),
        8 => (0..3usize, any::<bool>()).prop_map(|(a, b)| Act::Step(a, b)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_interleaving_with_any_broken_connection_converges(
        acts in prop::collection::vec(act(), 0..120),
    ) {
        let mut world = World::new(3, all());
        for act in acts {
            match act {
                Act::Write(at, scope, large) => {
                    world.write(at, scopes()[scope], if large { 150_000 } else { 40 });
                }
                Act::Connect(at) => world.connect(at),
                Act::Drop(at) => world.links[at] = None,
                Act::Step(at, hub) => {
                    world.step(at, if hub { Side::Hub } else { Side::Laptop });
                }
            }
        }
        for at in 0..3 {
            if world.links[at].is_none() {
                world.connect(at);
            }
        }
        world.settle();
        for at in 0..3 {
            prop_assert_eq!(&world.laptops[at], &world.hub);
            let link = world.links[at].as_ref().unwrap();
            prop_assert!(link.laptop.caught_up);
            prop_assert_eq!((link.laptop.outgoing(), link.laptop.incoming()), (0, 0));
            prop_assert_eq!((link.hub.outgoing(), link.hub.incoming()), (0, 0));
        }
    }
}
