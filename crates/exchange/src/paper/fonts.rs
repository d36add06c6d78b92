//! The letters: Atkinson Hyperlegible Next, and DejaVu Sans for the alphabets and signs that it lacks.

use std::sync::LazyLock;

use ttf_parser::Face;
use typst::foundations::Bytes;
use typst::text::Font;

/// With their licences in `assets/fonts`. In the order in which they are looked in.
static FILES: [&[u8]; 3] = [
    include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.otf"),
    include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Bold.otf"),
    include_bytes!("../../../../assets/fonts/DejaVuSans.ttf"),
];

static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let read = |file: &&'static [u8]| Font::new(Bytes::new(*file), 0);
    FILES.iter().filter_map(read).collect()
});

pub(super) fn all() -> &'static [Font] {
    &FONTS
}

/// One of them has a shape for it. Asked of the files themselves: what typst notes of a font's coverage also
/// names characters that the font maps to nothing.
pub(super) fn have(character: char) -> bool {
    static FACES: LazyLock<Vec<Face<'static>>> = LazyLock::new(|| {
        let parse = |file: &&'static [u8]| Face::parse(file, 0).ok();
        FILES.iter().filter_map(parse).collect()
    });
    let has = |face: &Face<'_>| {
        let glyph = face.glyph_index(character);
        glyph.is_some_and(|glyph| glyph.0 != 0)
    };
    FACES.iter().any(has)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fonts_are_there_and_have_the_letters_of_the_street() {
        assert_eq!(all().len(), FILES.len());
        for letter in
            "Daniëlle Çelik Şükrü Łukasz Ångström İ ș € « … – Дмитро Αθηνά أمينة ☎ ✓".chars()
        {
            assert!(have(letter), "{letter}");
        }
    }
}
