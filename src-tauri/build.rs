//! Prepares the window's context: the one command it may call, and the interface it embeds.

use std::path::Path;
use std::process::ExitCode;

use tauri_build::{AppManifest, Attributes, try_build};

/// Where Vite puts the built interface; the same folder as `frontendDist` in tauri.conf.json.
const INTERFACE: &str = "../ui/dist";

fn main() -> ExitCode {
    // The context embeds these files when the crate is compiled, and cargo does not see that.
    println!("cargo::rerun-if-changed={INTERFACE}");
    if !Path::new(INTERFACE).join("index.html").is_file() {
        println!(
            "cargo::error=the interface is not built yet: run `make ui` first (it fills ui/dist)"
        );
        return ExitCode::FAILURE;
    }
    // Declared, so that our own command needs a permission too, as every plugin's command does.
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(&["call"]));
    match try_build(attributes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error:#}");
            ExitCode::FAILURE
        }
    }
}
