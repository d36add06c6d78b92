//! What every document promises, whatever it is about.

mod choosing;
mod convergence;
mod found;
mod golden;
mod malformed;
mod merging;
mod returning;
mod support;
mod taking_in;
