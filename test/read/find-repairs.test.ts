import { expect, it } from "vitest";
import { reportRepairs } from "../../src/read/find-repairs.ts";

it.each([
  ["2016–06–09", "2016-06-09", "dash"],
  ["2016‑06‑09", "2016-06-09", "hard-hyphen"],
  ["“2016-06-09”", "2016-06-09", "quotes"],
  ["2016-06-09\u00a0", "2016-06-09", "space"],
  ["2016\u200b-06-09", "2016-06-09", "invisible"],
  ["True", "true", "value"],
])("the sign that %j should not hold is named", (written, meant, kind) => {
  const [found] = reportRepairs("a.bg.md", [{ field: ["date"], on: "value", written, meant }]);
  expect(found).toMatchObject({ code: "front-matter/repaired", parameters: { kind, meant } });
});
