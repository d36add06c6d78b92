//! Use cases, the one list of commands, and the carriers.
