//! The thread that shares by itself: connects, stays, and comes back with growing pauses.

use super::link::{self, Ended, Until};
use super::room::{Event, SyncRoom};
use super::{hub_address, room};
use crate::App;
use crate::error::Error;
use crate::failure::Failure;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::random::random;
use std::sync::Arc;
use std::time::Duration;

const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// How often one round may begin anew because a log of this laptop did.
const ANEW: usize = 8;
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// How soon to ask again whether a colleague has admitted this laptop.
const ADMISSION_PAUSE: Duration = Duration::from_secs(3);

/// Starts the thread, unless it runs.
pub(crate) fn start(app: &App) {
    if !app.sync().claim() {
        return;
    }
    let app = app.clone();
    let spawned = std::thread::Builder::new().name("sync".to_owned()).spawn({
        let app = app.clone();
        move || {
            // However it ends, and be it by a panic: who waits is told, and another thread can start.
            let _ended = TellEnded(&app);
            if let Ok(runtime) = runtime() {
                runtime.block_on(async {
                    tokio::select! {
                        () = run(&app) => {}
                        () = crate::check_in::keep_watch(&app) => {}
                        () = crate::nearby::keep(&app) => {}
                    }
                });
            }
        }
    });
    if spawned.is_err() {
        app.sync().ended();
    }
}

struct TellEnded<'a>(&'a App);

impl Drop for TellEnded<'_> {
    fn drop(&mut self) {
        self.0.sync().ended();
    }
}

/// Shares once on the caller's thread: until everything has gone both ways, or cannot.
pub(crate) fn once(app: &App, vault: &Arc<OpenVault>) {
    let Ok(runtime) = runtime() else { return };
    runtime.block_on(async {
        let mut ended = link::connect(app, vault, Until::CaughtUp).await;
        for _ in 0..ANEW {
            if !matches!(ended, Err((_, Error::BegunAnew))) {
                break;
            }
            ended = link::connect(app, vault, Until::CaughtUp).await;
        }
        conclude(app, app.sync(), ended);
    });
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
}

async fn run(app: &App) {
    let room = app.sync();
    let wake = room.waker();
    let mut pause = FIRST_PAUSE;
    while !room.stopped() {
        let vault = app.vault_if_open();
        let ready = vault.filter(|vault| has_errand(vault));
        let Some(vault) = ready else {
            room.end_round(|_| {});
            wake.notified().await;
            continue;
        };
        let ended = link::connect(app, &vault, Until::Left).await;
        drop(vault);
        // A hub that went away is met again soon; one that keeps refusing is not asked twice a second.
        let soon = matches!(
            ended,
            Ok(_) | Err((true, Error::Offline | Error::BegunAnew))
        );
        let wait = match &ended {
            Ok(Ended::Left) => Duration::ZERO,
            Ok(Ended::CaughtUp) => FIRST_PAUSE,
            Ok(Ended::Waiting) => ADMISSION_PAUSE,
            Err(_) => pause,
        };
        pause = if soon {
            FIRST_PAUSE
        } else {
            (pause * 2).min(LONGEST_PAUSE)
        };
        conclude(app, room, ended);
        if room.stopped() || wait.is_zero() {
            continue;
        }
        // Woken by a write while there is no network, the next try still keeps a small distance.
        tokio::time::sleep(FIRST_PAUSE.min(wait)).await;
        let rest = jittered(wait.saturating_sub(FIRST_PAUSE));
        let _ = tokio::time::timeout(rest, wake.notified()).await;
    }
}

/// Whether there is a hub and something to say to it.
fn has_errand(vault: &OpenVault) -> bool {
    matches!(hub_address(vault), Ok(Some(_)))
        && matches!(super::paused(vault), Ok(false))
        && vault.team_view().team.is_some()
}

fn conclude(app: &App, room: &SyncRoom, ended: Result<Ended, (bool, Error)>) {
    match &ended {
        Ok(Ended::CaughtUp) => room.tell(app.now(), Event::CaughtUp),
        Ok(_) => {}
        Err((_, Error::Offline)) => room.tell(app.now(), Event::Offline),
        Err((_, Error::BegunAnew)) => room.tell(app.now(), Event::BegunAnew),
        Err((_, error)) => room.tell(app.now(), Event::Failed(Failure::of(error).code)),
    }
    if matches!(ended, Ok(Ended::Left)) {
        // Who waits for a round wants the one with the hub that is asked from now on.
        room.report(|view| close(view, &ended));
    } else {
        room.end_round(|view| close(view, &ended));
    }
    app.announce(["sync"], &Origin::default());
}

fn close(view: &mut room::View, ended: &Result<Ended, (bool, Error)>) {
    view.done = 0;
    view.total = 0;
    match ended {
        Ok(ended) => {
            view.failure = None;
            view.offline = false;
            view.caught_up = *ended == Ended::CaughtUp;
        }
        Err((_, Error::Offline | Error::BegunAnew)) => {
            view.failure = None;
            view.offline = true;
            view.caught_up = false;
        }
        Err((_, error)) => {
            view.failure = Some(Failure::of(error));
            view.offline = false;
            view.caught_up = false;
        }
    }
}

/// Up to a fifth more or less, so that a team's laptops do not all come back in the same moment.
fn jittered(pause: Duration) -> Duration {
    let [byte] = random::<1>();
    pause.mul_f64(0.8 + 0.4 * f64::from(byte) / 255.0)
}
