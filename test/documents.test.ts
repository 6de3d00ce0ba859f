import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));
const read = (name: string): string => readFileSync(join(project, name), "utf8");
const linesOf = (name: string): number => read(name).split("\n").length - 1;

/** Every document of the repository, by path. */
const documents = [
  ...readdirSync(project).filter((name) => name.endsWith(".md")),
  ...["docs", "deploy", "test/bench"].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
      .map((name) => join(folder, name)),
  ),
];

/** The paths of the repository that a text names between backticks; `*` and `<…>` stand for any name. */
function namedPaths(text: string): string[] {
  const quoted = [...text.matchAll(/`((?:src|test|templates|docs|deploy)\/[^`\s]*)`/g)].map(([, path = ""]) => path);
  return quoted.map((path) => path.split(/[*<{]/)[0] ?? "");
}

/** The relative addresses that a text links to or shows as pictures. */
function linkedFiles(text: string): string[] {
  const inMarkdown = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, address = ""]) => address);
  const inHtml = [...text.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address = ""]) => address);
  return [...inMarkdown, ...inHtml].filter((address) => !/^(?:[a-z]+:|\/|#)/.test(address));
}

/** A text without its examples of code. */
const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");

describe("the documents", () => {
  it("are those a newcomer looks for", () => {
    for (const name of ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE"]) {
      expect(existsSync(join(project, name)), name).toBe(true);
    }
  });

  it("begin with the two commands in the README", () => {
    const [first = "", second = ""] = read("README.md").split("```");
    expect(first.trim()).toBe("# Praktika");
    expect(second).toContain("npm ci && npm start");
    expect(second).toContain("npm ci && npm test");
  });

  it("are short where a newcomer begins", () => {
    expect(linesOf("README.md")).toBeLessThan(120);
    expect(linesOf("ARCHITECTURE.md")).toBeLessThan(150);
  });

  it.each(documents)("%s names only files that exist", (name) => {
    const missing = namedPaths(read(name)).filter((path) => !existsSync(join(project, path)));
    expect(missing).toEqual([]);
  });

  it.each(documents)("%s links only to files that exist", (name) => {
    const missing = linkedFiles(withoutCode(read(name))).filter(
      (path) => !existsSync(join(project, dirname(name), decodeURI(path))),
    );
    expect(missing).toEqual([]);
  });

  it("are all linked from the README, ARCHITECTURE.md or another of them", () => {
    const linked = new Set(
      documents.flatMap((name) => linkedFiles(withoutCode(read(name))).map((path) => join(dirname(name), path))),
    );
    const lost = documents.filter((name) => name.startsWith("docs") && !linked.has(name));
    expect(lost).toEqual([]);
  });
});
