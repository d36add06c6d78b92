//! How much is taken in at once. A caseload of twenty years fits many times over; a bomb does not.

/// Largest file, in bytes.
pub const BYTES: usize = 32 * 1024 * 1024;
/// Most rows that hold anything, in all sheets together.
pub const ROWS: usize = 100_000;
/// Most columns of a sheet.
pub const COLUMNS: usize = 200;
/// Most cells in all sheets together, so that wide times long stays bounded too.
pub const CELLS: usize = 4_000_000;
/// Most text in all cells together, in bytes: XLSX can name one long text a million times.
pub const TEXT: usize = 128 * 1024 * 1024;
/// Largest an XLSX may become when it is unpacked, in bytes.
pub const UNPACKED: u64 = 512 * 1024 * 1024;
/// Most files inside an XLSX.
pub const PARTS: usize = 2_000;
