//! The messages of JSON-RPC 2.0.

use nabij_app::{Changed, Failure};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Not JSON.
pub const PARSE: i64 = -32700;
/// JSON, and not a request.
pub const INVALID: i64 = -32600;
/// No such command.
pub const UNKNOWN_METHOD: i64 = -32601;
/// A fault of ours.
pub const INTERNAL: i64 = -32603;
/// The command did not work; `data` holds the failure.
pub const FAILURE: i64 = -32000;

/// A request that can be carried out.
#[derive(Debug, PartialEq)]
pub struct Request {
    /// What the answer is to carry; a request without one wants no answer.
    pub id: Option<Value>,
    /// The command.
    pub method: String,
    /// Its request.
    pub params: Value,
    /// What the caller wants back with what the call changes: a member `origin` beside `params`.
    pub origin: Option<String>,
}

/// Reads one message, or says why it cannot be carried out.
pub fn parse(line: &[u8], commands: &BTreeSet<&'static str>) -> Result<Request, Value> {
    let message: Value =
        serde_json::from_slice(line).map_err(|_| refused(Value::Null, PARSE, "parse error"))?;
    let Value::Object(mut message) = message else {
        return Err(refused(Value::Null, INVALID, "one request a line"));
    };
    let id = message.remove("id");
    let answer_to = id.clone().unwrap_or(Value::Null);
    if !matches!(answer_to, Value::Null | Value::String(_) | Value::Number(_)) {
        return Err(refused(Value::Null, INVALID, "invalid request"));
    }
    let (Some(Value::String(method)), Some("2.0")) = (
        message.remove("method"),
        message.get("jsonrpc").and_then(Value::as_str),
    ) else {
        return Err(refused(answer_to, INVALID, "invalid request"));
    };
    if !commands.contains(method.as_str()) {
        return Err(refused(answer_to, UNKNOWN_METHOD, "unknown method"));
    }
    let params = message.remove("params").unwrap_or_else(|| json!({}));
    let origin = match message.remove("origin") {
        Some(Value::String(origin)) => Some(origin),
        _ => None,
    };
    Ok(Request {
        id,
        method,
        params,
        origin,
    })
}

/// The answer to a request that worked.
pub fn succeeded(id: Value, result: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "result": result})
}

/// The answer to a request that the core refused.
pub fn failed(id: Value, failure: &Failure) -> Value {
    let error = json!({"code": FAILURE, "message": failure.code, "data": failure});
    json!({"jsonrpc": "2.0", "id": id, "error": error})
}

/// The answer to what never reached the core.
pub fn refused(id: Value, code: i64, message: &str) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": message}})
}

/// What is told without having been asked.
pub fn notice(changed: &Changed) -> Value {
    json!({"jsonrpc": "2.0", "method": "changed", "params": changed})
}

#[cfg(test)]
mod tests {
    use super::{INVALID, PARSE, Request, UNKNOWN_METHOD, failed, parse};
    use nabij_app::{Failure, FailureCode};
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    fn read(line: &str) -> Result<Request, Value> {
        parse(line.as_bytes(), &BTreeSet::from(["read_team"]))
    }

    fn code(line: &str) -> i64 {
        read(line).unwrap_err()["error"]["code"].as_i64().unwrap()
    }

    #[test]
    fn a_request_is_read() {
        let line = r#"{"jsonrpc":"2.0","id":7,"method":"read_team","params":{},"origin":"tab 1"}"#;
        let request = Request {
            id: Some(json!(7)),
            method: "read_team".to_owned(),
            params: json!({}),
            origin: Some("tab 1".to_owned()),
        };
        assert_eq!(read(line), Ok(request));
        let notification = read(r#"{"jsonrpc":"2.0","method":"read_team"}"#).unwrap();
        assert_eq!((notification.id, notification.params), (None, json!({})));
    }

    #[test]
    fn what_is_no_request_is_refused_by_its_number() {
        assert_eq!(code("{"), PARSE);
        assert_eq!(code("[]"), INVALID);
        assert_eq!(code(r#"{"id":1,"method":"read_team"}"#), INVALID);
        assert_eq!(
            code(r#"{"jsonrpc":"2.0","id":{},"method":"read_team"}"#),
            INVALID
        );
        assert_eq!(
            code(r#"{"jsonrpc":"2.0","id":1,"method":"drop_all"}"#),
            UNKNOWN_METHOD
        );
    }

    #[test]
    fn a_failure_crosses_with_its_code() {
        let failure = Failure {
            code: FailureCode::WrongPassphrase,
            field: None,
            incident: "a1".to_owned(),
            wait_seconds: None,
        };
        let answer = failed(json!("x"), &failure);
        assert_eq!(answer["error"]["message"], "wrongPassphrase");
        assert_eq!(answer["error"]["data"]["incident"], "a1");
    }
}
