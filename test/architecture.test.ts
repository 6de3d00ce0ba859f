import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("..", import.meta.url));
const source = join(project, "src");
const pure = ["core", "locales", "archive", "template", "pages", "review"];
/** Modules that still keep state. Scripts of a page, which live as long as the page, may keep theirs in a function. */
const withState = new Set([
  "site/assets/bundle-scripts.ts",
  "site/incremental/program-identity.ts",
  // A program of its own, which holds one engine as long as it runs.
  "print/typst/engine-process.ts",
]);

/** Rows of the folder table in ARCHITECTURE.md: folder → folders it may import. */
function readTable(): Map<string, string[]> {
  const section =
    readFileSync(join(project, "ARCHITECTURE.md"), "utf8").split("## The folders of src/")[1]?.split("\n## ")[0] ?? "";
  const rows = [...section.matchAll(/^\| (\w+) \| [^|]+ \| ([^|]+) \|$/gm)].filter(([, folder]) => folder !== "folder");
  return new Map(
    rows.map(([, folder = "", may = ""]) => [
      folder,
      may.trim() === "–" ? [] : may.split(",").map((name) => name.trim()),
    ]),
  );
}

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, specifier = ""]) => specifier);
}

const folderOf = (file: string): string => relative(source, file).split(sep)[0] ?? "";
const table = readTable();

describe("the arrows between folders", () => {
  it("are those of the table in ARCHITECTURE.md, for every folder there is", () => {
    const folders = readdirSync(source).sort();
    expect([...table.keys()].sort()).toEqual(folders);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => folderOf(join(dirname(file), specifier)))
        .filter((target) => target !== folderOf(file) && !table.get(folderOf(file))?.includes(target))
        .map((target) => `${relative(project, file)} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("never form a cycle", () => {
    const order = [...table.keys()];
    for (const [folder, may] of table) {
      for (const other of may) expect(order.indexOf(other), `${folder} → ${other}`).toBeLessThan(order.indexOf(folder));
    }
  });

  it("keep the pure folders from touching the machine", () => {
    const wrong = files
      .filter((file) => pure.includes(folderOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith("node:"))
          .map((specifier) => `${relative(project, file)}: ${specifier}`),
      );
    expect(wrong).toEqual([]);
    const impure = files.filter(
      (file) =>
        pure.includes(folderOf(file)) &&
        !/[\\/](browser|worker)[\\/]/.test(file) &&
        /\b(Date\.now|new Date\(\)|Math\.random|process\.)/.test(readFileSync(file, "utf8")),
    );
    expect(impure.map((file) => relative(project, file))).toEqual([]);
  });
});

describe("the house", () => {
  it("has files of at most 400 lines", () => {
    const long = files.filter((file) => readFileSync(file, "utf8").split("\n").length > 400);
    expect(long.map((file) => relative(project, file))).toEqual([]);
  });

  it("has no circle of files that import each other, types included", () => {
    const paths = new Set(files);
    const above = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((specifier) => specifier.startsWith("."))
          .map((specifier) => join(dirname(file), specifier))
          .filter((target) => paths.has(target)),
      ]),
    );
    // What imports nothing that is left, or is imported by nothing that is left, is taken away until nothing can be: circles stay.
    for (let count = 0; count !== above.size; ) {
      count = above.size;
      const imported = new Set([...above.values()].flat());
      for (const [file, targets] of above)
        if (!imported.has(file) || !targets.some((target) => above.has(target))) above.delete(file);
    }
    expect([...above.keys()].map((file) => relative(project, file))).toEqual([]);
  });

  it("keeps no state in modules: it would outlive the build, the request or the test that made it", () => {
    const mutable = /^(?:export )?(?:let \w+|const \w+(?:: (?!Readonly)[^=]+)? = new (?:Weak)?(?:Map|Set)\b)/gm;
    const found = files.flatMap((file) => {
      const [path, text] = [relative(source, file).split(sep).join("/"), readFileSync(file, "utf8")];
      return withState.has(path) ? [] : [...text.matchAll(mutable)].map(([declaration]) => `${path}: ${declaration}`);
    });
    expect(found).toEqual([]);
  });

  it("keeps what rendering works out in the memo of the context alone, which hands on what it was made of", () => {
    const rendering = ["core", "archive", "template", "pages", "site"];
    const caches = files
      .filter((file) => rendering.includes(folderOf(file)))
      .filter((file) => /\bWeak(?:Map|Set|Ref)\b/.test(readFileSync(file, "utf8")));
    expect(caches.map((file) => relative(project, file))).toEqual([]);
    // A page is a function of its route and of what it looks at: it has nowhere to keep anything.
    const classes = files
      .filter((file) => folderOf(file) === "pages" && !/[\\/](?:browser|worker|engine)[\\/]/.test(file))
      .filter((file) => /^(?:export )?class /m.test(readFileSync(file, "utf8")));
    expect(classes.map((file) => relative(project, file))).toEqual([]);
  });

  it("names no registry in its lock file and gives a reason for every dependency", () => {
    expect(readFileSync(join(project, "package-lock.json"), "utf8")).not.toContain('"resolved": "http');
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    const reasons = readFileSync(join(project, "docs/dependencies.md"), "utf8");
    const unexplained = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => {
      const short = name.replace(/^@fontsource-variable\//, "");
      return !name.startsWith("@types/") && !reasons.includes(short);
    });
    expect(unexplained).toEqual([]);
  });
});
