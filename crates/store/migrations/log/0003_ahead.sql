-- Entries of which the part of their log before them is not here yet: the newest ones that a laptop with much to
-- catch up on is shown first. Checked by the signature that covers them; each goes when it comes in its turn.
CREATE TABLE ahead (
  id          INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL CHECK (length(space) = 16),
  device      BLOB    NOT NULL CHECK (length(device) = 16),
  incarnation INTEGER NOT NULL,
  number      INTEGER NOT NULL CHECK (number > 0),
  hash        BLOB    NOT NULL CHECK (length(hash) = 32),
  document    BLOB    NOT NULL CHECK (length(document) = 16),
  content     BLOB    NOT NULL,
  UNIQUE (space, device, incarnation, number)
) STRICT;
