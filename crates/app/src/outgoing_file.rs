//! Files that leave the vault: written where a person pointed, and readable by everybody who has the file.

use crate::error::Error;
use crate::random::random;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes `bytes` to `path`, which a person chose, so that the whole file is there or what was there before.
///
/// # Errors
/// As [`write_whole`].
pub(crate) fn write_file(path: &str, bytes: &[u8]) -> Result<(), Error> {
    write_whole(path, |file| Ok(file.write_all(bytes)?))
}

/// Writes to `path`, which a person chose, what `fill` writes: all of it, or what was there before stays.
///
/// Until the last moment it lies in a neighbour that only this user may read, under a name that says nothing.
///
/// # Errors
/// [`Error::Invalid`] for a path that is no place for a file, [`Error::NotFound`] when its folder is not there,
/// those of `fill`, and otherwise what the disk says: full, or not to be written to. None of them holds the path.
pub(crate) fn write_whole<T>(
    path: &str,
    fill: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
) -> Result<T, Error> {
    let path = Path::new(path);
    let (Some(folder), true) = (
        path.parent(),
        path.is_absolute() && path.file_name().is_some(),
    ) else {
        return Err(Error::Invalid("path"));
    };
    if path.is_dir() {
        return Err(Error::Invalid("path"));
    }
    let neighbour = neighbour(folder);
    let written = filled(&neighbour, fill).and_then(|done| {
        std::fs::rename(&neighbour, path)?;
        Ok(done)
    });
    let done = match written {
        Ok(done) => done,
        Err(error) => {
            // Whatever stopped us may stop this too; there is nothing more to try.
            let _ = std::fs::remove_file(&neighbour);
            return Err(match error {
                Error::Io(ErrorKind::NotFound | ErrorKind::NotADirectory) => Error::NotFound,
                error => error,
            });
        }
    };
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(done)
}

fn neighbour(folder: &Path) -> PathBuf {
    let name = data_encoding::HEXLOWER.encode(&random::<8>());
    folder.join(format!(".nabij-{name}"))
}

fn filled<T>(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = BufWriter::new(options.open(path)?);
    let done = fill(&mut file)?;
    file.flush()?;
    file.get_ref().sync_all()?;
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn the_whole_file_is_there_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contactmomenten.csv");
        for bytes in [b"een".as_slice(), b"iets langers"] {
            write_file(path.to_str().unwrap(), bytes).unwrap();
            assert_eq!(std::fs::read(&path).unwrap(), bytes);
        }
        assert_eq!(names(folder.path()), ["contactmomenten.csv"]);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("acties.csv");
        write_file(path.to_str().unwrap(), b"een").unwrap();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn what_cannot_be_written_says_why_without_saying_where() {
        let folder = tempfile::tempdir().unwrap();
        let nowhere = folder.path().join("weg/acties.csv");
        let missing = write_file(nowhere.to_str().unwrap(), b"een").unwrap_err();
        assert!(matches!(missing, Error::NotFound));
        assert!(!missing.to_string().contains("weg"));
        for wrong in ["", "acties.csv", "/", folder.path().to_str().unwrap()] {
            let error = write_file(wrong, b"een").unwrap_err();
            assert!(matches!(error, Error::Invalid("path")), "{wrong}");
        }
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }
}
