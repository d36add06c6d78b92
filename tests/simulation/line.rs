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
    fn hear(&mut self, messages: &[Vec<u8>]) -> Option<Messages> {
        match self {
            End::Laptop(laptop) => said(laptop.hear(messages)),
            End::Hub(hub) => {
                let mut answers = Messages::new();
                for message in messages {
                    answers.extend(hub.hear(message)?);
                }
                Some(answers)
            }
        }
    }
}

/// How what is on its way arrives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// One message.
    Once,
    /// One message, twice.
    Twice,
    /// All that is on its way, together.
    Together,
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

    /// Moves messages there or back, and what follows from news; false when the line ends.
    pub fn step(&mut self, there: bool, delivery: Delivery) -> bool {
        self.steps(there, delivery).is_some()
    }

    fn steps(&mut self, there: bool, delivery: Delivery) -> Option<()> {
        self.there.extend(self.one.news()?);
        self.back.extend(self.other.news()?);
        let (queue, hears) = if there {
            (&mut self.there, &mut self.other)
        } else {
            (&mut self.back, &mut self.one)
        };
        let count = match delivery {
            Delivery::Together => queue.len(),
            _ => queue.len().min(1),
        };
        let messages: Messages = queue.drain(..count).collect();
        for _ in 0..=usize::from(delivery == Delivery::Twice) {
            let answers = hears.hear(&messages)?;
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
            if !self.step(true, Delivery::Once) || !self.step(false, Delivery::Once) {
                return false;
            }
        }
        true
    }
}
