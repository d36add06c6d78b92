//! The cast and the stage.
