//! The invented work that every engine is measured with: lines of JSON, cases first, then contact moments.

use crate::error::Error;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

/// Cases and what was written in them.
pub struct Workload {
    /// What it is called: the name of its file, up to the first dot.
    pub name: String,
    /// What each case is called.
    pub cases: Vec<String>,
    /// In the order in which they were written.
    pub moments: Vec<Moment>,
}

/// One contact moment.
#[derive(Clone)]
pub struct Moment {
    /// Which case, by its number.
    pub case: usize,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// What kind, as the door knows it.
    pub kind: &'static str,
    /// Where.
    pub place: String,
    /// What happened.
    pub text: String,
}

#[derive(Deserialize)]
#[serde(tag = "t", rename_all = "lowercase")]
enum Line {
    Case {
        id: String,
        title: String,
    },
    Moment {
        case_id: String,
        at: String,
        kind: String,
        place: String,
        text: String,
    },
}

impl Workload {
    /// Reads a file that `workload.py` of the yardstick wrote.
    ///
    /// # Errors
    /// A file that cannot be read, or that is something else.
    pub fn read(path: &Path) -> Result<Workload, Error> {
        let file = std::fs::read_to_string(path).map_err(|_| Error::File)?;
        let name = path.file_name().and_then(std::ffi::OsStr::to_str);
        let name = name.and_then(|name| name.split('.').next());
        let mut workload = Workload {
            name: name.unwrap_or_default().to_owned(),
            cases: Vec::new(),
            moments: Vec::new(),
        };
        let mut numbers = HashMap::new();
        for line in file.lines() {
            match serde_json::from_str(line).map_err(|_| Error::File)? {
                Line::Case { id, title } => {
                    numbers.insert(id, workload.cases.len());
                    workload.cases.push(title);
                }
                Line::Moment {
                    case_id,
                    at,
                    kind,
                    place,
                    text,
                } => {
                    let at = crate::moment::parse_time(&at).map_err(|_| Error::File)?;
                    workload.moments.push(Moment {
                        case: *numbers.get(&case_id).ok_or(Error::File)?,
                        at,
                        kind: at_the_door(&kind),
                        place,
                        text,
                    });
                }
            }
        }
        Ok(workload)
    }
}

fn at_the_door(kind: &str) -> &'static str {
    match kind {
        "huisbezoek" => "homeVisit",
        "telefoon" | "app" => "message",
        "overleg" => "consultation",
        "straat" | "kantoor" => "conversation",
        _ => "other",
    }
}
