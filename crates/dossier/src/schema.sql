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

-- A person, organisation, government, country or group, the same across articles. Derived from
-- form, form_fact and known.
CREATE TABLE party (
  id TEXT PRIMARY KEY NOT NULL,          -- that of the first of its forms
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaks_for TEXT NOT NULL,              -- JSON list of party ids, nearest first
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
  form TEXT REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,    -- NULL: nobody is named
  party TEXT REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED,  -- that of the form
  PRIMARY KEY (statement, role, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_form ON mention(form);
CREATE INDEX mention_party ON mention(party);

-- A name in the form in which names are compared; one party has one or several.
CREATE TABLE form (
  id TEXT PRIMARY KEY NOT NULL,
  class TEXT NOT NULL CHECK (class IN ('person', 'body', 'thing', 'unknown')),
  key TEXT NOT NULL,
  country TEXT,
  article TEXT,                          -- somebody of that article only
  seen TEXT NOT NULL,                    -- what the last judgement knew of it
  party TEXT REFERENCES party(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX form_party ON form(party);

-- Forms that share a key are judged together.
CREATE TABLE form_key (
  key TEXT NOT NULL,
  form TEXT NOT NULL REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_key_form ON form_key(form);

-- What the judgement of one key joins; parties are what hangs together.
CREATE TABLE form_link (
  key TEXT NOT NULL,
  one TEXT NOT NULL REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_link_one ON form_link(one);
CREATE INDEX form_link_other ON form_link(other);

-- The parties of each article, as that article alone shows them.
CREATE TABLE local (
  article TEXT NOT NULL REFERENCES article(id) DEFERRABLE INITIALLY DEFERRED,
  form TEXT NOT NULL REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
  alias TEXT NOT NULL,                   -- JSON list: its other names there, normalised
  home TEXT NOT NULL,                    -- JSON list: the countries it speaks for there
  PRIMARY KEY (article, form)
) STRICT, WITHOUT ROWID;

-- What articles say of each form, counted. Kept as a sum so that adding an article costs that
-- article, not the dossier. The value of "speaks for" is a JSON list of forms.
CREATE TABLE form_fact (
  form TEXT NOT NULL REFERENCES form(id) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL CHECK (what IN ('name', 'kind', 'role', 'speaks for', 'alias', 'home')),
  value TEXT NOT NULL,
  reports INTEGER NOT NULL,
  PRIMARY KEY (form, what, value)
) STRICT, WITHOUT ROWID;

-- Parties that the user's own file names, in its order: what it says outranks what articles say.
CREATE TABLE known (
  position INTEGER PRIMARY KEY,
  party TEXT NOT NULL                    -- JSON: name, aliases, kind, roles, speaks_for
) STRICT;

CREATE VIEW party_fact AS
  SELECT f.party AS party, what, value, sum(reports) AS reports
  FROM form_fact JOIN form f ON f.id = form GROUP BY f.party, what, value;
CREATE VIEW alias AS
  SELECT party, value AS name, reports AS mentions FROM party_fact WHERE what = 'name';
-- Every role with the statement it rests on and its dates.
CREATE VIEW role AS
  SELECT s.party AS party, speaker_role AS title, s.id AS statement, said, published
  FROM statement s JOIN article a ON a.id = s.article
  WHERE s.party IS NOT NULL AND speaker_role IS NOT NULL;

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
  ifnull(unixepoch(CASE coalesce(a.published_precision, i.precision)
    WHEN 'day' THEN substr(coalesce(a.published, i.value), 1, 10)
    WHEN 'week' THEN date(substr(coalesce(a.published, i.value), 1, 4) || '-01-04', '-6 days', 'weekday 1',
      ((substr(coalesce(a.published, i.value), 7, 2) - 1) * 7) || ' days')
    WHEN 'month' THEN coalesce(a.published, i.value) || '-01'
    WHEN 'year' THEN coalesce(a.published, i.value) || '-01-01'
  END) / 86400, 4000000) AS published_from,
  ifnull(unixepoch(CASE coalesce(a.published_precision, i.precision)
    WHEN 'day' THEN substr(coalesce(a.published, i.value), 1, 10)
    WHEN 'week' THEN date(substr(coalesce(a.published, i.value), 1, 4) || '-01-04', '-6 days', 'weekday 1',
      (substr(coalesce(a.published, i.value), 7, 2) * 7 - 1) || ' days')
    WHEN 'month' THEN date(coalesce(a.published, i.value) || '-01', '+1 month', '-1 day')
    WHEN 'year' THEN coalesce(a.published, i.value) || '-12-31'
  END) / 86400, 4000000) AS published_to,
  s.article, s.position, s.number, s.party, s.speaker_name, s.act, s.form, s.mode, s.sourcing,
  s.zone, a.outlet, CAST(round(s.confidence * 1000000) AS INTEGER)
FROM statement s LEFT JOIN article a ON a.id = s.article
  LEFT JOIN inferred_date i ON i.article = a.number;

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
CREATE TRIGGER listing_inferred AFTER INSERT ON inferred_date BEGIN
  DELETE FROM listing WHERE article = (SELECT id FROM article WHERE number = new.article);
  INSERT INTO listing SELECT * FROM listed
  WHERE article = (SELECT id FROM article WHERE number = new.article);
END;
CREATE TRIGGER listing_not_inferred AFTER DELETE ON inferred_date BEGIN
  DELETE FROM listing WHERE article = (SELECT id FROM article WHERE number = old.article);
  INSERT INTO listing SELECT * FROM listed
  WHERE article = (SELECT id FROM article WHERE number = old.article);
END;

-- Which statement answers which. Of what one statement may answer the best three count: see
-- answers() of the program.
CREATE TABLE answer_key (
  key INTEGER NOT NULL,
  day INTEGER NOT NULL,                  -- of publication, from 1970; 2147483647: unknown
  article INTEGER NOT NULL,              -- its id as a number
  position INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (key, day, article, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE answer_link (
  earlier INTEGER NOT NULL REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED,
  later INTEGER NOT NULL REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,                    -- deny …: later answers earlier; "…, backward": the reverse
  score REAL NOT NULL,                   -- a rank from 0 to 1, not a probability
  firm INTEGER NOT NULL,                 -- always 0
  reason TEXT NOT NULL,
  PRIMARY KEY (earlier, later)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_link_later ON answer_link(later);
CREATE TABLE answer_member (             -- that a statement was compared; its groups mean nothing
  item INTEGER PRIMARY KEY REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED,
  nearest INTEGER,
  earliest INTEGER NOT NULL REFERENCES statement(number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX answer_member_earliest ON answer_member(earliest);

-- What a statement that accuses, denies or admits is about. What it does not say is NULL. An
-- allegation is all statements of one claim: see allegations() of the program.
CREATE TABLE claim (
  statement TEXT PRIMARY KEY NOT NULL REFERENCES statement(id) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT,
  relation TEXT,
  object TEXT,
  grants INTEGER NOT NULL                -- 1: grants a part
) STRICT, WITHOUT ROWID;

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
