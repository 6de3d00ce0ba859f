import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { composeFieldsDocument } from "../../src/cms/fields-document.ts";
import { practiceFields } from "../../src/core/model/fields/practice-fields.ts";
import { expectGolden } from "../golden/expect-golden.ts";

it("docs/fields.md describes the fields of a practice as they are", () => {
  expectGolden(composeFieldsDocument(practiceFields), fileURLToPath(new URL("../../docs/fields.md", import.meta.url)));
});

it("says of a field what its row says", () => {
  const document = composeFieldsDocument([
    {
      name: "cost",
      kind: "prose",
      place: "transfer",
      wanted: true,
      shared: true,
      search: 2,
      data: { column: "cost", dublinCore: "coverage" },
    },
  ]);
  expect(document).toContain(
    "| `cost` | long text | wanted | yes | facts after the text | 2 | `cost`, Dublin Core `coverage` | Какво струваше: Пари, време, хора. | What it cost: Money, time, people. |",
  );
});
