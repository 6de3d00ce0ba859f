import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CompiledTemplates } from "../../../src/site/incremental/compiled-templates.ts";
import { useFolder } from "../../use-folder.ts";

const folder = useFolder();

/** The names of templates that had to be compiled. */
function compiledWith(key: string, names: readonly string[]): readonly string[] {
  const templates = new CompiledTemplates(key, folder());
  const compiled: string[] = [];
  for (const name of names) {
    const code = templates.codeOf(name, () => {
      compiled.push(name);
      return `return "${name}"`;
    });
    expect(code).toBe(`return "${name}"`);
  }
  templates.save();
  return compiled;
}

it("templates are compiled once for the same sources and program, and again where the file cannot be trusted", () => {
  expect(compiledWith("one", ["a", "b"])).toEqual(["a", "b"]);
  expect(compiledWith("one", ["a", "c"])).toEqual(["c"]);
  expect(compiledWith("one", ["a", "b", "c"])).toEqual([]);
  appendFileSync(join(folder(), "templates.json"), " ");
  expect(compiledWith("one", ["a"])).toEqual(["a"]);
  expect(compiledWith("two", ["a"])).toEqual(["a"]);
});
