-- A dossier: who said what about whom, and where exactly each word of it stands.
-- Offsets are half-open and count Unicode code points of article.text: text[start..end] = exact.
-- Ids are made from content, so that the same articles give the same ids on any machine. There is
-- no time of writing anywhere in here: the same articles give the same rows.

CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One text as one outlet published it. What the article does not say is NULL.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,            -- ties a row to its links; means nothing else
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  outlet TEXT,
  authors TEXT NOT NULL,                 -- JSON list
  dateline TEXT,
  language TEXT,
  published TEXT,                        -- ISO 8601, as long as its precision goes
  published_precision TEXT,
  published_basis TEXT,
  published_start INTEGER,
  published_end INTEGER,
  published_exact TEXT,
  collected TEXT,                        -- as the input says; never a date of the article
  url TEXT,
  text_is_input INTEGER NOT NULL,        -- 1: text is the file itself; 0: extracted from it
  made_by TEXT NOT NULL,                 -- program and model that read it
  text TEXT NOT NULL
) STRICT;

-- Where articles came from. Two files may hold the same article.
CREATE TABLE file (
  path TEXT PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL,                  -- of the bytes of the file, or of the line of JSONL
  article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  made_by TEXT NOT NULL                  -- empty: to be read again by the next build
) STRICT;
CREATE INDEX file_article ON file(article);

CREATE TABLE zone (
  article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

-- A person, organisation, government, country or group, the same across articles. A table derived
-- from mention and statement: see party_fact.
CREATE TABLE party (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaks_for TEXT NOT NULL,              -- JSON list of names, nearest first
  principal TEXT REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX party_principal ON party(principal);

-- One attribution by one speaker. source, cue and content are here to be read and searched; their
-- places are in span.
CREATE TABLE statement (
  number INTEGER PRIMARY KEY,            -- ties a row to statement_fts and its links; means nothing
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,             -- in the article, from 0
  party TEXT REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,  -- NULL: speaker unknown
  act TEXT NOT NULL,
  source TEXT NOT NULL,
  cue TEXT NOT NULL,
  content TEXT NOT NULL,
  said TEXT,
  said_precision TEXT,
  said_basis TEXT,
  speaker_name TEXT NOT NULL,
  speaker_kind TEXT NOT NULL,
  speaker_role TEXT,
  speaks_for TEXT NOT NULL,              -- JSON list of names, nearest first
  resolved_from TEXT NOT NULL,
  candidates TEXT NOT NULL,              -- JSON list of names, where the speaker is unknown
  sourcing TEXT NOT NULL,
  zone TEXT NOT NULL,
  mode TEXT NOT NULL,
  form TEXT NOT NULL,
  confidence REAL NOT NULL,
  act_confidence REAL NOT NULL,
  act_basis TEXT NOT NULL,
  act_runner_up TEXT,
  made_by TEXT NOT NULL
) STRICT;
CREATE INDEX statement_article ON statement(article, position);
CREATE INDEX statement_party ON statement(party);
CREATE INDEX statement_act ON statement(act);

-- Every stretch of text that a statement rests on. part tells one target or reporter from the
-- next; position orders the pieces of one.
CREATE TABLE span (
  statement TEXT NOT NULL REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role IN
    ('source', 'cue', 'content', 'via', 'target', 'addressee', 'said')),
  part INTEGER NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  PRIMARY KEY (statement, role, part, position)
) STRICT, WITHOUT ROWID;

-- Every party that a statement names, as what, and by which name.
CREATE TABLE mention (
  statement TEXT NOT NULL REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role IN ('speaker', 'speaks for', 'via', 'target', 'addressee')),
  part INTEGER NOT NULL,
  name TEXT NOT NULL,
  party TEXT REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,  -- NULL: nobody is named
  PRIMARY KEY (statement, role, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_party ON mention(party);

-- What articles say of each party, counted; party is drawn from it. Kept as a sum so that adding
-- an article costs that article, not the dossier.
CREATE TABLE party_fact (
  party TEXT NOT NULL REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL CHECK (what IN ('name', 'kind', 'role', 'speaks for')),
  value TEXT NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (party, what, value)
) STRICT, WITHOUT ROWID;

CREATE VIEW alias AS
  SELECT party, value AS name, reports AS mentions FROM party_fact WHERE what = 'name';
CREATE VIEW role AS
  SELECT party, value AS title, reports AS statements FROM party_fact WHERE what = 'role';

-- Across articles. Copies tie articles of one text, stories articles about one happening, echoes
-- statements that report one utterance. For each of the three:
--   *_key     under which numbers an item is found, in the order of publication;
--   *_link    which two belong together, and why;
--   *_member  the group that an item is in, by its earliest member: itself where it is alone.
-- story and echo hold the groups of several. Nothing here is counted twice: an echo is one
-- statement however often it is reported, a copy no report of its own.

-- Articles that are in the dossier but not yet linked with the others.
CREATE TABLE unlinked (
  article INTEGER PRIMARY KEY REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE copy_key (
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,                  -- of publication, from 1970; 2147483647: unknown
  article INTEGER NOT NULL,              -- its id as a number
  position INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (key, day, article, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE copy_link (
  earlier INTEGER NOT NULL REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED,
  later INTEGER NOT NULL REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,                    -- whole, cut, edited
  score REAL NOT NULL,                   -- a rank from 0 to 1, not a probability
  firm INTEGER NOT NULL,                 -- 1: joins the two whatever else they are linked to
  reason TEXT NOT NULL,
  PRIMARY KEY (earlier, later)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_link_later ON copy_link(later);
CREATE TABLE copy_member (
  item INTEGER PRIMARY KEY REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED,
  nearest INTEGER,                       -- the earlier item most like it
  earliest INTEGER NOT NULL REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX copy_member_earliest ON copy_member(earliest);

CREATE TABLE story_key (
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,                  -- of publication, from 1970; 2147483647: unknown
  article INTEGER NOT NULL,              -- its id as a number
  position INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (key, day, article, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_link (
  earlier INTEGER NOT NULL REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED,
  later INTEGER NOT NULL REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,                    -- same story
  score REAL NOT NULL,                   -- a rank from 0 to 1, not a probability
  firm INTEGER NOT NULL,                 -- 1: joins the two whatever else they are linked to
  reason TEXT NOT NULL,
  PRIMARY KEY (earlier, later)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_link_later ON story_link(later);
CREATE TABLE story_member (
  item INTEGER PRIMARY KEY REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED,
  nearest INTEGER,                       -- the earlier item most like it
  earliest INTEGER NOT NULL REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX story_member_earliest ON story_member(earliest);
CREATE TABLE story (
  id TEXT PRIMARY KEY NOT NULL,          -- made from the id of its earliest
  earliest INTEGER NOT NULL UNIQUE REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE echo_key (
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,                  -- of publication, from 1970; 2147483647: unknown
  article INTEGER NOT NULL,              -- its id as a number
  position INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (key, day, article, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE echo_link (
  earlier INTEGER NOT NULL REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED,
  later INTEGER NOT NULL REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,                    -- same, part, paraphrase
  score REAL NOT NULL,                   -- a rank from 0 to 1, not a probability
  firm INTEGER NOT NULL,                 -- 1: joins the two whatever else they are linked to
  reason TEXT NOT NULL,
  PRIMARY KEY (earlier, later)
) STRICT, WITHOUT ROWID;
CREATE INDEX echo_link_later ON echo_link(later);
CREATE TABLE echo_member (
  item INTEGER PRIMARY KEY REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED,
  nearest INTEGER,                       -- the earlier item most like it
  earliest INTEGER NOT NULL REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX echo_member_earliest ON echo_member(earliest);
CREATE TABLE echo (
  id TEXT PRIMARY KEY NOT NULL,          -- made from the id of its earliest
  earliest INTEGER NOT NULL UNIQUE REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Dates that articles do not give but that follow from others; article.published is never changed.
CREATE TABLE inferred_date (
  article INTEGER PRIMARY KEY REFERENCES article(number) DEFERRABLE INITIALLY DEFERRED,
  value TEXT,                            -- ISO 8601, as long as its precision goes; NULL: bounds only
  precision TEXT,
  not_before TEXT NOT NULL,              -- first and last day on which it may have been published
  not_after TEXT NOT NULL,
  evidence TEXT NOT NULL                 -- JSON list: what it was inferred from
) STRICT;

CREATE VIRTUAL TABLE statement_fts USING fts5(
  source, content,
  content = 'statement', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER statement_fts_insert AFTER INSERT ON statement BEGIN
  INSERT INTO statement_fts(rowid, source, content) VALUES (new.number, new.source, new.content);
END;
CREATE TRIGGER statement_fts_delete AFTER DELETE ON statement BEGIN
  INSERT INTO statement_fts(statement_fts, rowid, source, content)
  VALUES ('delete', old.number, old.source, old.content);
END;
CREATE TRIGGER statement_fts_update AFTER UPDATE ON statement BEGIN
  INSERT INTO statement_fts(statement_fts, rowid, source, content)
  VALUES ('delete', old.number, old.source, old.content);
  INSERT INTO statement_fts(rowid, source, content) VALUES (new.number, new.source, new.content);
END;

-- What people corrected, one entry a row, only ever added to. An entry names what it is about by
-- content (the article's text, the exact words, what stands around them), so that it outlives every
-- rebuild. See the crate gainsay-corrections.
CREATE TABLE correction (
  number INTEGER PRIMARY KEY,            -- the order of the log
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  who TEXT NOT NULL,
  "when" TEXT NOT NULL,                  -- as whoever made the entry gave it
  entry TEXT NOT NULL                    -- JSON
) STRICT;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN
  SELECT raise(ABORT, 'the log of corrections is only ever added to');
END;
CREATE TRIGGER correction_is_final BEFORE UPDATE ON correction BEGIN
  SELECT raise(ABORT, 'the log of corrections is only ever added to');
END;

-- By what an entry finds its articles: the fingerprint of a text or of an input; empty where it is
-- about names and concerns them all.
CREATE TABLE correction_key (
  "key" TEXT NOT NULL,
  correction INTEGER NOT NULL REFERENCES correction(number),
  PRIMARY KEY ("key", correction)
) STRICT, WITHOUT ROWID;

-- Entries that a later one takes back. Derived from correction.
CREATE TABLE correction_undone (
  correction INTEGER PRIMARY KEY REFERENCES correction(number)
) STRICT;

-- Where entries found what they are about. Derived; an entry without any place is orphaned.
CREATE TABLE correction_place (
  correction INTEGER NOT NULL REFERENCES correction(number),
  article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  statement TEXT NOT NULL,               -- empty: the article as a whole
  part INTEGER NOT NULL,                 -- of an answer 0: from, 1: to; of a split which statement
  PRIMARY KEY (correction, article, statement, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX correction_place_article ON correction_place(article);
CREATE INDEX correction_place_statement ON correction_place(statement) WHERE statement <> '';

-- The statements of an article as the program read them, where corrections changed them: JSON.
CREATE TABLE uncorrected (
  article TEXT PRIMARY KEY NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  statements TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Articles by the SHA-256 of their text.
CREATE TABLE fingerprint (
  article TEXT PRIMARY KEY NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX fingerprint_text ON fingerprint(text);
CREATE INDEX file_sha256 ON file(sha256);
CREATE INDEX mention_name ON mention(name);
