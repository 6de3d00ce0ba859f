import { describe, expect, it } from "vitest";
import { contrastOf } from "../../src/core/colour.ts";
import { usualLook } from "../../src/core/model/look.ts";
import { validateSite } from "../../src/read/validate-site.ts";

const read = (...lines: readonly string[]) =>
  validateSite({ path: "content/site.yaml", text: ["name: Архив", ...lines].join("\n") });
const lookOf = (...lines: readonly string[]) => {
  const { value, findings } = read(...lines);
  expect(findings).toEqual([]);
  return value?.look;
};

describe("the look of a site", () => {
  it("has the usual values for all that is not given", () => {
    expect(lookOf("theme: {colours: {accent: '#7a1f1f'}}")?.light).toEqual({ ...usualLook.light, accent: "#7a1f1f" });
    expect(lookOf("print: {margins: {inside: 30 mm}}")?.print.margins).toEqual({
      ...usualLook.print.margins,
      inside: 30,
    });
  });

  it("has one accent: lighter in dark mode, dark enough on white paper", () => {
    const look = lookOf("theme: {colours: {accent: '#7a1f1f'}}");
    const { accent, paper, tint } = look?.dark ?? usualLook.dark;
    expect(accent).not.toBe(usualLook.dark.accent);
    expect(Math.min(contrastOf(accent, paper), contrastOf(accent, tint))).toBeGreaterThanOrEqual(4.5);
    expect(look?.print.colours.accent).toBe("#7a1f1f");
  });

  it("on paper is that of pages, where print: does not say another", () => {
    expect(lookOf("theme: {logo: img/logo.svg}")?.print.logo).toBe("img/logo.svg");
    expect(lookOf("theme: {logo: /templates/assets/img/logo.svg}", "print: {logo: img/grey.svg}")?.print.logo).toBe(
      "img/grey.svg",
    );
  });

  it.each([
    ["theme: {colours: {accent: red}}", "theme.colours.accent"],
    ["theme: {logo: img/logo.tiff}", "theme.logo"],
    ["print: {size: 9}", "print.size"],
    ["print: {margins: {top: 3cm}}", "print.margins.top"],
    ["print: {colours: {tint: '#fff'}}", "tint"],
  ])("cannot be %s", (line, field) => {
    const { value, findings } = read(line);
    expect(value).toBeUndefined();
    expect(findings.map(({ code, parameters }) => [code, Object.values(parameters)[0]])).toEqual([
      [field === "tint" ? "front-matter/unknown-key" : "front-matter/invalid-value", field],
    ]);
  });

  it.each([
    ["theme: {colours: {accent: '#e8a33d'}}", "theme.colours.accent"],
    // The ground was chosen, and the usual text cannot be read on it.
    ["theme: {colours: {paper: '#303030', tint: '#303030'}}", "theme.colours.ink"],
    ["theme: {dark: {accent: '#333'}}", "theme.dark.accent"],
    ["print: {colours: {quiet: '#aaa'}}", "print.colours.quiet"],
  ])("that cannot be read is a warning with a colour that can: %s", (line, text) => {
    const { value, findings } = read(line);
    expect(value).toBeDefined();
    const found = findings.find(({ parameters }) => "text" in parameters && parameters.text === text);
    expect(found).toMatchObject({ code: "site/low-contrast" });
    const { better, ground } = Object(found?.parameters) as { better: `#${string}`; ground: `#${string}` };
    expect(contrastOf(better, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
