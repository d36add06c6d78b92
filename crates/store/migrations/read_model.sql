-- Views of the log, for reading and searching. No migrations: another READ_MODEL number in src/migrate.rs
-- drops all of this, and it is rebuilt from the log.

-- Every document that could be read, with our cached save. changes: how many changes are in it.
CREATE TABLE document (
  num     INTEGER PRIMARY KEY,
  id      BLOB    NOT NULL UNIQUE,
  space   BLOB    NOT NULL,
  kind    TEXT    NOT NULL,
  saved   BLOB    NOT NULL,
  version BLOB    NOT NULL,
  changes INTEGER NOT NULL
) STRICT;

-- Whose app run an actor was. First come: an actor belongs to one run of one app.
CREATE TABLE actor (
  actor  BLOB PRIMARY KEY,
  member BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- When each actor last wrote in a document, as it claimed.
CREATE TABLE document_actor (
  document INTEGER NOT NULL,
  actor    BLOB    NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (document, actor)
) STRICT, WITHOUT ROWID;

-- Values that colleagues set without having seen each other's.
CREATE TABLE difference (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  field    TEXT    NOT NULL,
  value    TEXT    NOT NULL,
  actor    BLOB    NOT NULL,
  chosen   INTEGER NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

-- Entries that could not be taken in, and why; never blocks the rest.
CREATE TABLE quarantine (
  entry INTEGER PRIMARY KEY,
  code  TEXT    NOT NULL,
  at    INTEGER NOT NULL
) STRICT;

-- Changes that will be taken in later: no key yet, or opened but their predecessors are not here.
CREATE TABLE waiting (
  entry    INTEGER PRIMARY KEY,
  document BLOB    NOT NULL,
  space    BLOB    NOT NULL,
  reason   TEXT    NOT NULL CHECK (reason IN ('no_key', 'predecessors')),
  change   BLOB,
  author   BLOB,
  claimed  INTEGER,
  CHECK ((reason = 'predecessors') = (change IS NOT NULL))
) STRICT;

CREATE INDEX waiting_document ON waiting (document, space);

CREATE TABLE case_row (
  document  INTEGER PRIMARY KEY,
  id        BLOB    NOT NULL,
  space     BLOB    NOT NULL,
  name      TEXT    NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by BLOB    NOT NULL,
  withdrawn INTEGER NOT NULL
) STRICT;

CREATE INDEX case_row_space ON case_row (space, opened_at, id);

-- A space is one case. Should there be more than one case document in it, the oldest counts.
CREATE VIEW case_of_space AS
  SELECT * FROM case_row AS one
  WHERE NOT EXISTS (
    SELECT 1 FROM case_row AS other
    WHERE other.space = one.space AND (other.opened_at, other.id) < (one.opened_at, one.id)
  );

CREATE TABLE contact_moment (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  in_case     INTEGER NOT NULL,
  nickname    TEXT,
  kind        TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  place       TEXT,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE INDEX contact_moment_space ON contact_moment (space, withdrawn, at);

CREATE TABLE case_note (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  text        TEXT    NOT NULL,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE INDEX case_note_space ON case_note (space, withdrawn, recorded_at);

CREATE TABLE summary (
  document    INTEGER PRIMARY KEY,
  id          BLOB    NOT NULL,
  space       BLOB    NOT NULL,
  text        TEXT    NOT NULL,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE INDEX summary_space ON summary (space, recorded_at, id);

CREATE TABLE colleague (
  document INTEGER PRIMARY KEY,
  id       BLOB NOT NULL,
  space    BLOB NOT NULL,
  member   BLOB NOT NULL,
  name     TEXT NOT NULL,
  role     TEXT NOT NULL
) STRICT;

CREATE INDEX colleague_space ON colleague (space, member, id);

CREATE TABLE team (
  document INTEGER PRIMARY KEY,
  id       BLOB NOT NULL,
  space    BLOB NOT NULL,
  name     TEXT NOT NULL
) STRICT;

-- What search looks through: text that stands elsewhere, so that it is stored once. other: the values of
-- differences that do not show, so that these too are found.
CREATE VIEW search_text AS
  SELECT document AS num, name AS title, '' AS body,
    (SELECT group_concat(value, ' ' ORDER BY position) FROM difference
      WHERE difference.document = case_row.document AND chosen = 0 AND field = 'name') AS other
    FROM case_row WHERE withdrawn = 0
  UNION ALL
  SELECT document, coalesce(nickname, '') || ' ' || coalesce(place, ''), text,
    (SELECT group_concat(value, ' ' ORDER BY position) FROM difference
      WHERE difference.document = contact_moment.document AND chosen = 0
        AND field IN ('text', 'nickname', 'place'))
    FROM contact_moment WHERE withdrawn = 0
  UNION ALL
  SELECT document, '', text,
    (SELECT group_concat(value, ' ' ORDER BY position) FROM difference
      WHERE difference.document = case_note.document AND chosen = 0 AND field = 'text')
    FROM case_note WHERE withdrawn = 0
  UNION ALL
  SELECT document, '', text, NULL FROM summary;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, other,
  content = 'search_text', content_rowid = 'num',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

-- Pages of 4096 bytes lose 80 to the seal; leaves that fit beside it keep the file small.
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);
