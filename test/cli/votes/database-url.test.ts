import { describe, expect, it } from "vitest";
import { databaseUrlOf, nameOfStore, withoutPassword } from "../../../src/cli/votes/database-url.ts";
import { resolveFolders } from "../../../src/site/folders.ts";

describe("the address of a store", () => {
  it("is DATABASE_URL, else a file beside the archive's other state", () => {
    const folders = resolveFolders("/archive", {});
    expect(databaseUrlOf(folders, { DATABASE_URL: "postgres://x/y" })).toBe("postgres://x/y");
    expect(databaseUrlOf(folders, { DATABASE_URL: "" })).toBe("/archive/.praktika/votes.db");
    expect(databaseUrlOf(folders, {})).toBe("/archive/.praktika/votes.db");
  });

  it.each([
    ["postgres://user:geheim@db.example.org:5432/votes?sslmode=require", "postgres://db.example.org:5432/votes"],
    ["postgres://user:ge#heim@db/votes", "postgres://…"],
    ["postgres://user:geheim@[bad/votes", "postgres://…"],
    ["/elsewhere/votes.db", "/elsewhere/votes.db"],
  ])("is shown without its password: %s", (url, expected) => {
    expect(nameOfStore(url)).toBe(expected);
  });

  it("is not given away by a message", () => {
    const message = "no connection to postgres://user:ge%40heim@db/votes as user with ge@heim";
    expect(withoutPassword(message, "postgres://user:ge%40heim@db/votes")).not.toMatch(/ge(%40|@)heim/);
    expect(withoutPassword("database is locked", "/a/votes.db")).toBe("database is locked");
  });
});
