import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkOutFolder, resolveFolders } from "../../src/site/folders.ts";
import { useFolder } from "../use-folder.ts";

const root = useFolder();

describe("the folder that a site is written to", () => {
  it.each([
    ["dist", []],
    ["content-old", []],
    ["templates-old", []],
    ["content", ["contains-content"]],
    ["", ["contains-content"]],
    ["..", ["contains-content"]],
    ["templates", ["contains-content"]],
    ["content/site", ["inside-content"]],
    ["templates/dist", ["inside-content"]],
    ["link", ["contains-content"]],
  ])("may be %j: %j", (out, reasons) => {
    for (const folder of ["content/site", "templates", "content-old", "templates-old"])
      mkdirSync(join(root(), folder), { recursive: true });
    try {
      symlinkSync("content", join(root(), "link"));
    } catch {
      // It is there from the case before.
    }
    const folders = resolveFolders(root(), { out: join(root(), out) });
    expect(checkOutFolder(folders).map(({ parameters }) => (parameters as { reason: string }).reason)).toEqual(reasons);
  });
});

it("paths in findings begin with the content folder as it is seen from the root", () => {
  const nameOf = (content?: string): string =>
    resolveFolders("/site", content === undefined ? {} : { content }).content.name;
  expect([nameOf(), nameOf("/site/texts/all"), nameOf("/elsewhere/praktiki"), nameOf("/site")]).toEqual([
    "content",
    "texts/all",
    "praktiki",
    "site",
  ]);
});
