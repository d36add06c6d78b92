-- What a team's row counts, so that no question has to count it anew, and so that nothing depends on
-- SQLite's own row numbers: the same four columns stand in PostgreSQL.
--   records   its records; rosters held in memory are good as long as this has not moved
--   bytes     about what its entries take
--   arrivals  the arrival of its newest entry
--   receipts  the arrival of its newest receipt
ALTER TABLE team ADD COLUMN records  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE team ADD COLUMN bytes    INTEGER NOT NULL DEFAULT 0;
ALTER TABLE team ADD COLUMN arrivals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE team ADD COLUMN receipts INTEGER NOT NULL DEFAULT 0;

-- When an entry came, counted within its team. Until now SQLite's row number said so.
ALTER TABLE entry ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;
UPDATE entry SET arrival = rowid;

UPDATE team SET
    records = (SELECT count(*) FROM log l JOIN entry e ON e.log = l.id
               WHERE l.team = team.team AND l.scope IN (0, 1)),
    bytes = (SELECT coalesce(sum(length(e.payload) + 120), 0) FROM log l JOIN entry e ON e.log = l.id
             WHERE l.team = team.team),
    arrivals = (SELECT coalesce(max(e.arrival), 0) FROM log l JOIN entry e ON e.log = l.id
                WHERE l.team = team.team),
    receipts = (SELECT coalesce(max(r.arrival), 0) FROM receipt r WHERE r.team = team.team);
