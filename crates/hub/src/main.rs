//! The hub as a program. Exit codes: 0 well, 1 a fault, 2 wrong usage, 3 data folder or database unusable,
//! 4 data of a newer version, 5 address in use, 6 certificate unusable.

mod command;

use clap::Parser;
use command::{Cli, Command, Log, Serve};
use nabij_hub::{Certificate, Hub, HubError, Size, StoreAt, bind, system_clock};
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(options) => serve(options).map(|()| ExitCode::SUCCESS),
        Command::Admit { at } => admit(&at.store()),
        Command::Status { at } => status(&at.store()),
        Command::Check { at } => check(&at.store()),
        Command::Backup { at, file } => nabij_hub::back_up(&at.store(), &file).map(|()| {
            eprintln!("The backup is written. It holds the hub's secret keys: keep it safe.");
            ExitCode::SUCCESS
        }),
        Command::Restore { at, file } => nabij_hub::restore(&at.store(), &file).map(|()| {
            eprintln!("The backup is put back. `nabij-hub check` verifies it.");
            ExitCode::SUCCESS
        }),
    };
    done.unwrap_or_else(|error| {
        eprintln!("nabij-hub: {error}");
        ExitCode::from(error.exit_code())
    })
}

fn admit(at: &StoreAt) -> Result<ExitCode, HubError> {
    println!("{}", nabij_hub::admit(at, system_clock()())?);
    eprintln!(
        "Admits one team, once, within {} days.",
        nabij_hub::token_days()
    );
    Ok(ExitCode::SUCCESS)
}

fn status(at: &StoreAt) -> Result<ExitCode, HubError> {
    let tallies = nabij_hub::status(at)?;
    let entries: u64 = tallies.iter().map(|tally| tally.entries).sum();
    println!("teams: {}\nentries: {entries}", tallies.len());
    for tally in tallies {
        println!(
            "team {}: {} entries, about {}",
            tally.team,
            tally.entries,
            Size(tally.bytes)
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn check(at: &StoreAt) -> Result<ExitCode, HubError> {
    let checked = nabij_hub::check(at)?;
    println!(
        "teams: {}\nlogs: {}\nentries: {}\nsignatures: {}\nfaults: {}",
        checked.teams,
        checked.logs,
        checked.entries,
        checked.signatures,
        checked.faults.len()
    );
    for fault in &checked.faults {
        println!("{fault}");
    }
    Ok(if checked.faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

#[tokio::main]
async fn serve(options: Serve) -> Result<(), HubError> {
    // Only our own lines: what libraries would say about their peers is not for a log.
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter("nabij_hub=info")
        .with_writer(std::io::stderr)
        .with_ansi(false);
    match options.log {
        Log::Text => subscriber.init(),
        Log::Json => subscriber.json().init(),
    }
    let stop = stop_signal().map_err(|error| HubError::Listen(error.kind()))?;
    let quota = options.quota.map(|quota| quota.0);
    let certificate = match (options.tls_cert, options.tls_key) {
        (Some(chain), Some(key)) => Some(Certificate::open(chain, key)?),
        // Both or neither: clap has seen to it.
        _ => None,
    };
    let scheme = if certificate.is_some() { "wss" } else { "ws" };
    let mut hub = Hub::over(&options.at.store(), quota, system_clock())?;
    if let Some(certificate) = certificate {
        hub = hub.with_certificate(certificate);
    }
    if let Some(address) = options.metrics {
        let listener = bind(address).await?;
        if let Ok(address) = listener.local_addr() {
            println!("metrics on http://{address}/metrics");
        }
        hub.show_metrics(listener);
    }
    let listener = bind(options.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| HubError::Listen(error.kind()))?;
    // On standard output, for people and for scripts that chose port 0.
    println!(
        "nabij-hub {} listens on {scheme}://{address}",
        env!("CARGO_PKG_VERSION")
    );
    tracing::info!(hub = %hub.id(), "started");
    hub.serve(listener, stop).await
}

/// Ctrl+C, or what a service manager sends.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ctrl+C.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
