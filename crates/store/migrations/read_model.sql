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

-- Values that colleagues set without having seen each other's. settled: who chose between them since, and
-- when; the field then shows the chosen one, or a further one.
CREATE TABLE difference (
  document   INTEGER NOT NULL,
  position   INTEGER NOT NULL,
  field      TEXT    NOT NULL,
  value      TEXT    NOT NULL,
  actor      BLOB    NOT NULL,
  at         INTEGER NOT NULL,
  chosen     INTEGER NOT NULL,
  settled_by BLOB,
  settled_at INTEGER,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

-- Those between which nobody has chosen yet.
CREATE VIEW open_difference AS SELECT * FROM difference WHERE settled_by IS NULL;

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
  import    BLOB,
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
  outcome     TEXT    NOT NULL,
  -- Words with spaces around each, so that one is found by LIKE '% word %'.
  life_domains TEXT   NOT NULL,
  in_group    BLOB,
  shift       BLOB,
  stop        BLOB,
  others      INTEGER,
  import      BLOB,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE INDEX contact_moment_space ON contact_moment (space, withdrawn, at);
CREATE INDEX contact_moment_shift ON contact_moment (shift, at) WHERE shift IS NOT NULL;
CREATE INDEX contact_moment_import ON contact_moment (import) WHERE import IS NOT NULL;

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

-- What lies in the street's space and what a night adds. Lists of members are ids of 16 bytes, one after another.

CREATE TABLE place (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  name        TEXT    NOT NULL,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE street_group (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  name        TEXT    NOT NULL,
  place       BLOB,
  text        TEXT,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE shift (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  at          INTEGER NOT NULL,
  ended_at    INTEGER,
  colleagues  BLOB    NOT NULL,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE round (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  shift       BLOB    NOT NULL,
  at          INTEGER NOT NULL,
  ended_at    INTEGER,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE stop (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  shift       BLOB    NOT NULL,
  round       BLOB,
  place       BLOB    NOT NULL,
  at          INTEGER NOT NULL,
  head_count  INTEGER,
  mood        TEXT,
  in_group    BLOB,
  topic       TEXT,
  agreement   TEXT,
  next_step   TEXT,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  nickname    TEXT    NOT NULL,
  text        TEXT,
  in_group    BLOB,
  place       BLOB,
  purpose     TEXT,
  import      BLOB,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE person_merge (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  person      BLOB    NOT NULL,
  into_id     BLOB    NOT NULL,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE action (
  document       INTEGER PRIMARY KEY,
  space          BLOB    NOT NULL,
  in_case        INTEGER NOT NULL,
  person         BLOB,
  contact_moment BLOB,
  shift          BLOB,
  text           TEXT    NOT NULL,
  colleague      BLOB,
  owner          TEXT,
  due            INTEGER,
  due_hour       INTEGER NOT NULL,
  outcome        TEXT    NOT NULL,
  ended_at       INTEGER,
  import         BLOB,
  recorded_by    BLOB    NOT NULL,
  recorded_at    INTEGER NOT NULL,
  withdrawn      INTEGER NOT NULL
) STRICT;

CREATE TABLE handover (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  kind        TEXT    NOT NULL,
  in_case     INTEGER NOT NULL,
  shift       BLOB,
  colleagues  BLOB    NOT NULL,
  why         TEXT,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE handover_reading (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  handover    BLOB    NOT NULL,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE TABLE missed_check_in (
  document    INTEGER PRIMARY KEY,
  space       BLOB    NOT NULL,
  due         INTEGER NOT NULL,
  colleagues  BLOB    NOT NULL,
  ended_at    INTEGER,
  recorded_by BLOB    NOT NULL,
  recorded_at INTEGER NOT NULL,
  withdrawn   INTEGER NOT NULL
) STRICT;

CREATE INDEX round_shift ON round (shift, at);
CREATE INDEX stop_shift ON stop (shift, at);
CREATE INDEX stop_place ON stop (place, at);
CREATE INDEX stop_group ON stop (in_group, at) WHERE in_group IS NOT NULL;
CREATE INDEX person_merge_person ON person_merge (person, withdrawn);
CREATE INDEX person_merge_into ON person_merge (into_id, withdrawn);
CREATE INDEX action_space ON action (space, outcome, due);
CREATE INDEX action_colleague ON action (colleague, outcome, due);
CREATE INDEX handover_reading_handover ON handover_reading (handover);

CREATE TABLE handover_line (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  part     TEXT    NOT NULL,
  heading  TEXT,
  at       INTEGER,
  text     TEXT    NOT NULL,
  about    BLOB,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

-- The persons without a case whom a contact moment was with.
CREATE TABLE contact_moment_person (
  document INTEGER NOT NULL,
  person   BLOB    NOT NULL,
  PRIMARY KEY (document, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_moment_person_person ON contact_moment_person (person);

-- When a person without a case was seen last, and since when this person is not kept any longer: 90 days after
-- (nabij_domain::person::KEPT_WITHOUT_PURPOSE), unless there is a purpose. Whoever lists, suggests or searches
-- leaves out those with expires_at <= now.
CREATE VIEW person_standing AS
  SELECT document, id, seen, CASE WHEN purpose IS NULL THEN min(seen, 9000000000000000000) + 7776000000 END
      AS expires_at
  FROM (
    SELECT p.document, d.id, p.purpose, coalesce(
      (SELECT max(m.at) FROM contact_moment_person x JOIN contact_moment m ON m.document = x.document
        WHERE x.person = d.id AND m.withdrawn = 0),
      p.recorded_at) AS seen
    FROM person p JOIN document d ON d.num = p.document);

-- Words of differences that do not show, so that these too are found.
CREATE VIEW search_difference AS
  SELECT document, position, value FROM open_difference
  WHERE chosen = 0
    AND field IN ('text', 'nickname', 'name', 'topic', 'agreement', 'next_step', 'owner', 'why');

-- What search looks through: text that stands elsewhere, so that it is stored once; and what it is filtered by.
-- A document's row may depend on its own rows only: see Changes in src/search/index.rs.
CREATE VIEW search_text AS
  SELECT document AS num, opened_at AS at, opened_by AS by, NULL AS contact_kind, name AS title, '' AS body,
    (SELECT group_concat(value, ' ' ORDER BY position) FROM search_difference x
      WHERE x.document = case_row.document) AS other
    FROM case_row WHERE withdrawn = 0
  UNION ALL
  SELECT document, at, recorded_by, kind, concat_ws(' ', nickname, place), text,
    (SELECT group_concat(value, ' ' ORDER BY position) FROM open_difference x
      WHERE x.document = contact_moment.document AND chosen = 0
        AND field IN ('text', 'nickname', 'place'))
    FROM contact_moment WHERE withdrawn = 0
  UNION ALL
  SELECT document, recorded_at, recorded_by, NULL, '', text,
    (SELECT group_concat(value, ' ' ORDER BY position) FROM search_difference x
      WHERE x.document = case_note.document)
    FROM case_note WHERE withdrawn = 0
  UNION ALL
  SELECT document, recorded_at, recorded_by, NULL, '', text, NULL FROM summary
  UNION ALL
  SELECT document, recorded_at, recorded_by, NULL, nickname, coalesce(text, ''),
    (SELECT group_concat(value, ' ' ORDER BY position) FROM search_difference x
      WHERE x.document = person.document)
    FROM person WHERE withdrawn = 0
  UNION ALL
  SELECT document, recorded_at, recorded_by, NULL, coalesce(owner, ''), text,
    (SELECT group_concat(value, ' ' ORDER BY position) FROM search_difference x
      WHERE x.document = action.document)
    FROM action WHERE withdrawn = 0
  UNION ALL
  SELECT document, at, recorded_by, NULL, '', concat_ws(' · ', topic, agreement, next_step),
    (SELECT group_concat(value, ' ' ORDER BY position) FROM search_difference x
      WHERE x.document = stop.document)
    FROM stop WHERE withdrawn = 0
  UNION ALL
  SELECT document, recorded_at, recorded_by, NULL, name, coalesce(text, ''),
    (SELECT group_concat(value, ' ' ORDER BY position) FROM search_difference x
      WHERE x.document = street_group.document)
    FROM street_group WHERE withdrawn = 0
  UNION ALL
  SELECT document, recorded_at, recorded_by, NULL, name, '',
    (SELECT group_concat(value, ' ' ORDER BY position) FROM search_difference x
      WHERE x.document = place.document)
    FROM place WHERE withdrawn = 0
  UNION ALL
  SELECT document, recorded_at, recorded_by, NULL, '', concat_ws(' · ',
      (SELECT group_concat(concat_ws(': ', heading, text), ' · ' ORDER BY position) FROM handover_line
        WHERE handover_line.document = handover.document), why),
    NULL
    FROM handover WHERE withdrawn = 0;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, other,
  content = 'search_text', content_rowid = 'num',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

-- Pages of 4096 bytes lose 80 to the seal; leaves that fit beside it keep the file small.
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);

-- What can be found, one row a document of search_text: to filter and to order without reading the text.
CREATE TABLE search_item (
  num          INTEGER PRIMARY KEY,
  id           BLOB    NOT NULL,
  kind         TEXT    NOT NULL,
  contact_kind TEXT,
  space        BLOB    NOT NULL,
  at           INTEGER NOT NULL,
  by           BLOB    NOT NULL
) STRICT;

CREATE INDEX search_item_at ON search_item (at DESC, id);

-- Every word that ever stood in search_text, with its form (src/search/form.rs): so that a word finds its other forms
-- and the compounds that it is a part of.
CREATE TABLE search_word (
  word      TEXT    PRIMARY KEY,
  form      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
