//! The store from outside, as the app uses it. Nothing is really sealed here: the store never looks.

mod convergence;
mod opening;
mod receipts;
mod runs;
mod schema;
mod search;
mod support;
mod taking_in;
mod timeline;
