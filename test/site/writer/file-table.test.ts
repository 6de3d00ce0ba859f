import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { FileTable } from "../../../src/site/writer/file-table.ts";

const file = fc.record({
  hash: fc.string().map((text) => hash("sha256", text)),
  bytes: fc.nat(),
  modified: fc.double({ min: -1, max: 2e12, noNaN: true }),
  changed: fc.double({ min: -1, max: 2e12, noNaN: true }),
  inode: fc.maxSafeNat(),
});
const files = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,2}$/), file), { maxLength: 40 });

it("holds what a map of files does, also what another table gives it", () => {
  fc.assert(
    fc.property(files, files, (own, others) => {
      const [table, other] = [new FileTable(), new FileTable()];
      for (const [path, entry] of own) table.set(path, entry);
      for (const [path, entry] of others) other.set(path, entry);
      table.adopt(structuredClone(other.stored()));
      const expected = new Map([...own, ...others]);
      expect([...table]).toEqual([...expected]);
      expect([table.size, [...table.keys()]]).toEqual([expected.size, [...expected.keys()]]);
      expect(["a", "zz"].map((path) => table.get(path))).toEqual(["a", "zz"].map((path) => expected.get(path)));
    }),
  );
});

it("has room for any number of files", () => {
  const table = new FileTable();
  const entry = (number: number) => ({
    hash: hash("sha256", `${number}`),
    bytes: number,
    modified: 1.5,
    changed: 2.25,
    inode: 7,
  });
  for (let number = 0; number < 1_000; number++) table.set(`${number}`, entry(number));
  expect([0, 255, 256, 999].map((number) => table.get(`${number}`))).toEqual([0, 255, 256, 999].map(entry));
});
