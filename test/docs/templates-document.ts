import { createShape, learnMembers, listVariables, type Shape, type Variable } from "./describe-views.ts";
import { madeFrom, markdownTable } from "./markdown-table.ts";
import type { RecordedView } from "./record-views.ts";
import { filterNotes, notes, ownTexts, templatesIntro } from "./template-notes.ts";

/** What every page has; other templates have no menu. */
const ofPages = "navigation";
const everyPage = "every page";

/** What was given to the pages of a site and to its other templates, by the name of the template. */
interface Findings {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** docs/templates.md: what each template receives, found by rendering a site that has one of everything. */
export function composeTemplatesDocument(records: readonly RecordedView[]): string {
  const { shapes, kinds } = learnShapes(records);
  const printed = new Map<string, string>();
  const sections = [...shapes].map(([name, shape]) => {
    const made = [...(kinds.get(name) ?? [])].sort().map((kind) => `\`${kind}\``);
    const title = name === everyPage ? "## Every page receives" : `## ${name}`;
    const intro = made.length > 0 ? `For files of the kind ${made.join(", ")}.` : "";
    const rows = shorten(name, withoutCatalogues(name, listVariables(shape)), printed).map(([path, kind]) => [
      `\`${path}\``,
      kind,
      notes[name]?.[path] ?? "",
    ]);
    return [title, intro, markdownTable(["Variable", "Holds", "Note"], rows)].filter(Boolean).join("\n\n");
  });
  const filters = markdownTable(
    ["Filter", "Gives"],
    Object.entries(filterNotes).map(([name, note]) => [`\`${name}\``, note]),
  );
  return `# Templates

${madeFrom("the values that the views give")}

${[templatesIntro, `## Filters\n\nBeside those of Nunjucks:\n\n${filters}`, ...sections].join("\n\n")}
`;
}

/** Notes on variables that no template receives. */
export function findLostNotes(records: readonly RecordedView[]): readonly string[] {
  const { shapes } = learnShapes(records);
  return Object.entries(notes).flatMap(([name, of]) => {
    const known = new Set(listVariables(shapes.get(name) ?? createShape()).map(([path]) => path));
    return Object.keys(of)
      .filter((path) => !known.has(path))
      .map((path) => `${name}: ${path}`);
  });
}

/** The practice comes first, because others show parts of it. */
const rank = ({ template }: RecordedView): string => (template === "practice.njk" ? "" : template);

function learnShapes(records: readonly RecordedView[]): Findings {
  const pages = records.filter(({ view }) => ofPages in view).map(({ view }) => new Set(Object.keys(view)));
  const shared = [...(pages[0] ?? [])].filter((name) => pages.every((names) => names.has(name)));
  const shapes = new Map<string, Shape>();
  const kinds = new Map<string, Set<string>>();
  const learnFor = (name: string, view: object): void => {
    const shape = shapes.get(name) ?? createShape();
    shapes.set(name, shape);
    learnMembers(shape, view);
  };
  shapes.set(everyPage, createShape());
  for (const { template, kind, view } of records.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    kinds.set(template, (kinds.get(template) ?? new Set()).add(kind));
    const isPage = ofPages in view;
    const isShared = ([name]: readonly [string, unknown]): boolean => isPage && shared.includes(name);
    const entries = Object.entries(view);
    if (isPage) learnFor(everyPage, Object.fromEntries(entries.filter(isShared)));
    learnFor(template, Object.fromEntries(entries.filter((entry) => !isShared(entry))));
  }
  return { shapes, kinds };
}

/** The texts of a page are said by their type. */
function withoutCatalogues(name: string, variables: readonly Variable[]): readonly Variable[] {
  const catalogues = Object.entries(notes[name] ?? {}).flatMap(([path, note]) => (note === ownTexts ? [path] : []));
  return variables
    .filter(([path]) => !catalogues.some((catalogue) => path.startsWith(`${catalogue}.`)))
    .map(([path, kind]) => [path, catalogues.includes(path) ? "texts" : kind]);
}

/** Values with many members that stood above already are not listed again. */
function shorten(name: string, variables: readonly Variable[], printed: Map<string, string>): readonly Variable[] {
  const kept: Variable[] = [];
  for (let index = 0; index < variables.length; index += 1) {
    const [path, kind] = variables[index] as Variable;
    const end = variables.findIndex(([other], at) => at > index && !other.startsWith(path));
    const inner = variables.slice(index + 1, end < 0 ? undefined : end);
    const key = inner.map(([other, what]) => `${other.slice(path.length)} ${what}`).join("\n");
    const before = inner.length > 3 ? printed.get(key) : undefined;
    if (before) {
      kept.push([path, `${kind}, as ${before}`]);
      index += inner.length;
      continue;
    }
    if (!printed.has(key)) printed.set(key, `\`${path}\` of ${name}`);
    kept.push([path, kind]);
  }
  return kept;
}
