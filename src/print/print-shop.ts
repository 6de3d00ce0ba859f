import { hash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Finding } from "../core/diagnostics/finding.ts";
import type { Folders } from "../site/folders.ts";
import type { SiteInMemory } from "../site/site-in-memory.ts";
import { type FitMemory, openFitMemory } from "./book/fit-memory.ts";
import { loadPaper } from "./load-paper.ts";
import { readLetters } from "./typst/fonts.ts";
import type { Letters } from "./typst/letters.ts";
import { openPictureShelf, type PictureShelf } from "./typst/pictures.ts";
import { NoTypst, openPress, type Press } from "./typst/press.ts";

/** What printing needs beside the archive: opened once for all that a command prints. */
export interface PrintShop {
  readonly site: SiteInMemory;
  readonly letters: Letters;
  readonly pictures: PictureShelf;
  /** Text of the templates of paper, by name. */
  readonly templates: ReadonlyMap<string, string>;
  /** Which Typst and which fonts: others may print another PDF. */
  readonly typst: string;
  /** How practices of books were set before. */
  readonly fits: FitMemory;
  /** What is wrong with the templates. */
  readonly findings: readonly Finding[];
  /** Starts the press when it is first asked for. Rejects with `NoTypst`. */
  readonly press: () => Promise<Press>;
  /** Ends its processes. */
  close(): Promise<void>;
}

export interface ShopOptions {
  readonly folders: Folders;
  readonly processes: number;
  /** Default: enough for a book of the whole archive. */
  readonly timeoutMs?: number;
  /** Default: the one that Praktika is tested with. */
  readonly packageName?: string;
}

/** The package that prints. It is optional, because it has programs for most machines, but not for all. */
const typstPackage = "@myriaddreamin/typst-ts-node-compiler";

const usualTimeoutMs = 300_000;

/** Opens what printing needs. Rejects with `NoTypst`. */
export async function openPrintShop(
  site: SiteInMemory,
  { folders, processes, timeoutMs = usualTimeoutMs, packageName = typstPackage }: ShopOptions,
): Promise<PrintShop> {
  const typst = identifyTypst(packageName);
  const { templates, fonts, findings } = loadPaper(folders.templates, site.context.archive.site.look);
  const setup = { workspace: folders.content.folder, fonts, templates };
  const letters = await readLetters(fonts);
  let opening: Promise<Press> | undefined;
  return {
    site,
    letters,
    pictures: openPictureShelf(folders.content.folder, site.context.archive.media, letters),
    templates,
    typst: JSON.stringify([typst, ...fonts.map((font) => hash("sha256", font))]),
    fits: openFitMemory(join(folders.state, "cache/fits.json")),
    findings,
    press: () => {
      opening ??= openPress({ setup, processes, timeoutMs });
      return opening;
    },
    async close() {
      const press = await opening?.catch(() => undefined);
      await press?.close();
    },
  };
}

/** Name and version of the installed package. Throws `NoTypst`. */
function identifyTypst(packageName: string): string {
  try {
    const { version } = createRequire(import.meta.url)(`${packageName}/package.json`) as { version: string };
    return `${packageName} ${version}`;
  } catch (error) {
    throw new NoTypst(error instanceof Error ? error.message : String(error));
  }
}
