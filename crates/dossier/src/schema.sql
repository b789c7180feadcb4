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
  id TEXT PRIMARY KEY NOT NULL,
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
  number INTEGER PRIMARY KEY,            -- ties a row to statement_fts; means nothing else
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
CREATE TRIGGER statement_fts_update AFTER UPDATE OF source, content ON statement BEGIN
  INSERT INTO statement_fts(statement_fts, rowid, source, content)
  VALUES ('delete', old.number, old.source, old.content);
  INSERT INTO statement_fts(rowid, source, content) VALUES (new.number, new.source, new.content);
END;

-- What search walks over: one narrow row a statement, in the order in which statements are listed
-- (by the day said, then published; the more exact first, the undated last). Drawn from statement
-- and article by the triggers below and by nothing else. A date is the first and the last day that
-- it may mean, counted from 1 January 1970; 4000000 where nobody knows it.
CREATE TABLE listing (
  said_from INTEGER NOT NULL,
  said_to INTEGER NOT NULL,
  published_from INTEGER NOT NULL,
  published_to INTEGER NOT NULL,
  article TEXT NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL UNIQUE,        -- of the statement
  party TEXT,
  speaker TEXT NOT NULL,
  act TEXT NOT NULL,
  form TEXT NOT NULL,
  mode TEXT NOT NULL,
  sourcing TEXT NOT NULL,
  zone TEXT NOT NULL,
  outlet TEXT,
  confidence INTEGER NOT NULL,           -- in millionths
  PRIMARY KEY (said_from, said_to, published_from, published_to, article, position, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_outlet ON article(outlet);

CREATE VIEW listed AS SELECT
  ifnull(unixepoch(CASE s.said_precision
    WHEN 'day' THEN substr(s.said, 1, 10)
    WHEN 'week' THEN date(substr(s.said, 1, 4) || '-01-04', '-6 days', 'weekday 1',
      ((substr(s.said, 7, 2) - 1) * 7) || ' days')
    WHEN 'month' THEN s.said || '-01'
    WHEN 'year' THEN s.said || '-01-01'
  END) / 86400, 4000000) AS said_from,
  ifnull(unixepoch(CASE s.said_precision
    WHEN 'day' THEN substr(s.said, 1, 10)
    WHEN 'week' THEN date(substr(s.said, 1, 4) || '-01-04', '-6 days', 'weekday 1',
      (substr(s.said, 7, 2) * 7 - 1) || ' days')
    WHEN 'month' THEN date(s.said || '-01', '+1 month', '-1 day')
    WHEN 'year' THEN s.said || '-12-31'
  END) / 86400, 4000000) AS said_to,
  ifnull(unixepoch(CASE a.published_precision
    WHEN 'day' THEN substr(a.published, 1, 10)
    WHEN 'week' THEN date(substr(a.published, 1, 4) || '-01-04', '-6 days', 'weekday 1',
      ((substr(a.published, 7, 2) - 1) * 7) || ' days')
    WHEN 'month' THEN a.published || '-01'
    WHEN 'year' THEN a.published || '-01-01'
  END) / 86400, 4000000) AS published_from,
  ifnull(unixepoch(CASE a.published_precision
    WHEN 'day' THEN substr(a.published, 1, 10)
    WHEN 'week' THEN date(substr(a.published, 1, 4) || '-01-04', '-6 days', 'weekday 1',
      (substr(a.published, 7, 2) * 7 - 1) || ' days')
    WHEN 'month' THEN date(a.published || '-01', '+1 month', '-1 day')
    WHEN 'year' THEN a.published || '-12-31'
  END) / 86400, 4000000) AS published_to,
  s.article, s.position, s.number, s.party, s.speaker_name, s.act, s.form, s.mode, s.sourcing,
  s.zone, a.outlet, CAST(round(s.confidence * 1000000) AS INTEGER)
FROM statement s LEFT JOIN article a ON a.id = s.article;

CREATE TRIGGER listing_insert AFTER INSERT ON statement BEGIN
  INSERT INTO listing SELECT * FROM listed WHERE number = new.number;
END;
CREATE TRIGGER listing_delete AFTER DELETE ON statement BEGIN
  DELETE FROM listing WHERE number = old.number;
END;
CREATE TRIGGER listing_update AFTER UPDATE ON statement BEGIN
  DELETE FROM listing WHERE number = old.number;
  INSERT INTO listing SELECT * FROM listed WHERE number = new.number;
END;
CREATE TRIGGER listing_article AFTER UPDATE OF published, published_precision, outlet ON article BEGIN
  DELETE FROM listing WHERE number IN (SELECT number FROM statement WHERE article = new.id);
  INSERT INTO listing SELECT * FROM listed WHERE article = new.id;
END;
