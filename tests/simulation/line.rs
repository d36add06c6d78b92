//! A line between two of them, and what is on its way.

use std::collections::VecDeque;

type Messages = Vec<Vec<u8>>;

/// One end of a line.
pub enum End {
    Laptop(Box<nabij_app::ByHand>),
    Hub(Box<nabij_hub::ByHand>),
}

impl End {
    /// What to send because of what happened elsewhere; none when this end hangs up.
    fn news(&mut self) -> Option<Messages> {
        match self {
            End::Laptop(laptop) => said(laptop.news()),
            End::Hub(hub) => hub.news(),
        }
    }

    /// What to send in answer; none when this end hangs up.
    fn hear(&mut self, message: &[u8]) -> Option<Messages> {
        match self {
            End::Laptop(laptop) => said(laptop.hear(message)),
            End::Hub(hub) => hub.hear(message),
        }
    }
}

/// What a laptop answers; why it hangs up is read where a run fails.
fn said(answer: Result<Messages, nabij_app::Failure>) -> Option<Messages> {
    answer
        .inspect_err(|failure| eprintln!("a laptop hangs up: {failure:?}"))
        .ok()
}

/// Who connected, who was connected to, and the messages each way.
pub struct Line {
    one: End,
    other: End,
    there: VecDeque<Vec<u8>>,
    back: VecDeque<Vec<u8>>,
}

impl Line {
    pub fn between(one: End, other: End, there: Messages, back: Messages) -> Line {
        Line {
            one,
            other,
            there: there.into(),
            back: back.into(),
        }
    }

    /// Moves one message there or back, perhaps twice, and what follows from news; false when the line ends.
    pub fn step(&mut self, there: bool, twice: bool) -> bool {
        self.steps(there, twice).is_some()
    }

    fn steps(&mut self, there: bool, twice: bool) -> Option<()> {
        self.there.extend(self.one.news()?);
        self.back.extend(self.other.news()?);
        let (queue, hears) = if there {
            (&mut self.there, &mut self.other)
        } else {
            (&mut self.back, &mut self.one)
        };
        let Some(message) = queue.pop_front() else {
            return Some(());
        };
        for _ in 0..=usize::from(twice) {
            let answers = hears.hear(&message)?;
            if there {
                self.back.extend(answers);
            } else {
                self.there.extend(answers);
            }
        }
        Some(())
    }

    /// Delivers until nothing is on its way; false when the line ends before.
    pub fn pumps(&mut self) -> bool {
        while !(self.there.is_empty() && self.back.is_empty()) {
            if !self.step(true, false) || !self.step(false, false) {
                return false;
            }
        }
        true
    }
}
