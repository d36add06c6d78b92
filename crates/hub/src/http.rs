//! The two addresses of a hub: `/sync` for laptops, `/health` for whoever watches over it.

use crate::connection;
use crate::shared::Shared;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::http::StatusCode;
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
        .with_state(shared)
}

async fn health(State(shared): State<Arc<Shared>>) -> (StatusCode, Json<Health>) {
    let version = env!("CARGO_PKG_VERSION");
    match shared.keep(|keeper| Ok(keeper.store().check()?)).await {
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
        .on_upgrade(move |socket| connection::serve(shared, socket))
}
