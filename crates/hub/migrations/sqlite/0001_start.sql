-- What a hub keeps. Sealed bytes, ids and signed records: nothing in here names a person.

-- The hub's own two secret keys, made once.
CREATE TABLE identity (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    signing  BLOB NOT NULL CHECK (length(signing) = 32),
    noise    BLOB NOT NULL CHECK (length(noise) = 32),
    made_at  INTEGER NOT NULL
) STRICT;

-- The teams that this hub serves.
CREATE TABLE team (
    team         BLOB PRIMARY KEY CHECK (length(team) = 16),
    admitted_at  INTEGER NOT NULL
) STRICT;

-- Tokens of `nabij-hub admit`, by their hash: each admits one further team, once.
CREATE TABLE token (
    hash     BLOB PRIMARY KEY CHECK (length(hash) = 32),
    expires  INTEGER NOT NULL,
    used_by  BLOB CHECK (used_by IS NULL OR length(used_by) = 16)
) STRICT;

-- One row for each log: who writes it, in which scope, and how far it has come.
-- scope: 0 the team's records, 1 a space's records, 2 a space's sealed changes. space is empty for 0.
CREATE TABLE log (
    id           INTEGER PRIMARY KEY,
    team         BLOB NOT NULL REFERENCES team (team),
    scope        INTEGER NOT NULL CHECK (scope IN (0, 1, 2)),
    space        BLOB NOT NULL CHECK (length(space) = CASE scope WHEN 0 THEN 0 ELSE 16 END),
    device       BLOB NOT NULL CHECK (length(device) = 16),
    incarnation  INTEGER NOT NULL,
    last         INTEGER NOT NULL CHECK (last >= 0),
    UNIQUE (team, scope, space, device, incarnation)
) STRICT;

-- The entries, as they came. document and nonce only for sealed changes; payload is the record, the
-- ciphertext, or (erased = 1) the hash of a ciphertext that was destroyed. A signature stands where a
-- run ended; a log can be cut into runs again only there. key_epoch names the row in document_key that
-- travelled with the entry.
CREATE TABLE entry (
    log          INTEGER NOT NULL REFERENCES log (id),
    number       INTEGER NOT NULL CHECK (number > 0),
    hash         BLOB NOT NULL CHECK (length(hash) = 32),
    document     BLOB CHECK (document IS NULL OR length(document) = 16),
    nonce        BLOB CHECK (nonce IS NULL OR length(nonce) = 24),
    payload      BLOB NOT NULL,
    erased       INTEGER NOT NULL CHECK (erased IN (0, 1)),
    key_epoch    BLOB CHECK (key_epoch IS NULL OR length(key_epoch) = 16),
    signature    BLOB CHECK (signature IS NULL OR length(signature) = 64),
    received_at  INTEGER NOT NULL,
    PRIMARY KEY (log, number)
) STRICT;

-- Sealed keys of documents: apart, so that destroying them destroys the documents.
CREATE TABLE document_key (
    team      BLOB NOT NULL REFERENCES team (team),
    space     BLOB NOT NULL CHECK (length(space) = 16),
    document  BLOB NOT NULL CHECK (length(document) = 16),
    device    BLOB NOT NULL CHECK (length(device) = 16),
    epoch     BLOB NOT NULL CHECK (length(epoch) = 16),
    nonce     BLOB NOT NULL CHECK (length(nonce) = 24),
    sealed    BLOB NOT NULL,
    PRIMARY KEY (team, space, document, device, epoch)
) STRICT;

-- Newcomers who asked to join: at most one for each invitation.
CREATE TABLE join_request (
    team        BLOB NOT NULL REFERENCES team (team),
    invitation  BLOB NOT NULL CHECK (length(invitation) = 32),
    device      BLOB NOT NULL CHECK (length(device) = 16),
    bytes       BLOB NOT NULL,
    asked_at    INTEGER NOT NULL,
    PRIMARY KEY (team, invitation)
) STRICT;
