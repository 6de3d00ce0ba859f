import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { commandPositionals, readArguments } from "../src/cli/arguments.ts";
import { locales } from "../src/locales/locales.ts";
import { commandNames } from "../src/locales/types/cli.ts";

/** All command lines in a workflow. */
function commandsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === "string" ? [item] : commandsIn(item)));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === "run" ? [String(item)] : commandsIn(item)));
}

describe.each(["github/publish.yml", "gitlab/gitlab-ci.yml"])("deploy/%s", (file) => {
  const workflow: unknown = parse(readFileSync(new URL(`../deploy/${file}`, import.meta.url), "utf8"));
  // Commands may stand behind a condition, each up to a semicolon or the end of its line.
  const commands = commandsIn(workflow).flatMap((script) => script.match(/\b(npx|npm) [^;\n]+/g) ?? []);

  it("names only commands and options that there are", () => {
    const praktika = commands.filter((line) => line.startsWith("npx praktika "));
    expect(praktika.length).toBeGreaterThan(2);
    for (const line of praktika) {
      const [name = "", ...args] = line.replace("npx praktika ", "").split(" ");
      const command = commandNames.find((known) => known === name);
      expect(command, line).toBeDefined();
      if (!command) continue;
      const { positionals } = readArguments(command, args, locales.en.cli);
      expect(positionals.length).toBeLessThanOrEqual(commandPositionals[command]?.max ?? 0);
    }
  });

  it("knows how the archive is published again without a change: sheets and counts are kept from run to run", () => {
    const text = JSON.stringify(workflow);
    for (const kept of [".praktika/cache", ".praktika/pdf", ".praktika/tally.json"]) expect(text).toContain(kept);
    expect(commands).toContainEqual(expect.stringMatching(/build .*--tally \.praktika\/tally\.json/));
  });

  it("installs what the lock file says", () => {
    expect(commands.some((line) => line.startsWith("npm ci"))).toBe(true);
  });
});
