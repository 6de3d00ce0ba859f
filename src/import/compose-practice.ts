import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { CalendarDay } from "../core/language/calendar-day.ts";
import type { PracticeField } from "../core/model/fields/practice-fields.ts";
import type { WrittenField } from "../read/compose-document.ts";
import { webAddress } from "../read/schema/fields.ts";
import type { JudgedValues, Rule } from "./import-record.ts";
import { parseOldDate } from "./old-date.ts";
import { bareText, saysNothing } from "./old-labels.ts";
import type { PageLine } from "./old-page.ts";
import type { TitleFrom, ValueOnLine } from "./page-head.ts";
import type { OldPractice } from "./recognise.ts";

export interface PracticeOptions {
  readonly source: string;
  /** From a list of the old archive. */
  readonly summary: string | undefined;
  /** The title of a page without one. */
  readonly titleOfFile: string;
  readonly today: CalendarDay;
  readonly findMunicipality: (text: string) => string | undefined;
}

export interface ImportedFields {
  readonly title: string;
  readonly date: CalendarDay;
  readonly fields: Readonly<Record<string, WrittenField>>;
  readonly nominations: number;
  readonly judged: JudgedValues;
  /** Lines and values that fit no field. */
  readonly unplaced: readonly PageLine[];
  readonly findings: readonly Finding[];
}

/** The parts of an old page → front matter, with a finding for each doubt. Findings: import/*. */
export function composeFields(practice: OldPractice, options: PracticeOptions): ImportedFields {
  const { source, summary, today, findMunicipality } = options;
  const findings: Finding[] = [];
  const unplaced: PageLine[] = [];
  const doubts: Doubts = { source, findings, unplaced };
  const value = (found: ValueOnLine | undefined): string =>
    found && !saysNothing(found.value) ? bareText(found.value) : "";

  const title = value(practice.title) || options.titleOfFile;
  if (!value(practice.title)) findings.push(finding("import/no-title", source, { title }));

  const organisation = value(practice.organisation);
  const innovator = value(practice.fields.innovator) || organisation;
  const old = practice.fields.date ? parseOldDate(practice.fields.date.value) : undefined;
  if (practice.fields.date && old && !old.isWhole) {
    const { value: written, line } = practice.fields.date;
    findings.push(
      finding("import/date-without-day", source, { value: written, day: old.day }, { line, text: written }),
    );
  }
  if (!old) {
    const { value: written = "", line = 1 } = practice.fields.date ?? {};
    findings.push(finding("import/no-date", source, { value: written }, { line, column: 1 }));
    if (written && practice.fields.date) unplaced.push({ text: written, line });
  }

  const projectUrl = takeUrl(practice.fields.projectUrl, doubts);
  const contact = takeContact(practice, innovator, doubts);
  const nominations = takeNominations(practice.fields.nominations, unplaced);
  const ofOrganisation = [innovator, organisation].map(findMunicipality).find(Boolean);
  const municipality = ofOrganisation ?? Object.values(contact).map(findMunicipality).find(Boolean);

  const fields = {
    title,
    innovator: innovator || "-",
    date: old?.day ?? today,
    ...(projectUrl ? { projectUrl } : {}),
    ...(summary ? { summary } : {}),
    ...(municipality ? { municipality } : {}),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
    ...(practice.iid === undefined ? {} : { legacy: { iid: String(practice.iid) } }),
    // Without its date a practice is not published.
    ...(old ? {} : { draft: "true" }),
  } satisfies Partial<Record<PracticeField["name"], WrittenField>>;
  const date = old?.day ?? today;
  const judged: JudgedValues = {
    title: { value: title, rule: value(practice.title) ? titleRules[practice.titleFrom] : "file" },
    date: { value: date, rule: old ? (old.isWhole ? "field" : "part") : "today" },
    place: { value: municipality ?? "", rule: municipality ? (ofOrganisation ? "organisation" : "contact") : "none" },
  };
  return { title, date, fields, nominations, judged, unplaced, findings };
}

const titleRules: Readonly<Record<TitleFrom, Rule>> = {
  heading: "heading",
  emphasis: "emphasis",
  "first-line": "firstLine",
  window: "window",
  file: "file",
};

/** Collects what an editor has to look at: findings, and the lines that fit no field. */
interface Doubts {
  readonly source: string;
  readonly findings: Finding[];
  readonly unplaced: PageLine[];
}

/** Reads an address: `www.regionbg.eu`. Spaces in `www . mezdra . dir . bg` are removed; other text stays text. */
function takeUrl(found: ValueOnLine | undefined, { source, findings, unplaced }: Doubts): string | undefined {
  if (!found || saysNothing(found.value)) return undefined;
  // A link whose address is that of the project.
  const written = /\]\(([^)\s]+)\)/.exec(found.value)?.[1] ?? bareText(found.value).replace(/^<|>$/g, "");
  const accepts = (address: string): boolean => webAddress().safeParse(address).success;
  if (accepts(written)) return written;
  const joined = written.replace(/\s*([./:])\s*/g, "$1").replace(/\s+$/, "");
  if (accepts(joined)) {
    findings.push(
      finding("import/url-mended", source, { written, fixed: joined }, { line: found.line, text: written }),
    );
    return joined;
  }
  findings.push(finding("import/url-unusable", source, { written }, { line: found.line, text: written }));
  unplaced.push({ text: written, line: found.line });
  return undefined;
}

/** Name, role and place stood in lines of their own; telephone, fax and e-mail had labels. */
function takeContact(
  { contact, fields, organisation }: OldPractice,
  innovator: string,
  { source, findings, unplaced }: Doubts,
): Readonly<Record<string, string>> {
  const taken: Record<string, string> = {};
  if (organisation && organisation.value !== innovator && !saysNothing(organisation.value))
    taken.organisation = bareText(organisation.value);
  for (const line of contact) {
    const text = bareText(line.text);
    if (saysNothing(text)) continue;
    if (/\[?email.protected\]?/i.test(text)) {
      findings.push(finding("import/masked-email", source, {}, { line: line.line, column: 1 }));
      continue;
    }
    const isPlain = text.length <= 120 && !/[|![\]]/.test(text);
    if (isPlain && /\b\d{4}\b|^(гр|с|ул|бул|пл)\.|street|str\.|\bbul\b/i.test(text) && !taken.address)
      taken.address = text;
    else if (isPlain && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && !taken.email) taken.email = text;
    else if (isPlain && !taken.name) Object.assign(taken, nameAndRole(text));
    else if (isPlain && !taken.role) taken.role = text;
    else unplaced.push(line);
  }
  for (const label of ["tel", "fax", "email"] as const) {
    const found = fields[label];
    if (!found || saysNothing(found.value)) continue;
    if (/email.protected/i.test(found.value))
      findings.push(finding("import/masked-email", source, {}, { line: found.line, column: 1 }));
    else if (taken[label]) unplaced.push({ text: found.value, line: found.line });
    else taken[label] = bareText(found.value);
  }
  return taken;
}

/** „Ivan Primerov, secretary of the municipality“. */
function nameAndRole(text: string): Readonly<Record<string, string>> {
  const [, name, role] = /^(\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){1,3}),\s*(\p{L}.+)$/u.exec(text) ?? [];
  return name && role ? { name, role } : { name: text };
}

function takeNominations(found: ValueOnLine | undefined, unplaced: PageLine[]): number {
  if (!found || saysNothing(found.value)) return 0;
  if (/^\d{1,9}$/.test(found.value)) return Number(found.value);
  unplaced.push({ text: found.value, line: found.line });
  return 0;
}
