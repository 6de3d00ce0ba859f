import type { Finding } from "../core/diagnostics/finding.ts";
import type { Look } from "../core/model/look.ts";
import { createAssetReader, loadPrintTemplates } from "../site/assets/load-templates.ts";
import { composeLookForPaper, findPrintedFonts } from "../site/assets/look-for-paper.ts";
import { readFamily, readPrintFonts } from "./typst/fonts.ts";

/** What all documents of a site share on paper. */
export interface Paper {
  /** Text of the templates by name, with `look.typ`, which is made from site.yaml. */
  readonly templates: ReadonlyMap<string, string>;
  /** The usual fonts and after them those of the site. */
  readonly fonts: readonly Uint8Array[];
  /** What is wrong with the templates. */
  readonly findings: readonly Finding[];
}

/** @param folders of templates, the site's before Praktika's */
export function loadPaper(folders: readonly string[], look: Look): Paper {
  const read = createAssetReader(folders);
  const { value, findings } = loadPrintTemplates(folders);
  const { serif, sans } = findPrintedFonts(look);
  return {
    templates: new Map([...value, ["look.typ", composeLookForPaper(look, read, readFamily)]]),
    fonts: [...readPrintFonts(), ...[...serif, ...sans].flatMap((name) => read(name) ?? [])],
    findings,
  };
}
