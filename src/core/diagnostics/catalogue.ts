import { type ImportParameters, importSeverities } from "./import-catalogue.ts";
import type {
  FieldRepairKind,
  HtmlFix,
  LostReason,
  PictureFault,
  RawMarkup,
  Severity,
  TallyExpectation,
  UnreadableImage,
  UnreadableReason,
  YamlReason,
} from "./kinds.ts";
import { type PlacesParameters, placesSeverities } from "./places-catalogue.ts";

/**
 * Every finding Praktika can report: its permanent code, its severity and the values its texts need.
 * The texts themselves are in `locales/`; the compiler demands those of every language for each code.
 */
export interface DiagnosticParameters extends ImportParameters, PlacesParameters {
  "content/not-utf8": { encoding: string; isSure: boolean; text: string | undefined };
  "content/bom": object;
  "content/crlf": object;
  "content/control-character": { codePoint: string; becomes: "space" | "nothing" };
  "content/merge-conflict": { from: number; to: number };
  "content/misread-letters": { written: string; meant: string };
  "content/lost-letters": { text: string };
  "content/leftover": object;
  "content/copy": { original: string; exists: boolean };
  "content/misnamed": { meant: string };
  "content/other-ending": { meant: string };
  "content/placeholder": { text: string };
  "content/empty-file": object;
  "content/shallow-history": object;
  "content/symlink": { target: string };
  "content/unreadable": { reason: string; what: "file" | "folder" };
  "content/unexpected-file": { expected: string };
  "content/invalid-id": { id: string; suggestion: string };
  "content/duplicate-id": { id: string; language: string; other: string };
  "content/id-case": { id: string; other: string; otherFile: string };
  "content/unknown-language": { language: string; known: string };
  "content/language-mismatch": { inFile: string; inName: string };
  "content/year-mismatch": { folder: string; year: string };
  "content/empty-text": { sections: readonly string[] };
  "content/missing-section": { section: string };
  "content/repeated-section": { section: string };
  "content/guidance-left": { section: string };
  "content/empty-part": { what: "section" | "heading" | "entry" | "field" | "note"; name: string };

  /** `fieldsAt`: the line in which the fields begin, if text stands above them. */
  "front-matter/missing": { fieldsAt: number | undefined };
  "front-matter/repaired": { kind: FieldRepairKind; meant: string };
  "front-matter/odd-date": { value: string; suggestion: string | undefined };
  "front-matter/several-values": { field: string; values: readonly string[]; isList: boolean };
  "front-matter/unclosed": object;
  "front-matter/language": { language: string };
  "front-matter/missing-field": { field: string; example: string; present: boolean };
  "front-matter/not-stated": { field: string };
  "front-matter/markup": { field: string; written: string; meant: string };
  "front-matter/unknown-key": { key: string; nearest: string | undefined; known: string; declarable: boolean };
  "front-matter/wrong-type": { field: string; expected: string; actual: string; example: string | undefined };
  "front-matter/invalid-value": { field: string; value: string; allowed: string; nearest: string | undefined };
  "front-matter/invalid-date": { field: string; value: string; readings: readonly string[] };
  "front-matter/impossible-date": { field: string; value: string; lastDay: string | undefined };
  "front-matter/invalid-url": { field: string; value: string; suggestion: string | undefined };
  "front-matter/invalid-number": { field: string; value: string; unit: string };
  "front-matter/invalid-money": { field: string; value: string };
  "front-matter/sum-differs": { field: string; total: string; sum: string; parts: string };
  "front-matter/unknown-theme": { theme: string; nearest: string | undefined; known: string };
  "front-matter/unknown-municipality": { name: string; nearest: string | undefined };
  "front-matter/ambiguous-municipality": { name: string; codes: string };
  "front-matter/unknown-practice": { id: string; field: string; nearest: string | undefined };

  "texts/unknown": { key: string; nearest: string | undefined };
  "texts/left-over": { word: string; language: string; count: number; keys: string };
  "texts/parameters": { key: string; expected: string; text: string };

  "fields/unknown": { name: string; nearest: string | undefined };
  "fields/invalid-name": { name: string; fixed: string };
  "fields/built-in": { name: string; key: string; sayable: string };
  "fields/needed": { name: string };
  "fields/no-values": { name: string };
  "fields/invalid-part": { name: string; part: string; sums: string; nearest: string | undefined };
  "fields/no-filter": { name: string; kind: string };
  "fields/same-column": { column: string; other: string };

  "yaml/syntax": { reason: YamlReason; line: string | undefined };
  "yaml/tab": object;
  "yaml/duplicate-key": { key: string; other: number; lines: readonly string[] };
  "yaml/unclosed-quote": { quote: string };
  "yaml/quote-not-indented": { key: string };
  "yaml/colon-in-value": { key: string; quoted: string };
  "yaml/comment-in-value": { lost: string; fixed: string };

  "markdown/heading-skip": { from: number; to: number };
  "markdown/heading-one": { title: string };
  "markdown/raw-html": { tag: string; fix: HtmlFix; address: string | undefined };
  /** `isSure`: `check --fix` writes it, because it can only be meant in one way. */
  "markdown/raw-markup": { kind: RawMarkup; written: string; fixed: string; isSure: boolean };
  "markdown/missing-note": { mark: string; nearest: string | undefined };
  "markdown/unused-note": { mark: string; text: string; isRepeated: boolean };
  "markdown/lost-text": { text: string; reason: LostReason; columns: number };
  "markdown/comment": object;
  "markdown/open-comment": object;
  "markdown/list-number": { typed: string; shown: string; isDate: boolean };
  "markdown/prose-as-code": { reason: "indented" | "open"; text: string; isSure: boolean };
  "markdown/underlined-heading": { text: string; markup: string };
  "markdown/empty-link": { address: string };
  "markdown/image-without-alt": { image: string };

  "link/unknown-practice": { id: string; nearest: string | undefined };
  "link/unknown-page": { id: string; nearest: string | undefined };
  "link/missing-file": { path: string; nearest: string | undefined };
  "link/outside-content": { path: string };
  "link/invalid-url": { url: string };
  "link/unknown-section": { fragment: string; id: string; nearest: string | undefined };
  "link/draft": { id: string };
  "link/missing-scheme": { written: string; meant: string; isSure: boolean };
  "link/foreign-image": { url: string };
  "link/own-address": { written: string; meant: string; isSure: boolean };
  "link/preview-address": { url: string; meant: string | undefined };
  "link/unwrapped": { written: string; meant: string };
  "link/unpublished-file": { path: string; extension: string; allowed: string };
  "name/look-alike": { name: string; meant: string; wrong: string; right: string };

  "media/unsafe-svg": { found: string };
  "media/unknown-type": { extension: string; allowed: string };
  "media/unreadable-image": { reason: UnreadableImage };
  "media/same-name": { other: string };

  "site/missing": object;
  "data/invalid": { reason: string };
  "data/same-name": { name: string; other: string };
  "site/unknown-time-zone": { value: string };
  "site/contest-days": { opens: string; closes: string };
  "site/lonely-synonym": { value: string };
  "look/missing-file": { path: string; nearest: string | undefined };
  "site/no-privacy-page": { language: string; hosts: string };
  "site/privacy-contradicts": { hosts: string };
  "template/refused": { kind: "host" | "styleHost" | "script" | "style" | "handler"; found: string; origin: string };
  "site/low-contrast": { text: string; colour: string; ground: string; ratio: string; better: string };
  "issue/empty-selection": object;
  "issue/unknown-practice": { id: string; nearest: string | undefined };
  "alias/invalid": { alias: string; reason: "outside" | "query" | "scheme" | "long" };
  "route/collision": { permalink: string; other: string };

  "template/syntax": { reason: string };
  "template/undefined": { name: string; nearest: string | undefined; template: string };
  "template/missing": { name: string; nearest: string | undefined };
  "template/unknown-filter": { name: string; nearest: string | undefined };
  "template/failed": { reason: string };
  "asset/missing": { path: string; nearest: string | undefined };

  "tally/unreadable": { reason: UnreadableReason; detail: string };
  "tally/invalid": { field: string; reason: TallyExpectation };
  "tally/contradicts": { reason: "shorter" | "rewritten"; size: number; before: number; file: string };
  "tally/unknown-practice": { id: string; votes: number; nearest: string | undefined };

  "style/quotes": { written: string; fixed: string };
  "style/invisible-mark": { codePoint: string; text: string };
  "style/mixed-alphabets": { word: string; foreign: string; fixed: string | undefined };
  "style/foreign-paragraph": { text: string };
  "style/letter-spaced": { text: string };
  "style/title-caps": { title: string };
  "style/title-full-stop": { title: string };
  "style/long-summary": { length: number; most: number };
  "status/unchecked": object;
  "status/stale": { checked: string; years: number };
  "page/stale-statement": { updated: string | undefined };
  "media/unreferenced": { path: string };
  "translation/untranslated": { part: string; isTitle: boolean };
  "translation/older": { original: string; day: string };
  "content/near-duplicate": { other: string; percent: number };

  "address/gone": { url: string; reason: "404" | "410" | "no-host" };
  "address/moved": { url: string; to: string };
  "address/unclear": { url: string; reason: string };

  "site/security-expires": { expires: string };

  "template/outdated": { name: string };
  "template/unused": { name: string };

  "editing/not-installed": object;
  "editing/outdated": { path: string };

  "print/not-installed": { command: string; reason: string };
  "print/failed": { reason: string };
  "print/missing-letter": { signs: string; count: number; near: string };
  "print/picture": { fault: PictureFault; reason: string };
  "print/wide-table": { text: string };
  "print/small-letters": { picture: string; points: number };
  "print/thin-page": { page: number; percent: number };
  "print/short-last-page": { percent: number; pages: number };
  "print/over-one-sheet": { pages: number };

  "output/symlink": { path: string };
  "static/taken": { path: string };
  "output/occupied": { path: string };
  "output/unwritable": { path: string; code: string };
  "output/unfinished": { path: string; code: string };
  "output/left": { path: string };
  "output/unknown": { path: string; count: number };
  "output/unsafe-folder": { reason: "contains-content" | "inside-content" | "not-a-folder" };
}

export type DiagnosticCode = keyof DiagnosticParameters;

/** Severity by code. Errors stop a build; warnings and notes never do. */
export const severities: Readonly<Record<DiagnosticCode, Severity>> = {
  "content/not-utf8": "error",
  "content/bom": "warning",
  "content/crlf": "info",
  "content/control-character": "warning",
  "content/merge-conflict": "error",
  "content/misread-letters": "warning",
  "content/lost-letters": "warning",
  "content/leftover": "info",
  "content/copy": "warning",
  "content/misnamed": "warning",
  "content/other-ending": "info",
  "content/placeholder": "warning",
  "content/empty-file": "error",
  "content/shallow-history": "info",
  "content/symlink": "error",
  "content/unreadable": "error",
  "content/unexpected-file": "warning",
  "content/invalid-id": "error",
  "content/duplicate-id": "error",
  "content/id-case": "error",
  "content/unknown-language": "error",
  "content/language-mismatch": "error",
  "content/year-mismatch": "warning",
  "content/empty-text": "warning",
  "content/missing-section": "warning",
  "content/repeated-section": "warning",
  "content/guidance-left": "warning",
  "content/empty-part": "warning",
  "front-matter/missing": "error",
  "front-matter/repaired": "info",
  "front-matter/odd-date": "warning",
  "front-matter/several-values": "error",
  "front-matter/unclosed": "error",
  "front-matter/language": "error",
  "front-matter/missing-field": "error",
  "front-matter/not-stated": "warning",
  "front-matter/markup": "warning",
  "front-matter/unknown-key": "error",
  "front-matter/wrong-type": "error",
  "front-matter/invalid-value": "error",
  "front-matter/invalid-date": "error",
  "front-matter/impossible-date": "error",
  "front-matter/invalid-url": "error",
  "front-matter/invalid-number": "error",
  "front-matter/invalid-money": "error",
  "front-matter/sum-differs": "warning",
  "front-matter/unknown-theme": "error",
  "front-matter/unknown-municipality": "error",
  "front-matter/ambiguous-municipality": "error",
  "front-matter/unknown-practice": "error",
  "texts/unknown": "error",
  "texts/left-over": "info",
  "texts/parameters": "error",
  "fields/unknown": "error",
  "fields/invalid-name": "error",
  "fields/built-in": "error",
  "fields/needed": "error",
  "fields/no-values": "error",
  "fields/invalid-part": "error",
  "fields/no-filter": "warning",
  "fields/same-column": "error",
  "yaml/syntax": "error",
  "yaml/tab": "error",
  "yaml/duplicate-key": "error",
  "yaml/unclosed-quote": "error",
  "yaml/quote-not-indented": "error",
  "yaml/colon-in-value": "error",
  "yaml/comment-in-value": "warning",
  "markdown/heading-skip": "warning",
  "markdown/heading-one": "warning",
  "markdown/raw-html": "warning",
  "markdown/raw-markup": "warning",
  "markdown/missing-note": "warning",
  "markdown/unused-note": "warning",
  "markdown/lost-text": "warning",
  "markdown/comment": "info",
  "markdown/open-comment": "warning",
  "markdown/list-number": "warning",
  "markdown/prose-as-code": "warning",
  "markdown/underlined-heading": "warning",
  "markdown/empty-link": "warning",
  "markdown/image-without-alt": "warning",
  "link/unknown-practice": "error",
  "link/unknown-page": "error",
  "link/missing-file": "error",
  "link/outside-content": "error",
  "link/invalid-url": "error",
  "link/unknown-section": "warning",
  "link/draft": "warning",
  "link/missing-scheme": "error",
  "link/foreign-image": "error",
  "link/own-address": "info",
  "link/preview-address": "error",
  "link/unwrapped": "error",
  "link/unpublished-file": "error",
  "name/look-alike": "warning",
  "media/unsafe-svg": "error",
  "media/unknown-type": "warning",
  "media/same-name": "error",
  "media/unreadable-image": "error",
  "site/missing": "error",
  ...placesSeverities,
  "data/invalid": "error",
  "data/same-name": "error",
  "site/unknown-time-zone": "error",
  "site/contest-days": "error",
  "site/lonely-synonym": "error",
  "look/missing-file": "error",
  "site/no-privacy-page": "warning",
  "site/privacy-contradicts": "warning",
  "template/refused": "warning",
  "site/low-contrast": "warning",
  "issue/empty-selection": "warning",
  "issue/unknown-practice": "error",
  "alias/invalid": "error",
  "route/collision": "error",
  "template/syntax": "error",
  "template/undefined": "error",
  "template/missing": "error",
  "template/unknown-filter": "error",
  "template/failed": "error",
  "asset/missing": "error",
  "tally/unreadable": "error",
  "tally/invalid": "error",
  "tally/contradicts": "error",
  "tally/unknown-practice": "warning",
  "style/quotes": "warning",
  "style/invisible-mark": "warning",
  "style/mixed-alphabets": "warning",
  "style/foreign-paragraph": "warning",
  "style/letter-spaced": "warning",
  "style/title-caps": "warning",
  "style/title-full-stop": "info",
  "style/long-summary": "warning",
  "status/unchecked": "info",
  "status/stale": "info",
  "page/stale-statement": "warning",
  "media/unreferenced": "info",
  "translation/untranslated": "warning",
  "translation/older": "warning",
  "content/near-duplicate": "warning",
  "site/security-expires": "warning",
  "editing/not-installed": "error",
  "template/outdated": "info",
  "template/unused": "warning",
  "editing/outdated": "warning",
  "address/gone": "warning",
  "address/moved": "info",
  "address/unclear": "info",
  ...importSeverities,
  "print/not-installed": "error",
  "print/failed": "error",
  "print/missing-letter": "warning",
  "print/picture": "warning",
  "print/wide-table": "warning",
  "print/small-letters": "warning",
  "print/thin-page": "warning",
  "print/short-last-page": "warning",
  "print/over-one-sheet": "warning",
  "output/symlink": "error",
  "static/taken": "error",
  "output/occupied": "error",
  "output/unwritable": "error",
  "output/unfinished": "error",
  "output/left": "warning",
  "output/unknown": "warning",
  "output/unsafe-folder": "error",
};
