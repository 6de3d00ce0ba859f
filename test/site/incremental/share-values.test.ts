import fc from "fast-check";
import { expect, it } from "vitest";
import { createSharer } from "../../../src/site/incremental/share-values.ts";

it("values of JSON stay as they are", () => {
  const share = createSharer();
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.stringify(share(JSON.parse(text)))).toBe(text);
    }),
  );
});

it("lists without items are one, which nobody can add to", () => {
  const share = createSharer();
  const [a, b] = [share({ themes: [] as string[] }), share([[]] as string[][])];
  expect(a.themes).toBe(b[0]);
  expect(() => a.themes.push("energy")).toThrow(TypeError);
});
