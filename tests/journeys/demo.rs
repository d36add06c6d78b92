//! `nabij demo`: what somebody sees who has no window.

use std::process::Command;
use support::{program, run};

#[test]
fn the_demo_ends_well_with_sixty_contact_moments_on_both() {
    let shown = run(Command::new(program("nabij"))
        .arg("demo")
        .env("NABIJ_LANG", "nl"));
    assert_eq!(shown.code, Some(0), "{shown:?}");
    assert!(shown.said.contains("60"), "{}", shown.said);
    let told = run(Command::new(program("nabij")).args(["demo", "--json"]));
    assert_eq!(told.code, Some(0), "{told:?}");
    let told: serde_json::Value = serde_json::from_str(&told.said).expect("JSON");
    assert_eq!(told["moments"], 60);
    assert_eq!(told["same"], true);
    assert_eq!(told["receipts"].as_array().map(Vec::len), Some(2), "{told}");
}
