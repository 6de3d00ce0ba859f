import type { FindingTexts } from "../core/diagnostics/texts.ts";
import type { Language } from "../core/language/language.ts";
import type { FieldTexts } from "./field-texts.ts";
import type { BodyTexts } from "./types/body.ts";
import type { CliTexts } from "./types/cli.ts";
import type { CompareTexts } from "./types/compare.ts";
import type { DataTexts } from "./types/data.ts";
import type { DevTexts } from "./types/dev.ts";
import type { OfflineTexts } from "./types/offline.ts";
import type { RefusalTexts } from "./types/refusals.ts";
import type { SectionTexts } from "./types/sections.ts";
import type { SiteTexts } from "./types/site.ts";
import type { UnreadableTexts } from "./types/unreadable.ts";
import type { Writing } from "./types/writing.ts";

/**
 * All that Praktika says in one language, by where it is read. Each topic is a file of the language's folder, and its type the file
 * of the same name in `types/`. The endpoint's texts are apart (`endpoint.ts`).
 */
export interface Locale extends FindingTexts {
  readonly language: Language;
  /** The pages of the site, with the search and the selection. */
  readonly site: SiteTexts;
  readonly compare: CompareTexts;
  readonly data: DataTexts;
  readonly offline: OfflineTexts;
  /** Parts of a rendered text. */
  readonly body: BodyTexts;
  readonly sections: SectionTexts;
  readonly writing: Writing;
  /** The command line, with `new`, `import` and `votes`. */
  readonly cli: CliTexts;
  readonly dev: DevTexts;
  readonly unreadable: UnreadableTexts;
  readonly refusals: RefusalTexts;
  /** Labels and hints of fields in forms. */
  readonly fields: FieldTexts;
}
