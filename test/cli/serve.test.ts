import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { siteRoot } from "../nomination/faults/serve-process.ts";
import { runProcess } from "../run-praktika.ts";

/** `praktika serve` in a process of its own, which has to end by itself. */
const serve = (root: string, settings: Record<string, string>, language = "en") =>
  runProcess(["serve", "--root", root, "--port", "0", "--lang", language], {
    DATABASE_URL: "",
    PRAKTIKA_SECRET: "",
    ...settings,
  });

describe("praktika serve with a wrong setting says which, and ends", () => {
  it.each([
    ["a short secret", { PRAKTIKA_SECRET: "short" }, "PRAKTIKA_SECRET and PRAKTIKA_SECRET_PREVIOUS need at least 32"],
    [
      "a quota that is no number",
      { PRAKTIKA_QUOTA_PRACTICE: "many" },
      "PRAKTIKA_QUOTA_PRACTICE must be a whole number",
    ],
    ["a proxy that is no address", { PRAKTIKA_TRUSTED_PROXIES: "proxy" }, "PRAKTIKA_TRUSTED_PROXIES must be addresses"],
    ["a database of another kind", { DATABASE_URL: "mysql://host/votes" }, "DATABASE_URL must be postgres://"],
    [
      "a database that is not there",
      { DATABASE_URL: "postgres://archive:geheim@127.0.0.1:9/votes" },
      "DATABASE_URL: The votes in postgres://127.0.0.1:9/votes cannot be used",
    ],
  ])("%s", (_, settings, words) => {
    const { status, stderr } = serve(siteRoot(), settings);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/report this|geheim/);
    expect(status).toBe(2);
  });

  it("an empty file of the secret, which a full disk leaves", () => {
    const root = siteRoot();
    mkdirSync(join(root, ".praktika"));
    writeFileSync(join(root, ".praktika/secret"), "");
    const { status, stderr } = serve(root, {}, "bg");
    expect(stderr).toContain(".praktika/secret няма тайна от поне 32 знака");
    expect(status).toBe(2);
  });

  it("votes that are no database", () => {
    const root = siteRoot();
    mkdirSync(join(root, ".praktika"));
    writeFileSync(join(root, ".praktika/votes.db"), "a text that somebody has put here".repeat(30));
    const { status, stderr } = serve(root, {});
    expect(stderr).toContain("votes.db cannot be used: file is not a database");
    expect(status).toBe(2);
  });
});
