import { expect, it } from "vitest";
import { createFieldWriter, type DocumentDraft } from "../../../src/print/documents/practice-parts.ts";

const letters = { has: (codePoint: number) => codePoint < 0x500 };

it("signs without a letter are one finding for each text, with all of them", () => {
  const draft = { letters, findings: [] } as unknown as DocumentDraft;
  createFieldWriter(draft, "a.md")("Градът 保加 и 保");
  createFieldWriter(draft, "a.md")("利");
  createFieldWriter(draft, "b.md")("加");
  expect(draft.findings).toMatchObject([
    { file: "a.md", parameters: { signs: "保 加 利", count: 3, near: "Градът 保加 и 保" }, location: { text: "保" } },
    { file: "b.md", parameters: { signs: "加", count: 1 } },
  ]);
});
