import { permalinks } from "../../archive/permalinks.ts";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { type CalendarDay, yearOf } from "../../core/language/calendar-day.ts";
import { languages } from "../../core/language/language.ts";
import { slugify } from "../../core/language/slug.ts";
import type { Field } from "../../core/model/fields/field.ts";
import type { Site, Vocabulary } from "../../core/model/site.ts";
import { sectionsOf } from "../../locales/sections-of.ts";
import { composeDocument, type WrittenField } from "../../read/compose-document.ts";
import { composeBody } from "../compose-body.ts";
import { findByKey, findSame, type KnownPractice } from "../find-known.ts";
import { freeId, type Imported, type ImportedFile } from "../import-pages.ts";
import { createTargetRewriter } from "../pictures.ts";
import { composeRow, type RowVersion } from "./compose-row.ts";
import type { Column, ReadableTable } from "./propose-map.ts";
import { createCellReader } from "./read-cell.ts";

export interface TableOptions {
  readonly vocabulary: Vocabulary;
  readonly fields: readonly Field[];
  readonly known: readonly KnownPractice[];
  readonly today: CalendarDay;
  readonly updates?: boolean;
}

/**
 * A table → practices, a row each; two rows of one key in two languages are one practice. A practice that is in the archive already stays as it is.
 * Every cell is in a file or named by a finding. Writes nothing.
 *
 * Findings: import/*.
 */
export function importTable(
  table: ReadableTable,
  columns: readonly Column[],
  { vocabulary, fields, known, today, updates = false }: TableOptions,
): Imported {
  const findings: Finding[] = [...reportRest(table, columns)];
  const { read } = createCellReader(vocabulary);
  const versions = table.rows.flatMap((row) => {
    const options = { name: row.origin?.name ?? table.name, columns, fields, today, read, findings };
    return composeRow(row, options);
  });
  const practices = nameAll(joinVersions(versions, findings, table.name), known, table.name);
  const idByFile = new Map(
    practices.flatMap(
      ({
        version: {
          row: { origin },
        },
        id,
      }) => (origin ? [[origin.file, id] as const] : []),
    ),
  );
  const files: ImportedFile[] = [];
  const again: ImportedFile[] = [];
  let leftAlone = 0;
  for (const { version, id, same } of practices) {
    const name = version.row.origin?.name ?? table.name;
    const options = { id, name, site: vocabulary.site, idOf: (other: string) => idByFile.get(other) };
    if (same && updates) {
      again.push({ ...composeFile(version, options).value, path: same.path });
      continue;
    }
    if (same) {
      leftAlone++;
      findings.push(finding("import/left-alone", name, { path: same.path }, { line: version.line, column: 1 }));
      continue;
    }
    const file = composeFile(version, options);
    files.push(file.value);
    findings.push(...file.findings);
  }
  return { files, again, leftAlone, findings };
}

interface NamedVersion {
  readonly version: RowVersion;
  readonly id: string;
  /** It is in the archive already. */
  readonly same: KnownPractice | undefined;
}

/** Gives every practice its id: the one it has, the one that its file asks for, or one of its title. */
function nameAll(
  practices: readonly (readonly RowVersion[])[],
  known: readonly KnownPractice[],
  name: string,
): readonly NamedVersion[] {
  const found = findAll(practices.flat(), known, name);
  const taken = new Set(known.map(({ id }) => id));
  return practices.flatMap((practice) => {
    const [main] = practice;
    if (!main) return [];
    const wanted = slugify(main.row.origin?.slug ?? "");
    const id =
      practice.map((version) => found.get(version)).find((same) => same !== undefined)?.id ??
      (wanted !== "" && !taken.has(wanted) ? wanted : freeId(String(main.fields.title), yearOf(dayOf(main)), taken));
    taken.add(id);
    return practice.map((version) => ({ version, id, same: found.get(version) }));
  });
}

/** The practices of the archive that rows became before; each stands for one row. What titles say comes before what keys say. */
function findAll(
  versions: readonly RowVersion[],
  known: readonly KnownPractice[],
  name: string,
): ReadonlyMap<RowVersion, KnownPractice> {
  const found = new Map<RowVersion, KnownPractice>();
  const claimed = new Set<KnownPractice>();
  for (const find of [findSame, findByKey])
    for (const version of versions) {
      if (found.has(version)) continue;
      const { language, iid, fields, key, row } = version;
      const candidate = { language, iid, fields, key, title: String(fields.title), source: row.origin?.name ?? name };
      const same = find(
        candidate,
        known.filter((other) => !claimed.has(other)),
      );
      if (!same) continue;
      claimed.add(same);
      found.set(version, same);
    }
  return found;
}

const dayOf = ({ fields }: RowVersion): CalendarDay => String(fields.date) as CalendarDay;

/** What goes into no file: rows above the headings, and columns that the map leaves out. */
function reportRest({ name, above, rows }: ReadableTable, columns: readonly Column[]): readonly Finding[] {
  const before = above.map(({ line, cells }) =>
    finding("import/row-above", name, { text: cells.filter(Boolean).join(" | ") }, { line, column: 1 }),
  );
  const out = columns.filter(({ target }) => ["skip", "key", "lang"].includes(target.name));
  const left = out.flatMap(({ heading, index }) => {
    const cells = rows.map((row) => row.cells[index] ?? "").filter((cell) => cell !== "");
    const values = [...new Set(cells)].join("; ");
    return values === "" ? [] : [finding("import/column-left-out", name, { column: heading, values })];
  });
  return [...before, ...left];
}

/** Versions of one practice, the first language first. By key; without a key by all that is the same in both languages. */
function joinVersions(
  versions: readonly RowVersion[],
  findings: Finding[],
  name: string,
): readonly (readonly RowVersion[])[] {
  const groups: RowVersion[][] = [];
  const rank = ({ language }: RowVersion): number => languages.indexOf(language);
  for (const version of versions) {
    const mine = groups.filter((group) => group.every(({ language }) => language !== version.language));
    const ofRow = mine.find((group) => group.some(({ row }) => row === version.row));
    const ofKey = mine.find((group) => version.key !== undefined && group.some(({ key }) => key === version.key));
    const facts = factsOf(version);
    const alike = facts === "" ? [] : mine.filter((group) => group.some((other) => factsOf(other) === facts));
    const onlyAlike = alike.length === 1 && versions.filter((other) => factsOf(other) === facts).length === 2;
    const group = ofRow ?? ofKey ?? (onlyAlike ? alike[0] : undefined);
    if (!group) groups.push([version]);
    else {
      const [other] = group;
      if (other && !ofRow && !ofKey)
        findings.push(finding("import/rows-joined", name, { row: other.line }, { line: version.line, column: 1 }));
      group.push(version);
    }
  }
  return groups.map((group) => group.toSorted((a, b) => rank(a) - rank(b)));
}

/** Date with place and an address: hardly two practices share them. */
function factsOf({ fields: { date, municipality, projectUrl, contact } }: RowVersion): string {
  const { email } = (contact ?? {}) as { readonly email?: string };
  const place = JSON.stringify(municipality ?? "");
  return projectUrl || email ? [date, place, projectUrl ?? "", email ?? ""].join("|") : "";
}

/** An old address that stays needs nothing that leads on from it. */
function withoutOwnAddress(fields: RowVersion["fields"], own: string): RowVersion["fields"] {
  const { aliases, ...others } = fields;
  const all = [aliases ?? []].flat() as readonly WrittenField[];
  const kept = all.filter((alias) => String(alias).replace(/\/*$/, "/") !== own);
  if (kept.length === all.length) return fields;
  return kept.length === 0 ? others : { ...fields, aliases: kept };
}

interface FileOptions {
  readonly id: string;
  /** Of the file that the version comes from, as findings name it. */
  readonly name: string;
  readonly site: Site;
  readonly idOf: (file: string) => string | undefined;
}

function composeFile(version: RowVersion, { id, name, site, idOf }: FileOptions) {
  const { language, fields, lead, sections, unplaced, nominations, iid, row } = version;
  const composed = row.origin?.compose({ id, title: String(fields.title), idOf });
  const targets = createTargetRewriter({ file: name, name, pictures: new Map() }, id);
  const practice = { language, lead, sections, undivided: [] };
  const body = composeBody(practice, unplaced, {
    source: name,
    isPlain: true,
    rewriteTarget: composed?.rewrite ?? targets.rewrite,
    expected: sectionsOf(site),
  });
  const value: ImportedFile = {
    id,
    path: `practices/${yearOf(dayOf(version))}/${id}.${site.languages.includes(language) ? language : site.languages[0]}.md`,
    text: composeDocument(
      withoutOwnAddress(fields, permalinks.practice(language, id)),
      [composed?.text ?? "", body.value].join("\n\n"),
    ),
    pictures: composed?.pictures ?? targets.copies,
    source: name,
    ...(row.origin ? {} : { line: version.line }),
    nominations,
    iid,
    key: version.key,
    judged: version.judged,
  };
  // What has no place was named by its column or its cell.
  const found = body.findings.filter(({ code }) => code !== "import/unplaced");
  return { value, findings: [...(composed?.findings ?? targets.findings), ...found] };
}
