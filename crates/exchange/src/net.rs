//! A net under other people's parsers and typesetters: a panic becomes an error, and says nothing.
//!
//! A panic's message can hold a piece of the text that was being read ("byte 7 is not a char boundary of
//! ..."), and a hook prints it before anybody catches it. So the hook is silent while a thread is here.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use crate::error::Error;

thread_local! {
    /// How many nets this thread is above.
    static ABOVE: Cell<u32> = const { Cell::new(0) };
}

/// Counts itself out again however the work ends.
struct Above;

impl Drop for Above {
    fn drop(&mut self) {
        ABOVE.with(|depth| depth.set(depth.get().saturating_sub(1)));
    }
}

fn enter() -> Above {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |info| {
            // `try_with`: a panic while the thread is being torn down must not panic again.
            if ABOVE.try_with(Cell::get).unwrap_or(0) == 0 {
                before(info);
            }
        }));
    });
    ABOVE.with(|depth| depth.set(depth.get().saturating_add(1)));
    Above
}

/// Does the work; a panic in it is answered as `fallen`, without a word.
pub(crate) fn catch<T>(fallen: Error, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    let _above = enter();
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(fallen))
}

/// For threads that never do anything but work above a net.
pub(crate) fn stay_above() {
    std::mem::forget(enter());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error_and_the_next_one_is_heard_again() {
        let fallen = catch(Error::Damaged, || -> Result<(), Error> {
            panic!("Slaapt bij oma")
        });
        assert_eq!(fallen, Err(Error::Damaged));
        assert_eq!(ABOVE.with(Cell::get), 0);
    }
}
