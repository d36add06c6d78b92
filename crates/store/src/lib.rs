//! The encrypted SQLite file: the sealed log, which is the truth, and the views rebuilt from it.
