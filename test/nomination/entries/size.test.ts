import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { workerOptions } from "../../../deploy/bundle.ts";
import { languages } from "../../../src/core/language/language.ts";

/** In bytes, packed with gzip at level 9, as Cloudflare counts. */
// What every request needs: pages for readers, pictures and sounds come when somebody asks for them.
const limits = { worker: 26_000, withPicture: 40_000, speechWithoutClips: 3_000 };

let outputs: Metafile["outputs"];
const sizes = new Map<string, number>();

beforeAll(async () => {
  const { metafile, outputFiles } = await build({ ...workerOptions, outdir: "built", write: false });
  outputs = metafile.outputs;
  for (const { path, contents } of outputFiles) sizes.set(basename(path), gzipSync(contents, { level: 9 }).length);
});

/** A module and those it cannot run without, by their file names. */
function withStaticImports(name: string, found = new Set<string>()): Set<string> {
  found.add(name);
  for (const { path, kind } of outputs[`built/${name}`]?.imports ?? [])
    if (kind === "import-statement" && !found.has(basename(path))) withStaticImports(basename(path), found);
  return found;
}

const sizeOf = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + (sizes.get(name) ?? Number.NaN), 0);

function moduleOf(input: string): string {
  const found = Object.entries(outputs).find(([, { inputs }]) => input in inputs);
  return basename(found?.[0] ?? "");
}

const captcha = "src/nomination/captcha";

test("the worker stays small, with the picture's glyphs as well", () => {
  const worker = withStaticImports("worker.js");
  expect(sizeOf(worker)).toBeLessThan(limits.worker);
  const picture = withStaticImports(moduleOf(`${captcha}/glyphs.ts`), worker);
  expect(sizeOf(picture)).toBeLessThan(limits.withPicture);
});

test("what draws, speaks and is spoken is read only when somebody asks for it", () => {
  const eager = withStaticImports("worker.js");
  const clips = languages.map((language) => `src/locales/${language}/clips.ts`);
  for (const part of ["draw-picture.ts", "glyphs.ts", "speak-code.ts"].map((name) => `${captcha}/${name}`))
    expect(eager).not.toContain(moduleOf(part));
  for (const part of clips) expect(eager).not.toContain(moduleOf(part));
  const speech = withStaticImports(moduleOf(`${captcha}/speak-code.ts`));
  expect(sizeOf(speech)).toBeLessThan(limits.speechWithoutClips);
  expect(new Set([...speech, ...clips.map(moduleOf)]).size).toBe(speech.size + clips.length);
});

test("nothing of Node is in the worker", () => {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  expect(inputs.filter((path) => path.startsWith("src/nomination/node/"))).toEqual([]);
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  expect(imports.filter(({ external }) => external)).toEqual([]);
});
