//! Journeys: stories of people who work with Nabij, through the door that the window uses.

mod first_night;
