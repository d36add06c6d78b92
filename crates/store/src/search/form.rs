//! What Dutch words have in common that are one word in singular and plural, or with and without the e of an
//! adjective. Not a stemmer: verbs keep their forms apart, because "gebeld" and "bel" are not the same to who seeks.
//! The Snowball stemmer was looked at: its Rust form rests since 2020, and it knows neither brief/brieven nor
//! kind/kinderen, which is what a coach writes.

/// Endings of plurals that change the word, with their singular; also at the end of a compound.
const IRREGULAR: [(&str, &str); 14] = [
    ("kinderen", "kind"),
    ("kinders", "kind"),
    ("eieren", "ei"),
    ("liederen", "lied"),
    ("bladeren", "blad"),
    ("steden", "stad"),
    ("leden", "lid"),
    ("schepen", "schip"),
    ("koeien", "koe"),
    ("zoons", "zoon"),
    ("ooms", "oom"),
    ("films", "film"),
    ("clubs", "club"),
    ("heden", "heid"),
];

/// The shortest word that takes an ending off, without the ending.
const SHORTEST: usize = 3;

/// The form of a folded word: equal for words that are forms of one another. Only to compare, never to show.
pub(super) fn form(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_owned();
    }
    for (plural, singular) in IRREGULAR {
        if let Some(rest) = word.strip_suffix(plural) {
            return spelled(&format!("{rest}{singular}"));
        }
    }
    spelled(without_e(without_s(single(without_en(word)))))
}

fn without<'a>(word: &'a str, ending: &str, shortest: usize) -> Option<&'a str> {
    word.strip_suffix(ending)
        .filter(|rest| rest.len() >= shortest)
}

/// jongen|s, ouder|s, tante|s, broer|s, but not huis, mens or glas.
fn without_s(word: &str) -> &str {
    let Some(rest) = without(word, "s", SHORTEST + 1) else {
        return word;
    };
    let letters: Vec<char> = rest.chars().rev().take(3).collect();
    let is_plural = match letters.as_slice() {
        ['e', ..] => true,
        ['l' | 'm' | 'n' | 'r', 'e', ..] => true,
        ['l' | 'n' | 'r', one, two] => is_vowel(*one) && is_vowel(*two),
        _ => false,
    };
    // Who says "jongens" says "jongen", which is a plural in form itself.
    if is_plural { without_en(rest) } else { word }
}

/// school|en, brief|en.
fn without_en(word: &str) -> &str {
    without(word, "en", SHORTEST).unwrap_or(word)
}

/// rustig|e, tant|e.
fn without_e(word: &str) -> &str {
    without(word, "e", SHORTEST).unwrap_or(word)
}

/// A consonant at the end once: bus|sen and bus, les|sen and les.
fn single(stem: &str) -> &str {
    let mut last = stem.chars().rev();
    match (last.next(), last.next()) {
        (Some(one), Some(other)) if one == other && !is_vowel(one) => {
            without(stem, one.encode_utf8(&mut [0; 4]), SHORTEST).unwrap_or(stem)
        }
        _ => stem,
    }
}

/// One spelling for what an open and a closed syllable spell differently: scholen and school, brieven and brief,
/// huizen and huis.
fn spelled(stem: &str) -> String {
    let mut letters: Vec<char> = single(stem).chars().collect();
    if let [.., one, other, last] = letters.as_slice()
        && one == other
        && is_vowel(*one)
        && !is_vowel(*last)
    {
        let last = *last;
        letters.truncate(letters.len() - 2);
        letters.push(last);
    }
    match letters.pop() {
        Some('v') => letters.push('f'),
        Some('z') => letters.push('s'),
        Some(last) => letters.push(last),
        None => {}
    }
    letters.into_iter().collect()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAME: &[(&str, &str)] = &[
        ("jongen", "jongens"),
        ("meisje", "meisjes"),
        ("broer", "broers"),
        ("zus", "zussen"),
        ("zusje", "zusjes"),
        ("zoon", "zoons"),
        ("oom", "ooms"),
        ("tante", "tantes"),
        ("ouder", "ouders"),
        ("moeder", "moeders"),
        ("kind", "kinderen"),
        ("kleinkind", "kleinkinderen"),
        ("huis", "huizen"),
        ("ziekenhuis", "ziekenhuizen"),
        ("brief", "brieven"),
        ("school", "scholen"),
        ("basisschool", "basisscholen"),
        ("raam", "ramen"),
        ("verjaardag", "verjaardagen"),
        ("afspraak", "afspraken"),
        ("probleem", "problemen"),
        ("boete", "boetes"),
        ("boete", "boeten"),
        ("les", "lessen"),
        ("bus", "bussen"),
        ("fiets", "fietsen"),
        ("adres", "adressen"),
        ("proces", "processen"),
        ("leraar", "leraren"),
        ("leraar", "leraars"),
        ("agent", "agenten"),
        ("vriend", "vrienden"),
        ("familie", "families"),
        ("ruzie", "ruzies"),
        ("stad", "steden"),
        ("gezinslid", "gezinsleden"),
        ("mogelijkheid", "mogelijkheden"),
        ("telefoon", "telefoons"),
        ("tafel", "tafels"),
        ("wijk", "wijken"),
        ("idee", "ideeen"),
        ("rustig", "rustige"),
        ("groot", "grote"),
        ("mens", "mensen"),
        ("film", "films"),
        ("directeur", "directeurs"),
        ("scooter", "scooters"),
        ("schuld", "schulden"),
        ("kroeg", "kroegen"),
        ("beroep", "beroepen"),
    ];

    #[test]
    fn singular_and_plural_have_one_form() {
        for (one, many) in SAME {
            assert_eq!(form(one), form(many), "{one}, {many}");
        }
    }

    #[test]
    fn other_words_have_another() {
        for (one, other) in [
            ("huis", "hui"),
            ("mens", "men"),
            ("eens", "een"),
            ("school", "schaal"),
            ("broer", "broek"),
            ("zus", "zo"),
            ("bellen", "gebeld"),
            ("moeder", "moe"),
            ("kind", "kinder"),
        ] {
            assert_ne!(form(one), form(other), "{one}, {other}");
        }
    }

    #[test]
    fn any_word_has_a_form() {
        for word in ["", "e", "en", "ens", "een", "oo", "ééns", "s", "aab"] {
            form(word);
        }
    }
}
