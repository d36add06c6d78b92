//! What every document promises, whatever it is about.

mod convergence;
mod golden;
mod malformed;
mod merging;
mod support;
mod taking_in;
