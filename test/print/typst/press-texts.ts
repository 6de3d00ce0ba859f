import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { readLetters, readPrintFonts } from "../../../src/print/typst/fonts.ts";
import { openPress, type Press } from "../../../src/print/typst/press.ts";

const templatesFolder = fileURLToPath(new URL("../../../templates/print/", import.meta.url));

/** A press with Praktika's templates, open until the tests of the file have ended. */
export async function openTestPress(): Promise<{
  readonly press: Press;
  readonly letters: Awaited<ReturnType<typeof readLetters>>;
}> {
  const fonts = readPrintFonts();
  const names = readdirSync(templatesFolder).filter((name) => name.endsWith(".typ"));
  const templates = new Map(names.map((name) => [name, readFileSync(join(templatesFolder, name), "utf8")]));
  const workspace = mkdtempSync(join(tmpdir(), "praktika-press-"));
  const press = await openPress({ setup: { workspace, fonts, templates }, processes: 1, timeoutMs: 120_000 });
  afterAll(() => press.close());
  return { press, letters: await readLetters(fonts) };
}

/** The words of a text without what paper adds or may change: spaces, hyphens at the ends of lines, places to break. */
export function lettersOnly(text: string): string {
  return text.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}|[\s\u2010-]/gu, "");
}
