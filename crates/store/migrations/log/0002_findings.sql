-- What others have stated to hold, whether it is here or not: to notice what is kept from this laptop, and
-- where two hold different entries under one number.
CREATE TABLE stated (
  signer      BLOB    NOT NULL CHECK (length(signer) = 32),
  scope_kind  INTEGER NOT NULL CHECK (scope_kind IN (0, 1, 2)),
  space       BLOB    NOT NULL,
  device      BLOB    NOT NULL CHECK (length(device) = 16),
  incarnation INTEGER NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  mark        BLOB    NOT NULL CHECK (length(mark) = 16),
  at          INTEGER NOT NULL,
  PRIMARY KEY (signer, scope_kind, space, device, incarnation)
) STRICT, WITHOUT ROWID;

-- What was noticed and a person should know of: one row for each kind, peer and log while it lasts.
CREATE TABLE finding (
  id          INTEGER PRIMARY KEY,
  kind        TEXT    NOT NULL,
  peer        BLOB    NOT NULL,
  scope_kind  INTEGER NOT NULL,
  space       BLOB    NOT NULL,
  device      BLOB    NOT NULL,
  incarnation INTEGER NOT NULL,
  number      INTEGER NOT NULL,
  count       INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  UNIQUE (kind, peer, scope_kind, space, device, incarnation)
) STRICT;
