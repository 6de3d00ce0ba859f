/*
 * The tables in SQLite's dialect, for SQLite and D1. Migrations are numbered from 1 by their place in a store's list; one
 * that has been released never changes, a new one goes to the end of both lists.
 */

const firstTables: readonly string[] = [
  `CREATE TABLE log (
    sequence INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    practice TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('vote', 'revoke', 'import')),
    amount INTEGER NOT NULL,
    commitment TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  `CREATE TRIGGER log_keeps_rows BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`,
  `CREATE TRIGGER log_keeps_values BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`,
  // What may happen once only: key of ledger.ts; sequence of its row in the log, 0 for a spoiled nonce.
  `CREATE TABLE spent (
    key TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX spent_expiry ON spent (expires_at) WHERE expires_at > 0`,
  `CREATE TABLE tally (practice TEXT PRIMARY KEY, votes INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE used (
    network TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    votes INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE salt (day TEXT PRIMARY KEY, salt BLOB NOT NULL) STRICT, WITHOUT ROWID`,
];

/** What is written as votes are and is none. */
const trials: readonly string[] = [
  `CREATE TABLE trial (key TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
];

export const sqliteMigrations: readonly (readonly string[])[] = [firstTables, trials];

export const d1Migrations: readonly (readonly string[])[] = [
  [
    ...firstTables,
    // One row that every change of the tally raises: who has loaded an earlier version fails as a whole.
    "CREATE TABLE guard (version INTEGER NOT NULL CHECK (version > 0)) STRICT",
    "INSERT INTO guard VALUES (1)",
  ],
  trials,
];
