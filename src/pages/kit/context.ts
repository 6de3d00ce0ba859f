import type { Language } from "../../core/language/language.ts";
import type { Archive, Edition } from "../../core/model/archive.ts";
import type { Body } from "../../core/model/body.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { ScaledPictures } from "../../core/model/picture.ts";
import type { LinkStyle, Route } from "../../core/model/route.ts";
import type { SheetPdf } from "../../core/model/sheet-pdf.ts";
import type { Templates } from "../../template/create-templates.ts";

/** Everything that rendering a route may look at. Nothing in it changes during a build. */
export interface RenderContext {
  readonly archive: Archive;
  /** All routes of the site, and the permalinks among them: a page links only to what exists. */
  readonly routes: readonly Route[];
  readonly planned: ReadonlySet<Permalink>;
  /** The rendered text of a file of the content. */
  readonly bodyOf: (file: string) => Body;
  /** Forewords of issues, rendered, by issue file and language. */
  readonly forewordOf: (file: string, language: Language) => Body | undefined;
  /** What `make` works out from the text of a file. A build remembers it until the text is another. */
  readonly remembered: (file: string, make: () => string) => string;
  /** Of a text in UTF-8, in hexadecimal digits. */
  readonly sha256: (text: string) => string;
  readonly templates: Templates;
  /** Permalinks of assets by name, such as `css/screen.css`. */
  readonly assets: ReadonlyMap<string, Permalink>;
  /** Photographs in sizes for screens. */
  readonly pictures: ScaledPictures;
  /** Permalinks of the pictures for links that there are. */
  readonly cards: ReadonlySet<Permalink>;
  readonly linkStyle: LinkStyle;
  /** False: all practices are set alike on paper, without a QR code. Fitting each to its sides is work. */
  readonly fitsSheets: boolean;
  /** Printed sheets that are published with the site. */
  readonly sheetPdfs: ReadonlyMap<Permalink, SheetPdf>;
}

/** The edition a route belongs to. */
export function editionOf(context: RenderContext, language: Language): Edition {
  const edition = context.archive.editions.get(language);
  if (!edition) throw new Error(`no edition in language ${language}`);
  return edition;
}
