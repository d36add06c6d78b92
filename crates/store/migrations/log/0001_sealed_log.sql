-- The sealed log and what belongs to this laptop alone. This is the truth: nothing here can be rebuilt.

-- What the store itself has to remember: the team, this laptop's device, the hub, the read model's number.
CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One log per scope, device and incarnation, with its head. scope_kind: 0 team, 1 a space's records,
-- 2 a space's changes; space is empty for the team. The incarnation's 64 bits are kept as a signed number.
CREATE TABLE log (
  id          INTEGER PRIMARY KEY,
  scope_kind  INTEGER NOT NULL CHECK (scope_kind IN (0, 1, 2)),
  space       BLOB    NOT NULL CHECK (length(space) = CASE scope_kind WHEN 0 THEN 0 ELSE 16 END),
  device      BLOB    NOT NULL CHECK (length(device) = 16),
  incarnation INTEGER NOT NULL,
  own         INTEGER NOT NULL CHECK (own IN (0, 1)),
  number      INTEGER NOT NULL CHECK (number >= 0),
  hash        BLOB    NOT NULL CHECK (length(hash) = 32),
  UNIQUE (scope_kind, space, device, incarnation)
) STRICT;

-- Sealed document keys, apart from the chain: destroying these rows destroys the document.
CREATE TABLE document_key (
  id       INTEGER PRIMARY KEY,
  space    BLOB NOT NULL CHECK (length(space) = 16),
  document BLOB NOT NULL CHECK (length(document) = 16),
  epoch    BLOB NOT NULL CHECK (length(epoch) = 16),
  nonce    BLOB NOT NULL CHECK (length(nonce) = 24),
  sealed   BLOB NOT NULL,
  UNIQUE (document, space, epoch, nonce, sealed)
) STRICT;

-- The entries in order of arrival. Either a record or a sealed change; a change whose payload was destroyed
-- keeps its hash. document_key: the key row that travels with this change.
CREATE TABLE entry (
  id           INTEGER PRIMARY KEY,
  log          INTEGER NOT NULL REFERENCES log (id),
  number       INTEGER NOT NULL CHECK (number > 0),
  hash         BLOB    NOT NULL CHECK (length(hash) = 32),
  record       BLOB,
  document     BLOB    CHECK (length(document) = 16),
  nonce        BLOB    CHECK (length(nonce) = 24),
  payload      BLOB,
  payload_hash BLOB    CHECK (length(payload_hash) = 32),
  document_key INTEGER REFERENCES document_key (id) ON DELETE SET NULL,
  signature    BLOB    CHECK (length(signature) = 64),
  arrived_at   INTEGER NOT NULL,
  UNIQUE (log, number),
  CHECK ((record IS NULL) <> (document IS NULL)),
  CHECK ((document IS NULL) = (nonce IS NULL)),
  CHECK ((document IS NOT NULL) = ((payload IS NULL) <> (payload_hash IS NULL)))
) STRICT;

CREATE INDEX entry_document ON entry (document) WHERE document IS NOT NULL;
CREATE INDEX entry_document_key ON entry (document_key) WHERE document_key IS NOT NULL;

-- Own entries that no receipt of the hub covers yet.
CREATE TABLE unshared (
  entry      INTEGER PRIMARY KEY REFERENCES entry (id),
  log        INTEGER NOT NULL REFERENCES log (id),
  number     INTEGER NOT NULL,
  scope_kind INTEGER NOT NULL,
  space      BLOB    NOT NULL,
  document   BLOB
) STRICT;

CREATE INDEX unshared_log ON unshared (log, number);
CREATE INDEX unshared_document ON unshared (document);
CREATE INDEX unshared_space ON unshared (space);

-- The highest number that each signer has stated to hold of each log.
CREATE TABLE receipt (
  signer BLOB    NOT NULL CHECK (length(signer) = 32),
  log    INTEGER NOT NULL REFERENCES log (id),
  number INTEGER NOT NULL CHECK (number > 0),
  at     INTEGER NOT NULL,
  PRIMARY KEY (signer, log)
) STRICT, WITHOUT ROWID;

-- The newest receipt of each signer as it was signed.
CREATE TABLE signed_receipt (
  signer BLOB    PRIMARY KEY CHECK (length(signer) = 32),
  at     INTEGER NOT NULL,
  bytes  BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- Device, member and epoch keys, invitation secrets.
CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What somebody was typing: one row, never shared.
CREATE TABLE draft (
  only  INTEGER PRIMARY KEY CHECK (only = 1),
  value TEXT    NOT NULL
) STRICT;
