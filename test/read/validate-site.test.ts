import { describe, expect, it } from "vitest";
import { defaultSite, validateSite, validateThemes } from "../../src/read/validate-site.ts";
import { codesOf } from "../builders.ts";

const read = (...lines: readonly string[]) =>
  validateSite({ path: "content/site.yaml", text: ["name: Архив", ...lines].join("\n") });
const siteOf = (...lines: readonly string[]) => {
  const { value, findings } = read(...lines);
  expect(findings).toEqual([]);
  return value;
};

describe("site.yaml", () => {
  it("that says no more than a name is complete with defaults", () => {
    expect(siteOf()).toEqual({ ...defaultSite, name: { bg: "Архив", en: "Архив" } });
  });

  it.each([
    ["practicesPerPage: 0", 1],
    ["practicesPerPage: 1", 1],
    ["practicesPerPage: 50", 50],
    ["motto: без брой", 20],
  ])("%s: %i practices to a page, which needs one at least", (line, practicesPerPage) => {
    expect(siteOf(line)?.practicesPerPage).toBe(practicesPerPage);
  });

  it("may have its languages in any order, each once", () => {
    expect(siteOf("languages: [en, bg, en]")?.languages).toEqual(["en", "bg"]);
    expect(siteOf("languages: en")?.languages).toEqual(["en"]);
  });

  it.each([
    ["https://example.org/", "https://example.org"],
    ["https://example.org/arhiv//", "https://example.org/arhiv"],
    ["http://localhost:4000", "http://localhost:4000"],
  ])("lies at %s", (written, baseUrl) => {
    expect(siteOf(`baseUrl: ${written}`)?.baseUrl).toBe(baseUrl);
  });

  it.each(["example.org", "ftp://example.org", "https:///a"])("cannot lie at %s", (baseUrl) => {
    expect(read(`baseUrl: ${baseUrl}`)).toMatchObject({
      value: undefined,
      findings: [{ code: "front-matter/invalid-url", location: { field: ["baseUrl"] } }],
    });
  });

  it("may close nominations, and name another endpoint", () => {
    expect(siteOf("nominations: {endpoint: 'https://vote.example.org/', open: false}")).toMatchObject({
      nominationEndpoint: "https://vote.example.org",
      nominationsOpen: false,
    });
  });

  it.each([
    ["legacy: {categories: {8: energy}}", { 8: "energy" }],
    ["legacy: {categories: {999999999: energy}}", { 999999999: "energy" }],
  ])("%s", (line, oldCategories) => {
    expect(siteOf(line)?.oldCategories).toEqual(oldCategories);
  });

  it.each(["x", "-1", "1000000000"])("has no old category %s", (category) => {
    expect(read(`legacy: {categories: {'${category}': energy}}`).value).toBeUndefined();
  });
});

it("a theme with a wrong name is still a theme", () => {
  const { value, findings } = validateThemes({
    path: "content/themes.yaml",
    text: "energy: {de: Energie}\nlarge theme: Голяма\n",
  });
  expect([...value.keys()]).toEqual(["energy", "large theme"]);
  expect(codesOf(findings)).toEqual(["front-matter/unknown-key", "content/invalid-id"]);
});

it("words that a # takes from what readers see are told; comments behind settings are comments", () => {
  const themes = validateThemes({
    path: "content/themes.yaml",
    text: "social:\n  bg: Социални #дейности\n  en: Social\n",
  });
  expect(themes.findings).toMatchObject([{ code: "yaml/comment-in-value", parameters: { lost: "#дейности" } }]);
  const text = "name:\n  bg: Архив # на практиките\n  en: Archive\nbaseUrl: https://example.org # our address\n";
  const site = validateSite({ path: "content/site.yaml", text });
  expect(site.value).toBeDefined();
  expect(site.findings).toMatchObject([{ code: "yaml/comment-in-value", location: { line: 2 } }]);
});
