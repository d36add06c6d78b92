-- Entries that are read from and are not in their log. Either the part of the log before them is not here yet:
-- the newest ones, which a laptop with much to catch up on is shown first; each goes when it comes in its turn.
-- Or (forked = 1) the log holds another entry under their number: the other side of a fork, kept for good.
CREATE TABLE ahead (
  id          INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL CHECK (length(space) = 16),
  device      BLOB    NOT NULL CHECK (length(device) = 16),
  incarnation INTEGER NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  hash        BLOB    NOT NULL CHECK (length(hash) = 32),
  document    BLOB    NOT NULL CHECK (length(document) = 16),
  content     BLOB    NOT NULL,
  forked      INTEGER NOT NULL CHECK (forked IN (0, 1)),
  UNIQUE (space, device, incarnation, number, hash)
) STRICT;
