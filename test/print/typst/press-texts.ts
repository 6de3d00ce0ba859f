import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { usualLook } from "../../../src/core/model/look.ts";
import { loadPaper } from "../../../src/print/load-paper.ts";
import { readLetters } from "../../../src/print/typst/fonts.ts";
import { openPress, type Press } from "../../../src/print/typst/press.ts";
import { ownTemplates } from "../../../src/site/folders.ts";

/** A press with Praktika's templates, open until the tests of the file have ended. */
export async function openTestPress(look = usualLook): Promise<{
  readonly press: Press;
  readonly letters: Awaited<ReturnType<typeof readLetters>>;
}> {
  const { fonts, templates } = loadPaper([ownTemplates], look);
  const workspace = mkdtempSync(join(tmpdir(), "praktika-press-"));
  const press = await openPress({ setup: { workspace, fonts, templates }, processes: 1, timeoutMs: 120_000 });
  afterAll(() => press.close());
  return { press, letters: await readLetters(fonts) };
}

/** The words of a text without what paper adds or may change: spaces, hyphens at the ends of lines, places to break. */
export function lettersOnly(text: string): string {
  return text.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}|[\s\u2010-]/gu, "");
}
