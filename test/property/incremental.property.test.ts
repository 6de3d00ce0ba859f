import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTarget, type Extent, type Place } from "../../src/core/target.ts";
import { build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { runs } from "../setup/soak.ts";
import { change, type Edit, type Files, firstFiles, listFiles, rounds, writeFiles } from "./edits.ts";

/*
 * After any sequence of edits the site that grew from build to build is the site that a clean build makes, byte for byte: also with
 * templates of its own, which show whole values of what they are given, and with another tally or other options.
 */

interface BuildChoice {
  readonly place: Place;
  readonly extent: Extent;
  readonly withDrafts: boolean;
  /** Nominations of the first practices; undefined: built without a tally. */
  readonly votes: readonly number[] | undefined;
}

const usual: BuildChoice = { place: "web", extent: "full", withDrafts: false, votes: undefined };

const choices: fc.Arbitrary<BuildChoice> = fc.record({
  place: fc.constantFrom("web", "web", "web", "disk"),
  extent: fc.constantFrom("full", "full", "full", "pages"),
  withDrafts: fc.boolean(),
  votes: fc.option(fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }), { nil: undefined }),
});

/** Most builds are like the one before. */
const sequences = fc.tuple(
  rounds,
  fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, choices), { maxLength: 4 }),
);

/** A practice gets another name, and the next its old one and its words: feeds kept the old address once. */
const sameTextUnderTwoNames = [[{ kind: "rename", a: 0, b: 0 }], [{ kind: "add", a: 0, b: 0 }]];
/** The nominations of a related practice, in a template of the site: nobody had listed them as something that a page shows. */
const countInOwnTemplate = [[{ kind: "ownTemplate", a: 1, b: 0 }], [{ kind: "nothing", a: 0, b: 0 }]];
const counted = [1, 7].map((votes): BuildChoice => ({ ...usual, votes: [votes, votes] }));

/** An archive adds a field, calls it otherwise, and then its texts and sections. */
const ownWords = [
  [
    { kind: "fields", a: 1, b: 0 },
    { kind: "stage", a: 0, b: 0 },
  ],
  [{ kind: "fields", a: 2, b: 1 }],
  [{ kind: "setting", a: 6, b: 1 }],
  [{ kind: "setting", a: 7, b: 1 }],
  [{ kind: "fields", a: 0, b: 0 }],
];

/** Places of the archive's own, of the same names: what a name had been found to mean was kept, and only the first text knew by what. */
const ownPlaces = [[{ kind: "places", a: 5, b: 0 }]];

const examples: [readonly [Edit[][], (BuildChoice | undefined)[]]][] = [
  [[sameTextUnderTwoNames, []]],
  [[countInOwnTemplate, counted]],
  [[ownWords, []]],
  [[ownPlaces, []]],
];

/** Some minutes at rest; a soak takes an hour and more. */
const limitMs = runs(1_200_000, 36_000_000);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-incremental-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  "an incremental build is a clean build",
  async () => {
    await fc.assert(
      fc.asyncProperty(sequences, async ([changes, chosen]) => {
        let choice = usual;
        const root = mkdtempSync(join(folder, "grown-"));
        const files = firstFiles();
        await writeAndBuild(root, files, usual);
        for (const [index, round] of changes.entries()) {
          choice = chosen[index] ?? choice;
          for (const edit of round) change(files, edit);
          const grown = await writeAndBuild(root, files, choice);
          const fresh = mkdtempSync(join(folder, "clean-"));
          const clean = await writeAndBuild(fresh, files, choice);
          expect(grown.diagnostics).toEqual(clean.diagnostics);
          // With errors nothing is written, and the last site stays.
          if (existsSync(join(fresh, "dist"))) expect(readSite(root)).toEqual(readSite(fresh));
          rmSync(fresh, { recursive: true });
        }
        rmSync(root, { recursive: true });
      }),
      { numRuns: runs(6, 500), examples },
    );
  },
  limitMs,
);

function tallyOf(votes: readonly number[]): string {
  const counts = Object.fromEntries(votes.map((count, number) => [`praktika-${number}`, count]));
  return JSON.stringify({ counts, log: { size: 9, root: "a".repeat(64) }, asOf: "2026-11-28T12:00:00Z" });
}

/** Brings a folder in line with the files and builds. */
async function writeAndBuild(root: string, files: Files, { place, extent, withDrafts, votes }: BuildChoice) {
  writeFiles(root, files);
  const tally = join(root, "tally.json");
  if (votes) writeFileSync(tally, tallyOf(votes));
  return build({
    folders: resolveFolders(root, {}),
    target: createTarget(place, extent),
    withDrafts,
    tally: votes && tally,
    withSheetPdfs: true,
    write: true,
    progress: () => undefined,
  });
}

function readSite(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...listFiles(root, ["dist"])].sort().map((path) => [path, readFileSync(join(root, path), "latin1")]),
  );
}
