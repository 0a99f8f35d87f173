-- The tables of a site, version 1, in the file of its ledger.
-- Times are RFC 3339 in UTC, days ISO 8601; `seconds` are counted from 1970. Tokens and passwords
-- are kept as digests only.

CREATE TABLE site_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- One brief of the site in both languages. What readers see stands in its latest version.
CREATE TABLE site_brief (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    state     TEXT NOT NULL CHECK (state IN ('draft', 'review', 'published', 'withdrawn')),
    author    TEXT NOT NULL,
    draft     TEXT NOT NULL,
    revision  INTEGER NOT NULL DEFAULT 1,
    category  TEXT NOT NULL,
    version   INTEGER NOT NULL DEFAULT 0,
    published TEXT,
    changed   TEXT,
    withdrawn TEXT
) STRICT;
CREATE INDEX site_brief_by_time ON site_brief (state, published DESC, id DESC);
CREATE INDEX site_brief_by_category ON site_brief (category, state, published DESC, id DESC);

-- A frozen version: never changed, never taken away.
CREATE TABLE site_version (
    brief  INTEGER NOT NULL REFERENCES site_brief (id),
    number INTEGER NOT NULL,
    time   TEXT NOT NULL,
    actor  TEXT NOT NULL,
    note   TEXT,
    head   TEXT NOT NULL,
    body   TEXT NOT NULL,
    hash   TEXT NOT NULL,
    PRIMARY KEY (brief, number)
) STRICT, WITHOUT ROWID;

-- What a published brief is about: dyads and actors.
CREATE TABLE site_topic (
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    brief INTEGER NOT NULL REFERENCES site_brief (id),
    PRIMARY KEY (kind, key, brief)
) STRICT, WITHOUT ROWID;
CREATE INDEX site_topic_by_brief ON site_topic (brief);

-- The folded words of published briefs: twice the id for Arabic, and one more for English.
CREATE VIRTUAL TABLE site_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE site_appearance (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL, language TEXT NOT NULL, body TEXT NOT NULL
) STRICT;

CREATE TABLE site_poll (
    id INTEGER PRIMARY KEY, opened TEXT NOT NULL, closed TEXT, body TEXT NOT NULL
) STRICT;
-- One vote a token; who voted is not kept.
CREATE TABLE site_vote (
    poll    INTEGER NOT NULL REFERENCES site_poll (id),
    token   TEXT NOT NULL,
    answer  INTEGER NOT NULL,
    PRIMARY KEY (poll, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE site_subscriber (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    address  TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('pending', 'active', 'gone')),
    asked    INTEGER NOT NULL,
    settled  INTEGER,
    token    TEXT,
    bounces  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX site_subscriber_by_token ON site_subscriber (token) WHERE token IS NOT NULL;

CREATE TABLE site_letter (
    id     INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL,
    key    TEXT NOT NULL UNIQUE,
    time   TEXT NOT NULL,
    body   TEXT NOT NULL
) STRICT;
-- One line a letter and reader. A line that is `sending` when the program starts was cut off: it is
-- settled by looking at what was handed over, and is never sent a second time by guess.
CREATE TABLE site_queue (
    letter     INTEGER NOT NULL REFERENCES site_letter (id),
    subscriber INTEGER NOT NULL REFERENCES site_subscriber (id) ON DELETE CASCADE,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
    tries      INTEGER NOT NULL DEFAULT 0,
    due        INTEGER NOT NULL DEFAULT 0,
    what       TEXT,
    PRIMARY KEY (letter, subscriber)
) STRICT, WITHOUT ROWID;
CREATE INDEX site_queue_by_state ON site_queue (state, due);

CREATE TABLE site_account (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL UNIQUE,
    role     TEXT NOT NULL CHECK (role IN ('reader', 'analyst', 'editor', 'admin')),
    password TEXT NOT NULL,
    totp     TEXT,
    step     INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    locked   INTEGER NOT NULL DEFAULT 0,
    disabled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE site_session (
    token   TEXT PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES site_account (id) ON DELETE CASCADE,
    begun   INTEGER NOT NULL,
    seen    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A forecast as registered: never changed. `hash` covers question, criteria, closing day and chance.
CREATE TABLE site_forecast (
    id   INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    day  TEXT NOT NULL,
    actor TEXT NOT NULL,
    closes TEXT NOT NULL,
    chance REAL NOT NULL CHECK (chance BETWEEN 0 AND 1),
    body TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
-- How it came out. A later line corrects an earlier one, and both are shown.
CREATE TABLE site_outcome (
    id       INTEGER PRIMARY KEY,
    forecast INTEGER NOT NULL REFERENCES site_forecast (id),
    time     TEXT NOT NULL,
    day      TEXT NOT NULL,
    actor    TEXT NOT NULL,
    outcome  TEXT NOT NULL CHECK (outcome IN ('yes', 'no', 'void')),
    source   TEXT NOT NULL,
    reason   TEXT NOT NULL
) STRICT;
CREATE INDEX site_outcome_by_forecast ON site_outcome (forecast);

-- Who did what, when and why.
CREATE TABLE site_audit (
    id     INTEGER PRIMARY KEY,
    time   TEXT NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TRIGGER site_version_is_frozen BEFORE UPDATE ON site_version
BEGIN SELECT RAISE(ABORT, 'a published version is frozen'); END;
CREATE TRIGGER site_version_stays BEFORE DELETE ON site_version
BEGIN SELECT RAISE(ABORT, 'a published version stays'); END;
CREATE TRIGGER site_forecast_is_frozen BEFORE UPDATE ON site_forecast
BEGIN SELECT RAISE(ABORT, 'a registered forecast is immutable'); END;
CREATE TRIGGER site_forecast_stays BEFORE DELETE ON site_forecast
BEGIN SELECT RAISE(ABORT, 'a registered forecast stays'); END;
CREATE TRIGGER site_outcome_is_frozen BEFORE UPDATE ON site_outcome
BEGIN SELECT RAISE(ABORT, 'an outcome is corrected by a later one'); END;
CREATE TRIGGER site_outcome_stays BEFORE DELETE ON site_outcome
BEGIN SELECT RAISE(ABORT, 'an outcome is corrected by a later one'); END;
CREATE TRIGGER site_audit_is_frozen BEFORE UPDATE ON site_audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER site_audit_stays BEFORE DELETE ON site_audit
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
