-- The ledger, format 1. Nothing here is ever changed or taken away: the triggers refuse it.
-- Times are RFC 3339 in UTC, days ISO 8601, digests SHA-256 in hexadecimal digits.

-- One change, with the chain that seals it: `hash` covers the change and the hash before it.
CREATE TABLE operation (
    id       INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    time     TEXT NOT NULL,
    day      TEXT NOT NULL,
    actor    TEXT NOT NULL,
    reason   TEXT NOT NULL,
    undoes   INTEGER REFERENCES operation (id),
    source   INTEGER REFERENCES snapshot (id),
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL
) STRICT;
CREATE INDEX operation_by_source ON operation (source) WHERE source IS NOT NULL;
CREATE INDEX operation_by_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

-- A text as it was captured. `received` is empty where the bytes are those of `text`. The same
-- bytes may stand here twice only when a later reader took another text out of them.
CREATE TABLE snapshot (
    id          INTEGER PRIMARY KEY,
    digest      TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    source      TEXT NOT NULL,
    text        TEXT NOT NULL,
    received    BLOB,
    UNIQUE (digest, text_digest)
) STRICT;

-- A sourced fact as JSON. A correction names the entry that it supersedes.
CREATE TABLE record (
    entry      INTEGER PRIMARY KEY,
    operation  INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
    id         TEXT NOT NULL,
    supersedes INTEGER REFERENCES record (entry),
    snapshot   INTEGER REFERENCES snapshot (id),
    body       TEXT NOT NULL
) STRICT;
CREATE INDEX record_by_operation ON record (operation);
CREATE INDEX record_by_id ON record (id);
CREATE INDEX record_by_supersedes ON record (supersedes) WHERE supersedes IS NOT NULL;

-- Every quote of a record as W3C TextQuote and TextPosition selectors, in code points.
CREATE TABLE quote (
    entry    INTEGER NOT NULL REFERENCES record (entry),
    position INTEGER NOT NULL,
    selector TEXT NOT NULL,
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- The words of each record, folded: a view for search beside the untouched text.
CREATE VIRTUAL TABLE folded USING fts5 (words, content = '', tokenize = "unicode61 remove_diacritics 0");

CREATE TRIGGER operation_is_not_changed BEFORE UPDATE ON operation
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: an operation is not changed'); END;
CREATE TRIGGER operation_is_not_deleted BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: an operation is not deleted'); END;
CREATE TRIGGER operation_is_not_replaced BEFORE INSERT ON operation
WHEN EXISTS (SELECT 1 FROM operation WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: an operation is not replaced'); END;

CREATE TRIGGER snapshot_is_not_changed BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a snapshot is not changed'); END;
CREATE TRIGGER snapshot_is_not_deleted BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a snapshot is not deleted'); END;
CREATE TRIGGER snapshot_is_not_replaced BEFORE INSERT ON snapshot
WHEN EXISTS (SELECT 1 FROM snapshot
             WHERE id = NEW.id OR (digest = NEW.digest AND text_digest = NEW.text_digest))
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a snapshot is not replaced'); END;

CREATE TRIGGER record_is_not_changed BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a record is not changed'); END;
CREATE TRIGGER record_is_not_deleted BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a record is not deleted'); END;
CREATE TRIGGER record_is_not_replaced BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a record is not replaced'); END;

CREATE TRIGGER quote_is_not_changed BEFORE UPDATE ON quote
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a quote is not changed'); END;
CREATE TRIGGER quote_is_not_deleted BEFORE DELETE ON quote
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a quote is not deleted'); END;
CREATE TRIGGER quote_is_not_replaced BEFORE INSERT ON quote
WHEN EXISTS (SELECT 1 FROM quote WHERE entry = NEW.entry AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: a quote is not replaced'); END;
