import { expect, it } from "vitest";
import { readData } from "../../src/read/read-data.ts";

const read = (files: Readonly<Record<string, string>>) =>
  readData(Object.entries(files).map(([name, text]) => ({ path: `content/data/${name}`, text })));

it("reads YAML, JSON and CSV under the names of their files", () => {
  const { value, findings } = read({
    "team.yaml": "- name: Мария\n  since: 2019-01-05\n  phone: 044000123\n",
    "grants.json": '{"2019": 12}',
    "costs.csv": '\ufeffyear,sum\n2019, 4400\n\n2020,"1,5"\n',
  });
  expect(findings).toEqual([]);
  expect(value).toEqual({
    team: [{ name: "Мария", since: "2019-01-05", phone: "044000123" }],
    grants: { "2019": 12 },
    costs: [
      { year: "2019", sum: "4400" },
      { year: "2020", sum: "1,5" },
    ],
  });
});

it("says where a file goes wrong, and reads the others", () => {
  const { value, findings } = read({
    "a.yaml": "x: 1\ny: [\n",
    "b.json": '{\n  "x": 1,\n}',
    "c.csv": 'x\n"1\n',
    "d.json": "[]",
    "d.csv": "x\n1\n",
  });
  expect(findings.map(({ code, file }) => [code, file.slice("content/data/".length)])).toEqual([
    ["data/invalid", "a.yaml"],
    ["data/invalid", "b.json"],
    ["data/invalid", "c.csv"],
    ["data/same-name", "d.csv"],
  ]);
  expect(findings[1]?.location).toEqual({ line: 3, column: 1 });
  expect(value).toEqual({ d: [] });
});

it("is not drowned by aliases that multiply themselves", () => {
  const levels = Array.from(
    { length: 12 },
    (_, level) =>
      `k${level}: &a${level} [${Array(9)
        .fill(level ? `*a${level - 1}` : "x")
        .join(", ")}]`,
  );
  expect(read({ "a.yaml": levels.join("\n") }).findings).toMatchObject([{ code: "data/invalid" }]);
});
