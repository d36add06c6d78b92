use super::*;
use crate::test_rng::TestRng;
use proptest::prelude::*;

#[test]
fn seven_words_of_the_language_are_proposed() {
    for list in [WordList::Dutch, WordList::English] {
        let mut rng = TestRng::new(1);
        let first = propose(list, &mut rng);
        assert_eq!(first.split('-').count(), 7);
        assert!(first.split('-').all(|word| list.has(word)));
        assert_ne!(first, propose(list, &mut rng));
    }
}

#[test]
fn whatever_is_proposed_is_strong() {
    let mut rng = TestRng::new(2);
    for _ in 0..200 {
        for list in [WordList::Dutch, WordList::English] {
            let text = propose(list, &mut rng);
            assert_eq!(judge(&text), Strength::Strong, "{}", *text);
        }
    }
}

#[test]
fn draws_are_even_and_within_the_list() {
    let mut rng = TestRng::new(3);
    let mut drawn = [0_u32; 5];
    for _ in 0..10_000 {
        drawn[below(5, &mut rng)] += 1;
    }
    assert!(
        drawn.iter().all(|count| (1_800..2_200).contains(count)),
        "{drawn:?}"
    );
}

#[test]
fn what_is_guessed_first_is_weak() {
    let weak = [
        "",
        "kort",
        "geheim",
        "Welkom01!",
        "Welkom123456",
        "wachtwoord2026!",
        "P@ssword123456",
        "aaaaaaaaaaaaaaaa",
        "123456789012345678",
        "qwertyuiopasdfghjkl",
        "abcabcabcabcabcabc",
        "Amsterdam2026!!",
        "Zomer2026Winter2025",
        "fiets fiets fiets fiets fiets",
        "Utrecht-1234567",
    ];
    for passphrase in weak {
        assert_eq!(judge(passphrase), Strength::Weak, "{passphrase}");
        assert!(!acceptable(passphrase));
    }
}

#[test]
fn sentences_and_random_characters_are_fair_or_strong() {
    let good = [
        "een lange zin voor de nacht op straat",
        "correct horse battery staple",
        "de egel drinkt zondag karnemelk",
        "xK7#qPw92vLm!tRz",
    ];
    for passphrase in good {
        assert!(acceptable(passphrase), "{passphrase}");
    }
    assert_eq!(
        judge("de gele kraan zingt zacht boven elke natte haven"),
        Strength::Strong
    );
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = judge(&text);
    }
}
