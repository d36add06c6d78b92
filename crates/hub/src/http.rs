//! The addresses of a hub: `/sync` for laptops, `/poll` for those behind a network that lets no WebSocket
//! through, `/health` for whoever watches over it, and `/metrics`, on a listener of its own, for a monitor.

mod poll;

use crate::connection;
use crate::shared::Shared;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, StatusCode};
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use nabij_protocol::noise::MAX_FRAME;
use std::sync::Arc;

/// What `/health` answers.
#[derive(Debug, serde::Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
}

/// All routes.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/sync", get(sync))
        .with_state(Arc::clone(&shared))
        .merge(poll::router(shared))
}

/// What a monitor may ask.
pub(crate) fn metrics_router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/metrics", get(metrics))
        .with_state(shared)
}

async fn metrics(State(shared): State<Arc<Shared>>) -> ([(HeaderName, &'static str); 1], String) {
    let tallies = shared
        .keep(|keeper| Ok(keeper.store().tallies()?))
        .await
        .inspect_err(|fault| tracing::error!(%fault, "the store could not be counted"))
        .ok();
    let text = shared
        .metrics
        .show(shared.connections(), tallies.as_deref());
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    ([(CONTENT_TYPE, kind)], text)
}

async fn health(State(shared): State<Arc<Shared>>) -> (StatusCode, Json<Health>) {
    let version = env!("CARGO_PKG_VERSION");
    match shared.keep(|keeper| Ok(keeper.store().ping()?)).await {
        Ok(()) => (
            StatusCode::OK,
            Json(Health {
                status: "ok",
                version,
            }),
        ),
        Err(fault) => {
            tracing::error!(%fault, "the health check failed");
            let health = Health {
                status: "the database does not answer",
                version,
            };
            (StatusCode::SERVICE_UNAVAILABLE, Json(health))
        }
    }
}

async fn sync(State(shared): State<Arc<Shared>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade
        .max_message_size(MAX_FRAME)
        .max_frame_size(MAX_FRAME)
        .on_upgrade(move |socket| async move {
            if let Ok(seat) = Arc::clone(&shared.seats).try_acquire_owned() {
                connection::serve(shared, connection::over_socket(socket), seat).await;
            }
        })
}
