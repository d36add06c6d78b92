//! nabij: the same commands without a window.
fn main() {}
