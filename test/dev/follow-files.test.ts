import {
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Following, followFiles, type Taken } from "../../src/dev/follow-files.ts";
import { LiveSite } from "../../src/dev/live-site.ts";
import { createFileLook } from "../../src/dev/look-at-files.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { temporaryRoot } from "../run-praktika.ts";

const text = "---\ntitle: Нова\ninnovator: Община Русе\ndate: 2016-01-02\n---\n\n## Практика\n\nТекст.\n";
const page = "bg/practices/nova/index.html";

/** A site with what follows its files; changes between reading and watching are made by `meanwhile`. */
async function open(root: string, { polls = false, meanwhile = () => {} } = {}) {
  const folders = resolveFolders(root, {});
  const look = createFileLook(folders);
  const site = await LiveSite.open(folders, () => undefined);
  meanwhile();
  const taken: Taken[] = [];
  const failures: string[] = [];
  const following: Following = followFiles(site, folders, {
    look,
    polls,
    taken: (change) => taken.push(change),
    reassembled: () => undefined,
    watchFailed: (reason) => failures.push(reason),
  });
  onTestFinished(() => following.close());
  return { site, following, taken, failures };
}

const write = (root: string, path: string, words: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), words);
};

it("shows what is new, gone and set otherwise where nothing tells of changes", async () => {
  const root = temporaryRoot("small-site");
  const { site, following } = await open(root, { polls: true });
  write(root, "content/practices/2016/nova.bg.md", text);
  write(root, "content/site.yaml", "name: Друго име\n");
  rmSync(join(root, "content/practices/2016/treta.bg.md"));
  await following.catchUp();
  expect(site.routeOf(page)).toBeDefined();
  expect(site.routeOf("bg/practices/treta/index.html")).toBeUndefined();
  expect(site.context.archive.site.name.bg).toBe("Друго име");
});

it("misses nothing that happens between reading the site and watching it", async () => {
  const root = temporaryRoot("small-site");
  const meanwhile = (): void => write(root, "content/practices/2016/nova.bg.md", text);
  const { site, following, taken, failures } = await open(root, { meanwhile });
  await following.watching;
  expect(site.routeOf(page)).toBeDefined();
  expect(taken.flatMap(({ paths }) => paths)).toEqual([join(root, "content/practices/2016/nova.bg.md")]);
  expect(failures).toEqual([]);
});

it("watches a content folder that is a link to another place", async () => {
  const root = realpathSync(temporaryRoot("small-site"));
  const elsewhere = realpathSync(temporaryRoot());
  renameSync(join(root, "content"), join(elsewhere, "texts"));
  symlinkSync(join(elsewhere, "texts"), join(root, "content"));
  const { site, following } = await open(root);
  await following.watching;
  write(elsewhere, "texts/practices/2016/nova.bg.md", text);
  await expect.poll(() => site.routeOf(page)).toBeDefined();
});

it("looks at names, sizes and times, and not again at what it was told of", () => {
  const root = temporaryRoot("small-site");
  const look = createFileLook(resolveFolders(root, {}));
  const [first, second] = ["content/practices/2016/treta.bg.md", "content/themes.yaml"].map((path) => join(root, path));
  expect(look.lookNow()).toEqual([]);
  cpSync(first as string, join(root, "content/practices/2016/kopie.bg.md"));
  utimesSync(second as string, 1, 1);
  expect([...look.lookNow()].sort()).toEqual([join(root, "content/practices/2016/kopie.bg.md"), second].sort());
  write(root, "content/practices/2016/treta.bg.md", text);
  look.note([first as string]);
  expect(look.lookNow()).toEqual([]);
  write(root, "content/.treta.swp", "");
  rmSync(second as string);
  expect(look.lookNow()).toEqual([second]);
  // The next look of its own comes no sooner than a second later.
  write(root, "content/themes.yaml", "");
  expect(look.findChanged()).toEqual([]);
  expect(existsSync(second as string)).toBe(true);
});
