import type { Permalink } from "../../core/model/ids.ts";
import type { RenderContext } from "../../pages/kit/context.ts";
import type { Folders } from "../folders.ts";
import type { LedgerPart } from "../incremental/ledger.ts";
import type { TextPlace } from "../load/body-store.ts";
import type { OutputShare } from "../writer/output-writer.ts";

/* What the two processes of a build say to each other. Orders are carried out one after the other. */

/** What a site is built of, and into. */
export interface Setup {
  readonly folders: Folders;
  readonly place: RenderContext["target"]["place"];
  readonly extent: RenderContext["target"]["extent"];
  readonly withDrafts: boolean;
}

/** Where it lies what came of texts: records as JSON, because V8 reads that faster than its own form; and their HTML. */
export interface SharedTexts {
  readonly records: TextPlace;
  readonly places: readonly (TextPlace | undefined)[];
}

/** What only one process can find out. */
export interface SharedParts
  extends Pick<RenderContext["archive"], "tally" | "versions">,
    Pick<RenderContext, "assets" | "pictures" | "sheetPdfs"> {
  readonly socialImages: readonly Permalink[];
}

/** To the second process. */
export type Order =
  | ({ readonly name: "setup" } & Setup)
  | { readonly name: "read"; readonly files: readonly string[] }
  | ({ readonly name: "texts" } & SharedTexts)
  | { readonly name: "assemble" }
  | { readonly name: "parts"; readonly parts: SharedParts }
  | { readonly name: "render"; readonly permalinks: readonly Permalink[] }
  | { readonly name: "finish" };

/** Some files that the second process has made, to be put into place by the first; it keeps nothing of them. */
export interface MadeShare extends OutputShare {
  readonly ledger: LedgerPart;
  /** Paths of files that have to be written. */
  readonly written: readonly string[];
}

/** From the second process. */
export type Report =
  | ({ readonly name: "texts" } & SharedTexts)
  | { readonly name: "rendered"; readonly count: number; readonly share: MadeShare }
  /** Times: milliseconds by kind of file. */
  | { readonly name: "finished"; readonly times: ReadonlyMap<string, number> }
  | { readonly name: "failed"; readonly why: string };
