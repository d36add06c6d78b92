//! What people typed or pasted, made of what can be set.

use super::fonts;

/// Stands for a character that no font here has, such as 🦔.
const BOX: char = '□';
/// Longest stretch without a place to break, in characters. More would run off the page.
const UNBROKEN: usize = 40;
/// A place to break that is not seen.
const BREAK: char = '\u{200B}';

/// Text with everything that can be shown, and whether something could not.
pub(super) struct Legible {
    pub(super) text: String,
    pub(super) has_boxes: bool,
}

pub(super) fn legible(text: &str) -> Legible {
    let mut legible = Legible {
        text: String::with_capacity(text.len()),
        has_boxes: false,
    };
    let mut unbroken = 0_usize;
    let mut last = '\n';
    for character in text.replace("\r\n", "\n").chars() {
        let Some(shown) = shown(character) else {
            continue;
        };
        // A family of four in one emoji is one thing that cannot be shown.
        if shown == BOX && last == BOX {
            continue;
        }
        legible.has_boxes |= shown == BOX && character != BOX;
        unbroken = if shown.is_whitespace() {
            0
        } else {
            unbroken.saturating_add(1)
        };
        if unbroken > UNBROKEN {
            legible.text.push(BREAK);
            unbroken = 1;
        }
        legible.text.push(shown);
        last = shown;
    }
    legible
}

/// What is set for a character; `None` for what is not meant to be seen and can only disturb.
fn shown(character: char) -> Option<char> {
    match character {
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\n' => Some('\n'),
        '\t' => Some(' '),
        // Joins emoji; turns the reading direction around; marks a file's byte order; picks a variant.
        '\u{200D}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => None,
        '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}' => None,
        // What everybody may use for themselves means something else in every font.
        '\u{E000}'..='\u{F8FF}' => Some(BOX),
        control if control.is_control() => None,
        known if fonts::have(known) => Some(known),
        _ => Some(BOX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_is_a_box() {
        let paste = legible("Ziek 🦔\u{FE0F}👩\u{200D}👧 thuis\t\u{0}\r\ntot ma");
        assert_eq!(paste.text, "Ziek □ thuis \ntot ma");
        assert!(paste.has_boxes);
        assert!(!legible("☐ □ Daniëlle ☺").has_boxes);
    }

    #[test]
    fn a_long_address_can_be_broken() {
        let address = format!("zie https://{}", "a".repeat(100));
        let set = legible(&address).text;
        assert_eq!(set.replace(BREAK, ""), address);
        assert!(
            set.split([BREAK, ' '])
                .all(|part| part.chars().count() <= UNBROKEN)
        );
    }
}
