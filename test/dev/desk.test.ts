import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Permalink } from "../../src/core/model/ids.ts";
import { listDesk } from "../../src/dev/desk.ts";
import { archiveOf, entry } from "../builders.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();
const midnight = new Date(2026, 10, 29);
const minute = 60_000;

/** The desk at noon of a site whose files were saved so many minutes after midnight. */
function deskOf(saved: Readonly<Record<string, number>>) {
  const practices = Object.keys(saved).map((id) => entry({ id, title: id, draft: id === "draft" }));
  for (const [id, minutes] of Object.entries(saved)) {
    const file = join(folder(), `${id}.bg.md`);
    writeFileSync(file, "");
    const at = new Date(midnight.getTime() + minutes * minute);
    utimesSync(file, at, at);
  }
  const site = {
    context: { archive: archiveOf(practices, { withDrafts: true }) },
    pathOf: (file: string) => join(folder(), file.slice(file.lastIndexOf("/") + 1)),
    permalinkOf: (file: string) => `/${file}` as Permalink,
  };
  const { drafts, today } = listDesk(site, new Date(midnight.getTime() + 720 * minute));
  return { drafts: drafts.map(({ title }) => title), today: today.map(({ title }) => title) };
}

it("what was saved since midnight lies on the desk, the last first, beside all drafts", () => {
  expect(deskOf({ yesterday: -1, draft: -9_000, first: 0, last: 700, between: 30 })).toEqual({
    drafts: ["draft"],
    today: ["last", "between", "first"],
  });
});

it.each([20, 21])("of %i texts of today it shows twenty: after a clone every file is of today", (count) => {
  const saved = Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, index]));
  const expected = Array.from({ length: 20 }, (_, index) => `p${count - 1 - index}`);
  expect(deskOf(saved).today).toEqual(expected);
});
