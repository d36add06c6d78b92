//! What somebody was typing when the window closed. Never shared.

use crate::error::Error;
use crate::store::Store;
use nabij_domain::Personal;
use rusqlite::OptionalExtension;

impl Store {
    /// The draft, in the form in which the caller kept it.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn draft(&self) -> Result<Option<Personal>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT value FROM draft")?;
            Ok(statement
                .query_row([], |row| row.get::<_, String>(0))
                .optional()?
                .map(Personal::from))
        })
    }

    /// Keeps the draft; `None` throws it away. See also [`Store::take_in_draft`].
    ///
    /// # Errors
    /// Faults of the file.
    pub fn set_draft(&self, draft: Option<&str>) -> Result<(), Error> {
        self.write(|tx| {
            match draft {
                Some(draft) => tx.execute(
                    "INSERT OR REPLACE INTO draft (only, value) VALUES (1, ?1)",
                    [draft],
                )?,
                None => tx.execute("DELETE FROM draft", [])?,
            };
            Ok(())
        })
    }
}
