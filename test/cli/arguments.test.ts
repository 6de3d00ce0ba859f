import { describe, expect, it } from "vitest";
import { commandOptions, commonOptions, readArguments, UsageError } from "../../src/cli/arguments.ts";
import { chooseLanguage } from "../../src/cli/choose-language.ts";
import { formatHelp } from "../../src/cli/help.ts";
import { locales } from "../../src/locales/locales.ts";
import { commandNames } from "../../src/locales/types/cli.ts";

const read = (command: (typeof commandNames)[number], ...args: string[]) =>
  readArguments(command, args, locales.en.cli).values;

describe("arguments", () => {
  it("may be left out", () => {
    expect(read("build")).toEqual({});
  });

  it("have a value behind them or after an equals sign", () => {
    expect(read("build", "--root", "a b", "--out=dist", "--profile", "pages")).toEqual({
      root: "a b",
      out: "dist",
      profile: "pages",
    });
  });

  it("that are flags have none", () => {
    expect(read("build", "--drafts", "--no-cache", "--root", "x")).toEqual({
      drafts: true,
      "no-cache": true,
      root: "x",
    });
  });

  it("given twice mean the last", () => {
    expect(read("build", "--root", "a", "--root", "b")).toEqual({ root: "b" });
  });

  it("may be any number in range", () => {
    expect(read("serve", "--port", "0")).toEqual({ port: "0" });
    expect(read("serve", "--port", "65535")).toEqual({ port: "65535" });
  });

  it.each([
    ["serve", "port", 0, 65_535],
    ["dev", "port", 0, 65_535],
    ["build", "jobs", 1, 64],
    ["pdf", "jobs", 1, 64],
    ["votes revoke", "sequence", 1, 999_999_999],
    ["votes revoke", "last", 1, 999_999_999],
  ] as const)("of %s --%s go from %i to %i", (command, name, least, most) => {
    for (const number of [least, most]) expect(read(command, `--${name}=${number}`)).toEqual({ [name]: `${number}` });
    for (const number of [least - 1, most + 1, "1.0", "1e1", " 1", "１"])
      expect(() => read(command, `--${name}=${number}`)).toThrow(`Allowed: ${least}–${most}.`);
  });

  it("may be in the way of a command only where it expects them", () => {
    const texts = locales.en.cli;
    expect(readArguments("votes import", ["old.csv", "--root", "x"], texts)).toEqual({
      values: { root: "x" },
      positionals: ["old.csv"],
    });
    expect(() => readArguments("votes import", [], texts)).toThrow("FILE is missing");
    expect(() => readArguments("votes import", ["a", "b"], texts)).toThrow("“b” is not expected");
    expect(readArguments("votes import", ["--help"], texts).values).toEqual({ help: true });
  });

  it("take the values that they have in this command", () => {
    expect(read("votes export", "--format", "csv")).toEqual({ format: "csv" });
    expect(() => read("votes export", "--format", "github")).toThrow("Allowed: jsonl, csv.");
    expect(() => read("votes tally", "--format", "csv")).toThrow("Allowed: pretty, json.");
  });

  it("may have values that begin with hyphens, as some receipts do", () => {
    expect(read("votes verify", "--receipt", "-aB")).toEqual({ receipt: "-aB" });
    expect(read("votes verify", "--receipt=--aB")).toEqual({ receipt: "--aB" });
    expect(() => read("votes verify", "--receipt", "--aB")).toThrow("--receipt needs a value");
  });

  it.each([
    [["--rot", "."], "Did you mean “--root”?"],
    [["--port", "1"], "no option “--port” here"],
    [["somewhere"], "“somewhere” is not expected"],
    [["--drafts=false"], "“--drafts=false” is not expected"],
    [["--root"], "--root needs a value"],
    [["--root="], "--root needs a value"],
    [["--root", "--drafts"], "--root needs a value"],
    [["--profile", "fast"], "Allowed: full, pages."],
    [["--links", "Pretty"], "Allowed: pretty, files."],
    [["--jobs", "0"], "Allowed: 1–64."],
    [["--jobs", "65"], "Allowed: 1–64."],
    [["--jobs", "two"], "Allowed: 1–64."],
    [["--jobs", "1.5"], "Allowed: 1–64."],
  ])("%j are wrong usage, and it is said why", (args, message) => {
    expect(() => read("build", ...args)).toThrow(UsageError);
    expect(() => read("build", ...args)).toThrow(message);
  });
});

describe.each(["bg", "en"] as const)("the help in language %s", (language) => {
  const texts = locales[language].cli;

  it("lists every command with what it does", () => {
    const help = formatHelp(undefined, texts);
    for (const name of commandNames)
      expect(help).toMatch(new RegExp(`^  ${name} +${RegExp.escape(texts.commands[name])}$`, "m"));
  });

  it.each(commandNames)("lists every option of %s and no other", (command) => {
    const help = formatHelp(command, texts);
    const listed = [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    expect(listed).toEqual([...commandOptions[command], ...commonOptions]);
    for (const line of help.split("\n").filter((line) => line.startsWith("  --"))) {
      expect(line.slice(2).split(/ {2,}/)[1]?.length, line).toBeGreaterThan(5);
    }
  });

  it("is in that language", () => {
    const cyrillic = /[а-я]{4}/.test(formatHelp("build", texts));
    expect(cyrillic).toBe(language === "bg");
  });
});

describe("the language of messages", () => {
  const choose = (option?: string, editor?: "bg" | "en", environment: Record<string, string> = {}) =>
    chooseLanguage(option, editor, { environment });

  it("is that of --lang, else of the site's editors, else of the system, else English", () => {
    expect(choose("en", "bg", { LANG: "bg_BG.UTF-8" })).toBe("en");
    expect(choose(undefined, "bg", { LANG: "en_GB.UTF-8" })).toBe("bg");
    expect(choose(undefined, undefined, { LANG: "bg_BG.UTF-8" })).toBe("bg");
    expect(choose(undefined, undefined, { LC_ALL: "en_GB.UTF-8", LANG: "bg_BG.UTF-8" })).toBe("en");
    expect(choose(undefined, undefined, { LANG: "C" })).toBe("en");
    expect(choose("de")).toBe("en");
  });
});
