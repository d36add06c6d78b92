//! Two laptops whose messages are handed over by the test.

use crate::Laptop;
use nabij_app::{ByHand, Messages};

const SALT: [u8; 32] = [7; 32];

/// Who dialled and who answers.
pub struct Meeting {
    /// The laptop that dialled.
    pub dials: ByHand,
    /// The one that answers.
    pub answers: ByHand,
}

impl Meeting {
    /// One laptop dials another; with what it says first.
    pub fn between(dials: &Laptop, answers: &Laptop) -> (Meeting, Messages) {
        let [key, other] =
            [dials, answers].map(|laptop| laptop.app().signing_key().expect("a key"));
        let answers = answers.app().answers_laptop(key, SALT).expect("it answers");
        let (dials, first) = dials
            .app()
            .begins_with_laptop(other, SALT)
            .expect("it dials");
        (Meeting { dials, answers }, first)
    }

    /// Hands over what the dialling laptop has said, one by one; answers what comes back.
    pub fn brings(&mut self, said: &[Vec<u8>]) -> Messages {
        let mut back = Messages::new();
        for message in said {
            let message = std::slice::from_ref(message);
            back.extend(self.answers.hear(message).expect("it goes on"));
        }
        back
    }

    /// Hands over until nobody has anything to say any more.
    pub fn goes_on(&mut self, mut said: Messages) {
        while !said.is_empty() {
            let back = self.brings(&said);
            said = self.dials.hear(&back).expect("it goes on");
        }
    }
}

/// A text of 1,500 letters that packs badly, another one for each seed.
pub fn hardly_packed(seed: u64) -> String {
    let mut state = seed.wrapping_add(1);
    let letter = |_| {
        // Knuth's MMIX.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap_or(0))
    };
    (0..1_500).map(letter).collect()
}
