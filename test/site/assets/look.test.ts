import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { usualLook } from "../../../src/core/model/look.ts";
import { findPrintFonts, readFamily } from "../../../src/print/typst/fonts.ts";
import { composeLookForPaper } from "../../../src/site/assets/look-for-paper.ts";
import { useTemporarySite } from "../temporary-site.ts";

const font = readFileSync([...findPrintFonts().values()][0] ?? "");

describe("the look of site.yaml in a built site", () => {
  const site = useTemporarySite();
  const write = (...lines: readonly string[]) =>
    site.write("content/site.yaml", ["name: Архив", "languages: bg", ...lines].join("\n"));
  const styles = (name: string): string => {
    const folder = site.path("dist/assets/css");
    const file = readdirSync(folder).find((other) => other.startsWith(`${name}.`));
    return readFileSync(`${folder}/${file}`, "utf8");
  };
  const home = (): string => readFileSync(site.path("dist/bg/index.html"), "utf8");

  it("is in style sheets with a name of their own, light, dark and on paper", async () => {
    write("theme: {colours: {accent: '#7a1f1f'}}", "print: {size: 12, margins: {top: 25}}");
    const { diagnostics } = await site.build();
    expect(diagnostics).toEqual([]);
    expect(styles("screen")).toMatch(/:root\{[^}]*--accent: #7a1f1f;[^}]*--cover: #7a1f1f;/);
    expect(styles("screen")).toMatch(/prefers-color-scheme: dark\)\{:root\{[^}]*--accent: #(?!a3cdb6|7a1f1f)/);
    expect(styles("print")).toMatch(/@page\{size: auto;margin: 25mm 18mm 18mm 22mm/);
    // Black by default: most office printers are.
    expect(styles("print")).toMatch(/--accent: #000000;[^}]*--type: 1\.2[;}]/);
    expect(home()).not.toContain(" style=");
  });

  it("changes the site when it changes, and nothing else does", async () => {
    site.write("templates/assets/img/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    site.write("templates/assets/fonts/own.ttf", font);
    write();
    await site.build();
    const before = home();
    expect(before).not.toContain("site-logo");
    write("theme: {logo: img/logo.svg, fonts: {serif: {regular: fonts/own.ttf}}}");
    await site.build();
    expect(home()).toMatch(/<img class="site-logo" src="\.\.\/assets\/img\/logo\.[0-9a-f]+\.svg" alt="">/);
    expect(styles("screen")).toMatch(/font-family: "Own serif";[^}]*url\("\.\.\/fonts\/own\.[0-9a-f]+\.ttf"\)/);
    // The usual font of texts is not fetched at once, where another takes its place.
    expect(home()).not.toMatch(/preload" href="[^"]*serif-/);
    const { written } = await site.build();
    expect(written).toBe(0);
    write();
    await site.build();
    expect(home()).toBe(before);
  });

  it("that names a file which is not there leaves the site as it was", async () => {
    write();
    await site.build();
    const before = home();
    write("theme: {favicon: img/other.svg}");
    const { diagnostics } = await site.build();
    expect(diagnostics.map(({ code }) => code)).toEqual(["look/missing-file"]);
    expect(home()).toBe(before);
  });
});

describe("the look for paper", () => {
  const read = (name: string): Uint8Array | undefined =>
    name.endsWith(".ttf") ? font : name.endsWith(".png") ? new Uint8Array([1, 2]) : Buffer.from('<svg a="\\"/>');
  const compose = (look: Partial<typeof usualLook>) => composeLookForPaper({ ...usualLook, ...look }, read, readFamily);

  it("has the family that a font file names, and changes with its bytes", () => {
    expect(readFamily(font)).toBe("Source Serif 4");
    const own = compose({ fonts: { serif: { regular: "a.ttf" }, sans: { regular: "b.woff2" } } });
    expect(own).toContain('#let own-serif = ("Source Serif 4",)');
    expect(own).toContain("#let own-sans = ()");
    expect(own).toMatch(/^\/\/ [0-9a-f]{64}$/m);
  });

  it("holds a logo as data: no text of it becomes code", () => {
    const printWith = (logo: string) => compose({ print: { ...usualLook.print, logo } });
    expect(printWith("a.svg")).toContain('bytes("<svg a=\\"\\\\\\"/>"), format: "svg"');
    expect(printWith("a.png")).toContain('bytes((1,2)), format: "png"');
    expect(compose({})).toContain("#let logo = none");
  });

  it("leaves the head of a sheet its room above the text", () => {
    expect(compose({})).toContain("(inside: 22mm, outside: 18mm, top: 24mm, bottom: 19mm)");
  });
});
