//! The self-hosted hub.
fn main() {}
