//! One connection to PostgreSQL, with the statements that it knows already.

use crate::HubError;
use crate::store::aside;
use crate::store::sql::columns::Value;
use ::postgres::error::SqlState;
use ::postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use ::postgres::{Client, Config, Error, NoTls, Row, Statement};
use std::collections::HashMap;

/// What each connection begins with. A receipt of the hub says "on the disk": a server that answers a
/// commit earlier is told otherwise. Nobody waits for ever for somebody else's turn.
const BEGINNING: &str = "SET search_path TO nabij_hub;
    SET lock_timeout TO '10s';
    SET idle_in_transaction_session_timeout TO '60s';
    SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') = 'off';";

/// An open connection.
pub(super) struct Line {
    /// None only while it is dropped.
    client: Option<Client>,
    statements: HashMap<&'static str, Statement>,
}

impl Line {
    /// Connects.
    ///
    /// # Errors
    /// [`HubError::StoreUnreachable`], [`HubError::Postgres`].
    pub(super) fn connect(config: &Config) -> Result<Line, HubError> {
        let client = config.connect(NoTls)?;
        let mut line = Line {
            client: Some(client),
            statements: HashMap::new(),
        };
        line.batch(BEGINNING)?;
        Ok(line)
    }

    /// Statements without values.
    pub(super) fn batch(&mut self, sql: &str) -> Result<(), Error> {
        match &mut self.client {
            Some(client) => client.batch_execute(sql),
            None => Ok(()),
        }
    }

    /// Rows.
    pub(super) fn query(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<Vec<Row>, Error> {
        let Some(client) = &mut self.client else {
            return Ok(Vec::new());
        };
        let statement = known(client, &mut self.statements, sql)?;
        client.query(&statement, &given(values))
    }

    /// How many rows were changed.
    pub(super) fn execute(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
    ) -> Result<u64, Error> {
        let Some(client) = &mut self.client else {
            return Ok(0);
        };
        let statement = known(client, &mut self.statements, sql)?;
        client.execute(&statement, &given(values))
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            hang_up(client);
        }
    }
}

/// Closes a connection. The client waits for its farewell on a runtime of its own, which a thread of
/// another runtime may not do.
pub(super) fn hang_up(client: Client) {
    aside(move || drop(client));
}

/// Whether an error means that the connection is of no use any longer.
pub(super) fn lost(error: &Error) -> bool {
    match error.code() {
        None => true,
        Some(code) => {
            [
                SqlState::ADMIN_SHUTDOWN,
                SqlState::CRASH_SHUTDOWN,
                SqlState::CANNOT_CONNECT_NOW,
                SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
            ]
            .contains(code)
                || code.code().starts_with("08")
        }
    }
}

impl From<Error> for HubError {
    fn from(error: Error) -> Self {
        match error.code() {
            // Its words may name the address.
            None => HubError::StoreUnreachable,
            Some(_) if lost(&error) => HubError::StoreUnreachable,
            Some(code) => HubError::Postgres {
                state: code.code().to_owned(),
            },
        }
    }
}

/// A statement, prepared once on each connection. PostgreSQL writes `$1` where SQLite writes `?1`.
fn known(
    client: &mut Client,
    statements: &mut HashMap<&'static str, Statement>,
    sql: &'static str,
) -> Result<Statement, Error> {
    if let Some(statement) = statements.get(sql) {
        return Ok(statement.clone());
    }
    let statement = client.prepare(&sql.replace('?', "$"))?;
    statements.insert(sql, statement.clone());
    Ok(statement)
}

fn given<'g>(values: &'g [Value<'g>]) -> Vec<&'g (dyn ToSql + Sync)> {
    values.iter().map(|value| value as _).collect()
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut ::postgres::types::private::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Int(number) => number.to_sql(ty, out),
            Value::Bytes(bytes) => bytes.to_sql(ty, out),
            Value::Null => Ok(IsNull::Yes),
        }
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::INT8 || *ty == Type::BYTEA
    }

    to_sql_checked!();
}
