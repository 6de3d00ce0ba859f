import { hash } from "node:crypto";
import { join } from "node:path";
import { permalinks } from "../../archive/permalinks.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Reason } from "../../core/model/rewrite-reason.ts";
import type { Route } from "../../core/model/route.ts";
import type { Ingredients, RenderContext } from "../../pages/kit/context.ts";
import { menuTargets } from "../../pages/kit/navigation.ts";
import { ingredientsOf } from "../../pages/pages.ts";
import type { Folders } from "../folders.ts";
import { identifyProgram } from "./program-identity.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/*
 * What each file of the site is made of, in hashes. A file that is made of the same as at the last build is not made again, and
 * `build --explain` says of the others what has changed.
 */

/** Of what a file shows: the texts that it shows whole; of other practices titles, places and dates; counts and the like. */
const ownParts = ["text", "rows", "values"] as const;

/** Of what all files are made of. */
const sharedParts = [
  "program",
  "options",
  "site",
  "themes",
  "places",
  "media",
  "templates",
  "assets",
  "navigation",
] as const;

/** What all files of a site are made of; hashes by name. */
export type SharedParts = Readonly<Record<(typeof sharedParts)[number], string>>;

/** What the files of the last build were made of. */
export interface Ledger {
  readonly shared: Partial<SharedParts>;
  /** By path below the output folder: a hash for each of the file's own parts, with a space between; "" if they are not known. */
  readonly files: Readonly<Record<string, string>>;
}

const nothing: Ledger = { shared: {}, files: {} };

export function ledgerPath({ state, out }: Pick<Folders, "state" | "out">): string {
  return join(state, "cache", `made-of-${hash("sha256", out).slice(0, 16)}.json`);
}

/** The ledger of the build with this stamp, which is that of the manifest; an empty one if there is none that can be trusted. */
export function readLedger(file: string, stamp: string | undefined): Ledger {
  return (readStateFile(file, stamp ?? "") as Ledger | undefined) ?? nothing;
}

export function writeLedger(file: string, stamp: string, ledger: Ledger): void {
  writeStateFile(file, stamp, ledger);
}

/** What differs from the last build of a file that had to be written. */
export function explainChange(
  before: Ledger,
  shared: SharedParts,
  { path, madeOf }: { readonly path: string; readonly madeOf: string | undefined },
): readonly Reason[] {
  const last = before.files[path];
  if (last === undefined) return ["new"];
  const parts = sharedParts.filter((part) => before.shared[part] !== shared[part]);
  if (madeOf === undefined) return parts.length > 0 ? parts : ["content"];
  const [was, is] = [last.split(" "), madeOf.split(" ")];
  const changed = [...parts, ...ownParts.filter((_, index) => was[index] !== is[index])];
  return changed.length > 0 ? changed : ["damaged"];
}

/** What all files of a site are made of. */
export function sharedPartsOf(
  {
    archive,
    assets,
    socialImages,
    pictures,
    planned,
    outputs,
    target,
  }: Pick<RenderContext, "archive" | "assets" | "socialImages" | "pictures" | "planned" | "outputs" | "target">,
  templates: ReadonlyMap<string, string>,
): SharedParts {
  const { site, themes, places, media, editions } = archive;
  const hashOf = (value: unknown): string => shortHash(JSON.stringify(value));
  return {
    program: identifyProgram(),
    options: hashOf([target.place, target.extent, [...socialImages]]),
    site: hashOf(site),
    themes: hashOf([...themes]),
    places: hashOf([...places]),
    media: hashOf([[...media], [...pictures]]),
    templates: hashOf([...templates]),
    assets: hashOf([...assets]),
    navigation: hashOf(
      [...editions.values()].map(({ language, pages }) => [
        [...menuTargets(language, { outputs }), permalinks.selection(language)].filter((permalink) =>
          planned.has(permalink),
        ),
        [...pages.values()].map(({ item }) => [item.id, item.title]),
      ]),
    ),
  };
}

/** Works out what files are made of, without making them. */
export class Inspector {
  private readonly context: RenderContext;
  private readonly textHashOf: (file: string) => string;
  private readonly before: Ledger;
  private readonly isSharedSame: boolean;
  private readonly rows = new Map<PracticeEntry, string>();
  /** Of ingredients that many files have in common. */
  private readonly hashes = new WeakMap<Ingredients, string>();
  private readonly found = new Map<string, string>();

  constructor(
    context: RenderContext,
    { shared, before }: { readonly shared: SharedParts; readonly before: Ledger },
    textHashOf: (file: string) => string,
  ) {
    this.context = context;
    this.textHashOf = textHashOf;
    this.before = before;
    this.isSharedSame = sharedParts.every((part) => before.shared[part] === shared[part]);
  }

  /** A hash for each of the file's own parts, with a space between; undefined for kinds that do not say what they are made of. */
  look(route: Route, path: string): string | undefined {
    const ingredients = ingredientsOf(route, this.context);
    const madeOf = ingredients && this.hashIngredients(ingredients);
    this.found.set(path, madeOf ?? "");
    return madeOf;
  }

  /** Notes a file that is copied, and compared, at every build. */
  note(path: string): void {
    this.found.set(path, "");
  }

  /** Whether a file would be just what it was at the last build. */
  isSame(path: string, madeOf: string | undefined): boolean {
    return this.isSharedSame && madeOf !== undefined && this.before.files[path] === madeOf;
  }

  /** What all files that were looked at are made of. */
  files(): Ledger["files"] {
    return Object.fromEntries(this.found);
  }

  private hashIngredients(ingredients: Ingredients): string {
    const known = this.hashes.get(ingredients);
    if (known !== undefined) return known;
    const { texts, rows, values } = ingredients;
    const text = texts.map(({ item }) => this.textHashOf(item.file)).join(" ");
    const others = rows.map((entry) => this.rowOf(entry)).join(" ");
    const hashes = [text, others, JSON.stringify(values)].map(shortHash).join(" ");
    this.hashes.set(ingredients, hashes);
    return hashes;
  }

  private rowOf(entry: PracticeEntry): string {
    const known = this.rows.get(entry);
    if (known) return known;
    const { item, summary } = entry;
    const { id, language, title, innovator, date, municipalities, themes } = item;
    const row = shortHash(JSON.stringify([id, language, title, innovator, date, municipalities, themes, summary]));
    this.rows.set(entry, row);
    return row;
  }
}

function shortHash(text: string): string {
  return hash("sha1", text, "base64url").slice(0, 16);
}
