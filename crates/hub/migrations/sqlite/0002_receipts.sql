-- What laptops have stated to hold, signed by them, for the colleagues who may know of it. arrival counts
-- within a team and never goes back.
CREATE TABLE receipt (
    team     BLOB NOT NULL REFERENCES team (team),
    arrival  INTEGER NOT NULL CHECK (arrival > 0),
    bytes    BLOB NOT NULL,
    PRIMARY KEY (team, arrival)
) STRICT;

-- The newest receipt of each laptop over each log. A receipt to which nothing points any longer goes.
CREATE TABLE receipt_cover (
    team         BLOB NOT NULL,
    signer       BLOB NOT NULL CHECK (length(signer) = 32),
    scope        INTEGER NOT NULL CHECK (scope IN (0, 1, 2)),
    space        BLOB NOT NULL,
    device       BLOB NOT NULL CHECK (length(device) = 16),
    incarnation  INTEGER NOT NULL,
    number       INTEGER NOT NULL CHECK (number > 0),
    arrival      INTEGER NOT NULL,
    PRIMARY KEY (team, signer, scope, space, device, incarnation)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_cover_arrival ON receipt_cover (team, arrival);
