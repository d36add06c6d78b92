//! The addresses of lines over plain requests. How they work is in `nabij_protocol::long_poll`.

use crate::connection;
use crate::polled::{LineId, Lines, Polled, Unmet};
use crate::shared::Shared;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{FromRequestParts, Query, Request, State};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use nabij_protocol::long_poll::{CLOSE, DOWN, MAX_BODY, OPEN, OPENED, UP, WAIT, frames, line_of};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// How long a body may take to come.
const BODY: Duration = Duration::from_secs(60);

#[derive(Clone)]
struct Polling {
    shared: Arc<Shared>,
    lines: Arc<Lines>,
}

/// All routes.
pub(super) fn router(shared: Arc<Shared>) -> Router {
    let lines = Arc::new(Lines::default());
    Router::new()
        .route(OPEN, post(open))
        .route(UP, post(up))
        .route(DOWN, post(down))
        .route(CLOSE, post(close))
        .with_state(Polling { shared, lines })
}

/// The id in the header.
struct Id(LineId);

impl<S: Sync> FromRequestParts<S> for Id {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Id, StatusCode> {
        let header = parts.headers.get(AUTHORIZATION);
        let id = header
            .and_then(|value| value.to_str().ok())
            .and_then(line_of);
        id.map(Id).ok_or(StatusCode::UNAUTHORIZED)
    }
}

/// Answers in a way that no cache keeps.
fn answer(status: StatusCode, body: Vec<u8>) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/octet-stream"),
    );
    response
}

impl IntoResponse for Unmet {
    fn into_response(self) -> Response {
        let status = match self {
            Unmet::Over => StatusCode::GONE,
            Unmet::OutOfStep => StatusCode::CONFLICT,
        };
        answer(status, Vec::new())
    }
}

async fn open(State(polling): State<Polling>, Id(id): Id) -> Response {
    let Polling { shared, lines } = polling;
    if lines.get(&id).is_some() {
        return answer(StatusCode::OK, OPENED.to_vec());
    }
    // As many lines as there are seats, of whichever carrier.
    let Ok(seat) = Arc::clone(&shared.seats).try_acquire_owned() else {
        return answer(StatusCode::SERVICE_UNAVAILABLE, Vec::new());
    };
    if let Some(line) = lines.open(id) {
        tokio::spawn(async move {
            connection::serve(shared, line, seat).await;
            lines.remove(&id);
        });
    }
    answer(StatusCode::OK, OPENED.to_vec())
}

fn find(polling: &Polling, id: &LineId) -> Result<Arc<Polled>, Unmet> {
    polling.lines.get(id).ok_or(Unmet::Over)
}

#[derive(serde::Deserialize)]
struct From {
    from: u64,
}

async fn up(
    State(polling): State<Polling>,
    Id(id): Id,
    Query(From { from }): Query<From>,
    request: Request,
) -> Result<Response, Unmet> {
    let line = find(&polling, &id)?;
    // Held before the body is read: so much of one line at a time is in memory and no more.
    let _permit = line.bringing.acquire().await.map_err(|_| Unmet::Over)?;
    let body = match timeout(BODY, to_bytes(request.into_body(), MAX_BODY)).await {
        Ok(Ok(body)) => body,
        // Broken off, too slow, or too long. What comes again comes whole.
        _ => return Ok(answer(StatusCode::BAD_REQUEST, Vec::new())),
    };
    let Ok(frames) = frames(&body) else {
        line.garble().await;
        return Ok(answer(StatusCode::BAD_REQUEST, Vec::new()));
    };
    drop(body);
    line.bring(from, frames).await?;
    Ok(answer(StatusCode::OK, Vec::new()))
}

#[derive(serde::Deserialize)]
struct Have {
    have: u64,
}

async fn down(
    State(polling): State<Polling>,
    Id(id): Id,
    Query(Have { have }): Query<Have>,
) -> Result<Response, Unmet> {
    let body = find(&polling, &id)?.fetch(have, WAIT).await?;
    Ok(answer(StatusCode::OK, body))
}

async fn close(State(polling): State<Polling>, Id(id): Id) -> Result<Response, Unmet> {
    find(&polling, &id)?.leave().await;
    Ok(answer(StatusCode::OK, Vec::new()))
}
