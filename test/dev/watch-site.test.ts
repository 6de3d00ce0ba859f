import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { watchSite } from "../../src/dev/watch-site.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();

it("tells of what is written, and not of what editors write beside it while they save", async () => {
  const content = join(folder(), "content");
  mkdirSync(join(content, "practices"), { recursive: true });
  mkdirSync(join(folder(), "dist"));
  const seen: string[] = [];
  let arrived = (): void => undefined;
  const last = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const watching = watchSite(
    resolveFolders(folder(), {}),
    (paths) => {
      seen.push(...paths.map((path) => basename(path)));
      if (seen.includes("last.bg.md")) arrived();
    },
    (reason) => seen.push(reason),
  );
  try {
    await watching.ready;
    const passing = [
      "4913",
      ".most.bg.md.swp",
      "most.bg.md~",
      "most.swx",
      "most.tmp",
      "most.BAK",
      "most.part",
      ".hidden",
    ];
    for (const name of passing) writeFileSync(join(content, "practices", name), "x");
    writeFileSync(join(folder(), "dist/built.html"), "x");
    writeFileSync(join(folder(), "beside.txt"), "x");
    for (const name of ["most.bg.md", "parts.bg.md", "last.bg.md"])
      writeFileSync(join(content, "practices", name), "x");
    await last;
    expect([...new Set(seen)].sort()).toEqual(["last.bg.md", "most.bg.md", "parts.bg.md"]);
  } finally {
    await watching.close();
  }
});
