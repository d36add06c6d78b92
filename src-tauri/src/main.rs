//! The window: reads its options, opens the core behind the door, and shows the interface.
// A console would open beside the window on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod door;
mod events;
mod logging;
mod lost_page;
mod paths;
mod rendering;
mod second_start;
mod window;

use std::process::ExitCode;

use nabij_app::{App, Clock};
use tauri::RunEvent;

use crate::paths::{Options, Wish};

/// Started wrongly: an unknown option, or nowhere to show a window.
const WRONG_USE: u8 = 2;

fn main() -> ExitCode {
    let options = match paths::read(std::env::args_os().skip(1), |name| std::env::var_os(name)) {
        Ok(Wish::Run(options)) => options,
        Ok(Wish::Say(text)) => {
            println!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(WRONG_USE);
        }
    };
    if !rendering::has_display() {
        eprintln!("Geen scherm gevonden / no display found ($DISPLAY, $WAYLAND_DISPLAY).");
        return ExitCode::from(WRONG_USE);
    }
    // Does not come back when it started this program again with other settings.
    rendering::settle(options.safe_view);
    logging::start();
    run(options)
}

/// Opens the core and the window, and returns when the window is closed.
fn run(options: Options) -> ExitCode {
    let app = App::open(options.home.clone(), Clock::system());
    let core = app.clone();
    let mut builder = tauri::Builder::default();
    if options.usual_home {
        builder = builder.plugin(second_start::plugin());
    }
    let built = builder
        .plugin(tauri_plugin_dialog::init())
        .manage(app.clone())
        .invoke_handler(tauri::generate_handler![door::call])
        .on_page_load(window::show_when_painted)
        .setup(move |tauri_app| {
            events::forward(&core, tauri_app.handle())?;
            core.start_sync();
            window::open(tauri_app)?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(tauri_app) => {
            tauri_app.run(move |_, event| {
                if matches!(event, RunEvent::Exit) {
                    app.close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}
