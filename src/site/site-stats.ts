import type { WrittenFile } from "./writer/manifest.ts";

/** What the files of a kind are: a kind of page, `assets`, `media`. */
export interface KindStats {
  readonly kind: string;
  readonly files: number;
  readonly bytes: number;
  /** Spent on making those that were made in this build. */
  readonly milliseconds: number;
}

/** What a site is as a whole. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  readonly largest: { readonly path: string; readonly bytes: number };
}

/** Counts the files of a site as they are made. */
export class StatsCounter {
  /** Milliseconds by kind. */
  readonly times = new Map<string, number>();

  /** Makes files of a kind. */
  time<Value>(kind: string, make: () => Value): Value {
    const started = performance.now();
    try {
      return make();
    } finally {
      this.add(kind, performance.now() - started);
    }
  }

  /** Files of a kind have taken this long. */
  add(kind: string, milliseconds: number): void {
    this.times.set(kind, (this.times.get(kind) ?? 0) + milliseconds);
  }

  /**
   * By kind, those with most bytes first.
   *
   * @param kinds of which kind a file is, or all files in a folder, by path; others are of the kind of their top folder
   */
  list(
    files: Iterable<readonly [path: string, file: Pick<WrittenFile, "bytes">]>,
    kinds: ReadonlyMap<string, string>,
  ): readonly KindStats[] {
    const sums = new Map<string, { kind: string; files: number; bytes: number; milliseconds: number }>();
    for (const [path, { bytes }] of files) {
      const kind = kinds.get(path) ?? kinds.get(path.slice(0, path.lastIndexOf("/"))) ?? topFolderOf(path);
      const sum = sums.get(kind) ?? { kind, files: 0, bytes: 0, milliseconds: this.times.get(kind) ?? 0 };
      sum.files += 1;
      sum.bytes += bytes;
      sums.set(kind, sum);
    }
    return [...sums.values()].sort((a, b) => b.bytes - a.bytes || (a.kind < b.kind ? -1 : 1));
  }
}

const topFolderOf = (path: string): string => (path.includes("/") ? `${path.slice(0, path.indexOf("/"))}/` : path);

export function sizeOf(files: Iterable<readonly [path: string, file: Pick<WrittenFile, "bytes">]>): SiteSize {
  let [count, sum, largest] = [0, 0, { path: "", bytes: 0 }];
  for (const [path, { bytes }] of files) {
    count += 1;
    sum += bytes;
    if (bytes > largest.bytes) largest = { path, bytes };
  }
  return { files: count, bytes: sum, largest };
}

/** What a host takes. */
export interface HostLimit {
  readonly host: string;
  readonly of: keyof Pick<SiteSize, "files" | "bytes"> | "largest";
  readonly max: number;
}

/** Of hosts that many choose, as of November 2026. */
export const hostLimits: readonly HostLimit[] = [
  { host: "Cloudflare (Free)", of: "files", max: 20_000 },
  { host: "Cloudflare", of: "files", max: 100_000 },
  { host: "Cloudflare", of: "largest", max: 25 * 1_024 ** 2 },
  { host: "GitHub Pages", of: "bytes", max: 1_000_000_000 },
];

/** From this share of a limit on it is time to know; the size of one file does not grow by itself. */
const nearly = 0.9;

/** The limits that a site has passed, or is about to pass. */
export function limitsNear(size: SiteSize): readonly HostLimit[] {
  return hostLimits.filter(({ of, max }) => (of === "largest" ? size.largest.bytes > max : size[of] > max * nearly));
}
