//! What colleagues talk about: cases, contact moments, notes, summaries; and how each sits in a document.
