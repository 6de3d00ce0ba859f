/**
 * The tables in PostgreSQL's dialect, in a schema of their own. Numbered from 1 by place; a migration that has been
 * released never changes, a new one goes to the end. Texts sort by code point, as in the other stores.
 */
export const postgresMigrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE praktika.log (
      sequence integer PRIMARY KEY,
      day text COLLATE "C" NOT NULL,
      practice text COLLATE "C" NOT NULL,
      kind text NOT NULL CHECK (kind IN ('vote', 'revoke', 'import')),
      amount integer NOT NULL,
      commitment text NOT NULL,
      hash text NOT NULL
    )`,
    `CREATE FUNCTION praktika.refuse_change() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$`,
    `CREATE TRIGGER log_keeps_rows BEFORE UPDATE OR DELETE OR TRUNCATE ON praktika.log
      FOR EACH STATEMENT EXECUTE FUNCTION praktika.refuse_change()`,
    // Also in a session that plays a replica, where other triggers are silent.
    "ALTER TABLE praktika.log ENABLE ALWAYS TRIGGER log_keeps_rows",
    // What may happen once only: key of ledger.ts; sequence of its row in the log, 0 for a spoiled nonce.
    `CREATE TABLE praktika.spent (
      key text COLLATE "C" PRIMARY KEY,
      sequence integer NOT NULL,
      expires_at bigint NOT NULL
    )`,
    "CREATE INDEX spent_expiry ON praktika.spent (expires_at) WHERE expires_at > 0",
    `CREATE TABLE praktika.tally (practice text COLLATE "C" PRIMARY KEY, votes integer NOT NULL)`,
    `CREATE TABLE praktika.used (
      network text COLLATE "C" PRIMARY KEY,
      day text COLLATE "C" NOT NULL,
      votes integer NOT NULL
    )`,
    `CREATE TABLE praktika.salt (day text COLLATE "C" PRIMARY KEY, salt bytea NOT NULL)`,
  ],
  // What is written as votes are and is none.
  [`CREATE TABLE praktika.trial (key text COLLATE "C" PRIMARY KEY, expires_at bigint NOT NULL)`],
];
