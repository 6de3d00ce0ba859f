import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outputPath } from "../../src/archive/permalinks.ts";
import { severityOf } from "../../src/core/diagnostics/severity.ts";
import { LiveSite } from "../../src/dev/live-site.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { runs } from "../setup/soak.ts";
import { change, firstFiles, rounds, writeFiles } from "./edits.ts";

/*
 * After any sequence of edits the site that the development server shows is the one that it would show if it were started now.
 */

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-live-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (root: string): Promise<LiveSite> => LiveSite.open(resolveFolders(root, {}), () => undefined);

/** All pages and other files; what cannot be shown as the reason why. */
function readAll(site: LiveSite): Readonly<Record<string, string>> {
  const paths = site.context.routes.map(({ permalink }) => outputPath(permalink)).sort();
  return Object.fromEntries(
    paths.map((path) => {
      try {
        return [path, String(site.read(path))];
      } catch (error) {
        return [path, (error as Error).message];
      }
    }),
  );
}

test("a site that lived through edits is the site as its files are", async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (changes) => {
      const root = mkdtempSync(join(folder, "root-"));
      const files = firstFiles();
      writeFiles(root, files);
      const live = await open(root);
      for (const round of changes) {
        for (const edit of round) change(files, edit);
        await live.update(writeFiles(root, files));
        live.reassembleIfNeeded();
        const fresh = await open(root);
        expect(live.diagnose()).toEqual(fresh.diagnose());
        // Of a text with errors the live site shows the last good form.
        if (fresh.diagnose().some((diagnostic) => severityOf(diagnostic) === "error")) break;
        expect(readAll(live)).toEqual(readAll(fresh));
      }
      rmSync(root, { recursive: true });
    }),
    { numRuns: runs(6, 300) },
  );
});

test("a page that is asked for is up to date before anybody has told of the change", async () => {
  const root = mkdtempSync(join(folder, "asked-"));
  const files = firstFiles();
  writeFiles(root, files);
  const live = await open(root);
  const [path = "", text = ""] = [...files].find(([name]) => name.includes("/practices/")) ?? [];
  const page = outputPath(live.permalinkOf(path) ?? ("/" as never));
  files.set(path, `${text}\nНовото изречение.\n`);
  writeFiles(root, files);
  live.refresh(page);
  expect(String(live.read(page))).toContain("Новото изречение.");
});
