import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "../../src/cli/run-command-line.ts";
import { findOtherFileSystem } from "../setup/memory.ts";
import { type Accident, hookIn, type Plan, placesOf } from "./cut-off.ts";

/*
 * Builds that are cut off at one of their file operations, and what the next build makes of it: the site that a clean build makes,
 * whatever the content is by then.
 */

const program = fileURLToPath(new URL("../../src/cli/praktika.js", import.meta.url));
const hook = new URL("cut-off.ts", import.meta.url).href;

export const ways = ["build", "bundle", "other file system"] as const;
export type Way = (typeof ways)[number];

/** Whether there is a second file system here that can be written. */
export function isPossible(way: Way): boolean {
  return way !== "other file system" || findOtherFileSystem(tmpdir()) !== undefined;
}

const contents = ["old", "new", "third"] as const;
type Content = (typeof contents)[number];

/** A practice that is only there in one content, one that is withdrawn, one whose title changes; a file; a page of its own. */
const sites: Readonly<Record<Content, Readonly<Record<string, string>>>> = {
  old: {
    "practices/2015/a.bg.md": practice("Първа"),
    "practices/2016/b.bg.md": practice("Втора"),
    "media/plan.csv": "1",
  },
  new: {
    "practices/2015/a.bg.md": practice("Променена"),
    "practices/2016/secret.bg.md": practice("Поверително"),
    "pages/about.bg.md": "---\ntitle: За архива\n---\n\nТекст.\n",
    "media/plan.csv": "2",
  },
  third: { "practices/2015/a.bg.md": practice("Трета"), "practices/2017/c.bg.md": practice("Друга") },
};

function practice(title: string): string {
  return `---\ntitle: ${title}\ninnovator: Община Белене\ndate: 2015-03-04\n---\n\n## Предистория\n\n${title} 17.\n\n## Практика\n\nСрещи.\n\n## Резултати\n\nСтана.\n`;
}

/** One accident, and the builds that came after it. */
export interface Trial {
  readonly name: string;
  /** What was not as it must be. */
  readonly wrong: readonly string[];
}

/** An accident to be tried. */
export interface Try {
  readonly accident: Accident;
  /** At which operation. */
  readonly at: number;
  /** True: in a process of its own, which is really killed. */
  readonly isReal?: boolean;
  /** How many builds to try after it, of six: three contents, each with what is remembered and without. */
  readonly follows: number;
}

type NextBuild = readonly [content: Content, options: readonly string[]];

/** Others for each operation. */
function chooseBuilds(at: number, count: number): readonly NextBuild[] {
  const all = contents.flatMap((content): NextBuild[] => [
    [content, []],
    [content, ["--no-cache"]],
  ]);
  return Array.from({ length: count }, (_, index) => all[(at + index * 3) % 6] as NextBuild);
}

/** A site that suffers accidents in one way of building. */
export class Patient {
  private readonly way: Way;
  private readonly extent: string;
  private readonly folder = mkdtempSync(join(tmpdir(), "praktika-accidents-"));
  private readonly root = join(this.folder, "site");
  /** Where the site goes: the root, or a folder of another file system. */
  private readonly home: string;
  private readonly out: string;
  private readonly clean = new Map<Content, string>();

  /** @param extent of the site: `pages` or `full` */
  constructor(way: Way, extent: string) {
    this.way = way;
    this.extent = extent;
    const other = way === "other file system" ? findOtherFileSystem(tmpdir()) : undefined;
    this.home = other === undefined ? this.root : mkdtempSync(join(other, "praktika-accidents-"));
    this.out = join(this.home, way === "bundle" ? "site.zip" : "dist");
  }

  /** Builds each content cleanly, to compare with. */
  async prepare(): Promise<void> {
    for (const content of contents) {
      this.write(content);
      await this.build(["--no-cache"]);
      this.clean.set(content, this.read(this.out));
      this.remove();
    }
    this.write("old");
    await this.build();
  }

  /** The names of the operations of a build that brings the new content. */
  async listOperations(): Promise<readonly string[]> {
    this.write("new");
    const { operations } = await this.suffer({ folders: this.folders });
    await this.restore();
    return operations;
  }

  /**
   * One accident on the way from the old content to the new, and then another content, or the same, with what is remembered and
   * without.
   */
  async try({ accident, at, isReal = false, follows }: Try): Promise<Trial> {
    const name = `${this.way}, ${accident} at ${at}`;
    const wrong: string[] = [];
    for (const [content, options] of chooseBuilds(at, follows)) {
      this.write("new");
      const plan = { folders: this.folders, accident, at, isReal };
      const { said } = isReal ? this.sufferForReal(plan) : await this.suffer(plan);
      if (said.includes("itself has failed") && accident !== "kill" && accident !== "torn") wrong.push(`said: ${said}`);
      if (accident !== "torn" && !this.isWholeOrJournaled()) wrong.push("neither the old site nor the new one");
      if (await this.isWrong(content, options)) wrong.push(`${content} ${options}`);
      if (await this.isWrong("old", [])) wrong.push("afterwards: old");
      if (wrong.length > 0) await this.restore();
    }
    return { name, wrong };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.home, { recursive: true, force: true });
  }

  private get folders(): readonly string[] {
    return [this.root, this.out];
  }

  private async isWrong(content: Content, options: readonly string[]): Promise<boolean> {
    this.write(content);
    const { status } = await this.build(options);
    return status !== 0 || this.read(this.out) !== this.clean.get(content);
  }

  private async restore(): Promise<void> {
    this.remove();
    this.write("old");
    await this.build();
  }

  private isWholeOrJournaled(): boolean {
    const manifests = join(this.root, ".praktika/manifests");
    if (existsSync(manifests) && readdirSync(manifests).some((name) => name.endsWith(".journal.json"))) return true;
    const site = this.read(this.out);
    return site === this.clean.get("old") || site === this.clean.get("new");
  }

  private async suffer(plan: Plan) {
    const { operations, release } = hookIn(plan);
    try {
      return { operations, ...(await this.build()) };
    } finally {
      release();
    }
  }

  private sufferForReal(plan: Plan) {
    const { status, stderr } = spawnSync(process.execPath, ["--import", hook, program, ...this.arguments()], {
      encoding: "utf8",
      env: { ...process.env, CUT_OFF: JSON.stringify(plan) },
    });
    return { status, said: stderr };
  }

  private arguments(options: readonly string[] = []): readonly string[] {
    const bundle = this.way === "bundle" ? ["--bundle"] : [];
    return [
      ...["build", "--root", this.root, "--out", this.out, "--profile", this.extent, "--lang", "en"],
      ...bundle,
      ...options,
    ];
  }

  private async build(options: readonly string[] = []) {
    let said = "";
    const status = await runCommandLine(this.arguments(options), {
      out: () => undefined,
      error: (text) => {
        said += text;
      },
      isTerminal: false,
      colour: false,
      input: undefined,
      environment: {},
      progressAfterMs: Number.POSITIVE_INFINITY,
    });
    return { status, said };
  }

  /** Touches only what differs, as an editor does. */
  private write(content: Content): void {
    const folder = join(this.root, "content");
    const files: Readonly<Record<string, string>> = {
      ...sites[content],
      "site.yaml": "name: {bg: Архив}\nlanguages: [bg]\nbaseUrl: https://archive.example.org\n",
      "themes.yaml": "energy: {bg: Енергия}\n",
    };
    for (const path of listFiles(folder)) if (!(path in files)) rmSync(join(folder, path));
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** All that is published, as one text; what waits in a hidden folder is not. */
  private read(out: string): string {
    if (!existsSync(out)) return "";
    if (this.way === "bundle") return readFileSync(out, "latin1");
    return listFiles(out)
      .filter((path) => !path.startsWith(".praktika-staging/"))
      .map((path) => `${path}\n${readFileSync(join(out, path), "latin1")}`)
      .join("\n");
  }
}

function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Accidents in this process, at every operation or at each so many. */
export async function* tryAll(
  patient: Patient,
  { every, follows }: { readonly every: number; readonly follows: number },
): AsyncGenerator<Trial> {
  const operations = await patient.listOperations();
  for (const accident of ["kill", "torn", "full", "refused"] as const) {
    const places = placesOf(accident, operations);
    // Another sample for each, and never none.
    for (const at of places.filter((_, index) => index % every === accident.length % every))
      yield patient.try({ accident, at, follows });
  }
}
