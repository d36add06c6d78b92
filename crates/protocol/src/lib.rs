//! What travels between laptops and hubs, and how it is checked.
//!
//! Everything that a team keeps lies in **logs**: one log per scope, device and incarnation, numbered
//! from one and chained by hash. Two kinds of things are logged: *records* (who is in the team, which
//! space is open to whom; readable by the hub, without names) and *sealed changes* (what coaches write;
//! readable only with keys that this room does not know). One signature on the newest entry covers all
//! that came before it.
//!
//! This room has no sockets, no clock and no secrets other than those handed to [`noise`] as arguments.

pub mod entry;
pub mod id;
pub mod join;
pub mod long_poll;
pub mod message;
pub mod noise;
pub mod receipt;
pub mod record;
pub mod roster;
pub mod session;
pub mod share_file;
pub mod vector;

mod error;

pub use error::Error;

/// The version of everything in this room that travels. A peer that speaks another one is refused politely.
pub const PROTOCOL_VERSION: u16 = 2;
