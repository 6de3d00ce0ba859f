import { join } from "node:path";
import type { ArchiveParts } from "../../archive/assemble.ts";
import { type PackedArchive, packArchive, unpackArchive } from "../../archive/pack-archive.ts";
import { PartsRead } from "../../archive/parts-read.ts";
import type { Finding, Result } from "../../core/diagnostics/finding.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { Route } from "../../core/model/route.ts";
import type { CachedText } from "../incremental/folder-cache.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import { shortHash } from "../incremental/short-hash.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";

/** How an archive is arranged, and by what. */
interface Arrangement {
  /** A hash of all of it. */
  readonly id: string;
  /** What it was made of beside the texts. */
  readonly key: string;
  readonly archive: PackedArchive;
  readonly findings: readonly Finding[];
  /** The parts of texts that were looked at (`PartsRead`). */
  readonly parts: readonly string[];
  /** What routes were planned for, and these. */
  readonly target: string;
  readonly routes: readonly Route[];
}

/** Texts that an arrangement is right for. */
interface Stand {
  readonly id: string;
  readonly texts: string;
}

export interface ArrangementOptions {
  readonly cache: { readonly folder: string; readonly readOnly: boolean };
  /** Tells all but the texts that the archive is arranged of. */
  readonly key: string;
  readonly files: readonly string[];
  /** What was remembered of a text, and what it says now. */
  readonly before: (file: string) => ArrangedText | undefined;
  readonly now: (file: string) => ArrangedText | undefined;
}

type ArrangedText = Pick<CachedText, "entry" | "tokens">;

/** An archive with what is wrong with how its texts fit together. */
export interface ArrangedArchive {
  readonly archive: Archive;
  readonly findings: readonly Finding[];
}

/**
 * How the last build arranged the archive and planned its pages. It stands as long as texts are alike in all parts that were looked at
 * meanwhile, and nothing else has changed. So most edits have nobody look at what all texts say.
 */
export class KeptArrangement {
  private readonly options: Pick<ArrangementOptions, "cache" | "key">;
  /** That of the last build, if it stands. */
  private last: Arrangement | undefined;
  private readonly parts: PartsRead;
  private readonly texts: string;
  private arranged: Pick<Arrangement, "archive" | "findings"> | undefined;
  private planned: Pick<Arrangement, "target" | "routes"> | undefined;

  constructor(options: ArrangementOptions) {
    // Not the rest: what was remembered of all texts would be held until the end.
    this.options = { cache: options.cache, key: options.key };
    this.texts = tokenOfTexts(options.files, options.now);
    this.last = this.findLast(options);
    this.parts = new PartsRead(this.last?.parts);
  }

  /** To be given to the entries. */
  get watching(): PartsRead | undefined {
    return this.parts;
  }

  /** @param make called where it has to be arranged anew */
  arrange(parts: ArchiveParts, make: () => ArrangedArchive): ArrangedArchive {
    if (this.last) {
      this.arranged = this.last;
      return { archive: unpackArchive(this.last.archive, parts), findings: this.last.findings };
    }
    const made = this.parts.during(make);
    this.arranged = { archive: packArchive(made.archive, parts), findings: made.findings };
    return made;
  }

  /** @param target tells what else than the archive routes are planned for */
  plan(target: string, make: () => Result<readonly Route[]>): Result<readonly Route[]> {
    const { last } = this;
    const routes = last?.target === target ? { value: last.routes, findings: [] } : this.parts.during(make);
    this.planned = routes.findings.length === 0 ? { target, routes: routes.value } : undefined;
    return routes;
  }

  /** Leaves it to the next build, and keeps nothing of it. Returns its id; "" if it is not known to be whole. */
  save(): string {
    const { last, texts, arranged, planned } = this;
    const { cache, key } = this.options;
    this.last = undefined;
    this.arranged = undefined;
    this.planned = undefined;
    if (!arranged || !planned) return "";
    const isLast = arranged === last && planned.routes === last.routes;
    const made = { key, archive: arranged.archive, findings: arranged.findings, parts: this.parts.list, ...planned };
    const id = isLast ? last.id : shortHash(JSON.stringify(made));
    if (cache.readOnly) return id;
    if (!isLast) writeStateFile(this.pathOf("arrangement"), identifyProgram(), { id, ...made } satisfies Arrangement);
    writeStateFile(this.pathOf("arranged-texts"), identifyProgram(), { id, texts } satisfies Stand);
    return id;
  }

  private findLast({ files, before, now, key }: ArrangementOptions): Arrangement | undefined {
    const stand = readStateFile(this.pathOf("arranged-texts"), identifyProgram()) as Stand | undefined;
    const isOfThese = stand?.texts === this.texts || stand?.texts === tokenOfTexts(files, before);
    const last = isOfThese
      ? (readStateFile(this.pathOf("arrangement"), identifyProgram()) as Arrangement | undefined)
      : undefined;
    if (last?.id !== stand?.id || last?.key !== key) return undefined;
    const parts = new PartsRead(last.parts);
    const areAlike = files.every((file) => {
      const [one, other] = [before(file), now(file)];
      if (lineOf(file, one) === lineOf(file, other)) return true;
      return one?.entry !== undefined && other?.entry !== undefined && parts.areAlike(one.entry, other.entry);
    });
    return stand?.texts === this.texts || areAlike ? last : undefined;
  }

  private pathOf(name: string): string {
    return join(this.options.cache.folder, `${name}.json`);
  }
}

function tokenOfTexts(files: readonly string[], textOf: ArrangementOptions["now"]): string {
  return shortHash(files.map((file) => lineOf(file, textOf(file))).join("\n"));
}

function lineOf(file: string, text: ArrangedText | undefined): string {
  return `${file} ${text?.tokens?.record ?? ""} ${text?.tokens?.text ?? ""}`;
}
