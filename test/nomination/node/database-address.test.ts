import { describe, expect, it } from "vitest";
import { readDatabaseAddress } from "../../../src/nomination/node/database-address.ts";

describe("the address of a database", () => {
  it.each([
    ["postgres://user:word@host/votes"],
    ["postgresql://host:5432/votes?sslmode=require"],
    ["POSTGRES://host/votes", "postgres://host/votes"],
    ['"postgres://host/votes"', "postgres://host/votes"],
    [" postgres:///votes\n", "postgres:///votes"],
  ])("names a server: %s", (written, url = written) => {
    expect(readDatabaseAddress(written)).toEqual({ kind: "postgres", url });
  });

  it.each([
    ["votes.db"],
    ["some folder/votes.sqlite3"],
    ["./votes"],
    ["../votes"],
    ["/var/lib/praktika/votes"],
    ["C:\\praktika\\votes.db"],
    ["'/var/lib/votes.db'", "/var/lib/votes.db"],
    ["file:votes", "votes"],
    ["FILE:///var/lib/my%20votes.db", "/var/lib/my votes.db"],
    ["/srv/@praktika/votes.db"],
  ])("names a file: %s", (written, path = written) => {
    expect(readDatabaseAddress(written)).toEqual({ kind: "sqlite", path });
  });

  it.each([
    "",
    "mysql://host/votes",
    "postgress://host/votes.db",
    "postgres:/host/votes",
    "postgres://",
    "postgres+asyncpg://host/votes.db",
    "jdbc:postgresql://host/votes.db",
    "libsql://votes.example.org",
    "sqlite:votes.db",
    "https://votes.example.org/votes.db",
    "host/praktika",
    "localhost:5432/votes.db",
    "127.0.0.1:5432/votes.db",
    "user:word@host/votes.db",
    "host=localhost dbname=votes.db",
    "votes",
    "~/votes.db",
    "/var/lib/",
    "file:votes.db?mode=rwc",
    "file://host/votes.db",
    "backup.jsonl",
  ])("never makes a file of %j", (written) => {
    expect(() => readDatabaseAddress(written)).toThrow("DATABASE_URL must be postgres://");
    expect(() => readDatabaseAddress(written, "--to")).toThrow("--to must be");
  });
});
