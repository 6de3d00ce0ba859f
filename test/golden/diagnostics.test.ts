import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { printFindings } from "../../src/cli/check/print-findings.ts";
import { reviewSite } from "../../src/cli/check/review.ts";
import { type DiagnosticCode, severities } from "../../src/core/diagnostics/catalogue.ts";
import type { Language } from "../../src/core/language/language.ts";
import { createTarget } from "../../src/core/target.ts";
import { locales } from "../../src/locales/locales.ts";
import { type BuildReport, build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { buildIfChanged } from "../../src/site/incremental/build-if-changed.ts";
import { outputPlaceOf, writeJournal } from "../../src/site/writer/manifest.ts";
import { OutputWriter } from "../../src/site/writer/output-writer.ts";
import { fixture, temporaryRoot } from "../run-praktika.ts";
import { expectGolden } from "./expect-golden.ts";

/** The age of translations is git's to tell. */
const hasGit = spawnSync("git", ["--version"]).status === 0;

/** What is found on paper, in saved pages and on other sites has tests of its own (print-, import-, address-diagnostics). */
const codes = (Object.keys(severities) as DiagnosticCode[]).filter(
  (code) => !/^(print|import|address)\//.test(code) && (hasGit || !code.startsWith("translation/")),
);
const threeGibibytes = 3 * 1024 ** 3;

/** What a file in a repository cannot be. */
const arrange: Partial<Record<DiagnosticCode, (root: string) => void>> = {
  "site/missing": (root) => rmSync(join(root, "content/site.yaml")),
  "content/symlink": (root) => symlinkSync("/etc/hostname", join(root, "content/media/vrazka.txt")),
  "content/unreadable": (root) => {
    // Node refuses to read a text of this size, whoever runs the test; the file is sparse and takes no space.
    const file = join(root, "content/practices/2016/ogromna.bg.md");
    writeFileSync(file, "");
    truncateSync(file, threeGibibytes);
  },
  "content/merge-conflict": (root) => {
    // Git itself would stop at such files.
    const text = join(root, "content/practices/2016/obrazets.bg.md");
    appendFileSync(text, "\n<<<<<<< HEAD\nПанелите са 40.\n=======\nПанелите са 45.\n>>>>>>> popravki\n");
    appendFileSync(join(root, "content/themes.yaml"), ">>>>>>> popravki\n");
  },
  "content/leftover": (root) => {
    writeFileSync(join(root, "content/practices/2016/obrazets.bg.md~"), "старо\n");
    writeFileSync(join(root, "content/media/~$plan.docx"), "Иван");
    for (const name of ["desktop.ini", "Icon\r", "Thumbs.db"]) writeFileSync(join(root, "content", name), "x");
  },
  "media/same-name": (root) => {
    for (const form of ["NFC", "NFD"])
      writeFileSync(join(root, "content/media", "край.csv".normalize(form)), "а,б\n1,2\n");
  },
  "output/symlink": (root) => {
    mkdirSync(join(root, "dist"));
    mkdirSync(join(root, "elsewhere"));
    symlinkSync("../elsewhere", join(root, "dist/bg"));
  },
  "translation/older": (root) => {
    git(root, "2020-01-01T00:00:00Z", "init", "-q");
    git(root, "2020-01-01T00:00:00Z", "add", ".");
    git(root, "2020-01-01T00:00:00Z", "commit", "-qm", "both");
    appendFileSync(join(root, "content/practices/2016/pokrivi.bg.md"), "\nИ още нещо.\n");
    git(root, "2021-02-03T12:00:00Z", "commit", "-qam", "the original");
  },
  "content/shallow-history": cloneLastCommit,
  "tally/contradicts": (root) => {
    mkdirSync(join(root, "dist"));
    const log = { size: 12, root: "cd".repeat(32) };
    const before = { counts: { obrazets: 12 }, log, asOf: "2026-11-20T12:00:00Z" };
    writeFileSync(join(root, "dist/tally.json"), JSON.stringify(before));
  },
  "output/unwritable": (root) => {
    // Whoever runs the test: a file stands where the folder should be.
    writeFileSync(join(root, "dist"), "");
  },
  "output/unfinished": (root) => {
    // The journal of a build that was killed wants to put a page where somebody has made a folder since.
    const place = outputPlaceOf({ root, out: join(root, "dist"), state: join(root, ".praktika") });
    writeJournal(place, { stamp: "killed", put: [], remove: [], isNear: false });
    mkdirSync(place.staging, { recursive: true });
    writeFileSync(join(place.staging, "index.html"), "");
    mkdirSync(join(root, "dist/index.html/moe"), { recursive: true });
  },
  "output/left": (root) => {
    const place = outputPlaceOf({ root, out: join(root, "dist"), state: join(root, ".praktika") });
    const former = new OutputWriter(place);
    former.add({ path: "bg/practices/svalena/index.html", content: "Свалена" });
    former.check();
    former.commit();
    writeFileSync(join(root, "dist/bg/practices/svalena/index.html"), "Променена");
  },
  "output/unknown": (root) => {
    // An earlier build wrote the first of them, and the folder in which builds keep what they know was deleted.
    for (const path of ["bg/practices/svalena", "own"]) {
      mkdirSync(join(root, "dist", path), { recursive: true });
      writeFileSync(join(root, "dist", path, "index.html"), "Свалена");
    }
  },
  "output/occupied": (root) => mkdirSync(join(root, "dist/bg/index.html/moe"), { recursive: true }),
};

/** Puts a clone without its history in the place of a folder. */
function cloneLastCommit(root: string): void {
  git(root, "2020-01-01T00:00:00Z", "init", "-q");
  git(root, "2020-01-01T00:00:00Z", "add", ".");
  git(root, "2020-01-01T00:00:00Z", "commit", "-qm", "first");
  git(root, "2020-01-01T00:00:00Z", "commit", "-q", "--allow-empty", "-m", "second");
  const copy = `${root}-whole`;
  renameSync(root, copy);
  spawnSync("git", ["clone", "-q", "--depth", "1", pathToFileURL(copy).href, root]);
  rmSync(copy, { recursive: true });
}

/** A command of git at a certain time, whoever runs the test. */
function git(root: string, time: string, ...args: string[]): void {
  const settings = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"];
  const env = { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
  spawnSync("git", [...settings, ...args], { cwd: root, env });
}

/** Codes of writing and of a tally need a build; the others are found by a check, which writes nothing. */
function find(code: DiagnosticCode, root: string): Promise<BuildReport> {
  const folders = resolveFolders(root, code === "output/unsafe-folder" ? { out: join(root, "content/site") } : {});
  const write = /^(output|tally)\//.test(code);
  const run = write ? buildIfChanged : build;
  return run({
    folders,
    target: createTarget("web"),
    withDrafts: false,
    tally: code.startsWith("tally/") ? join(root, "tally.json") : undefined,
    write,
    review: write ? undefined : (site) => reviewSite(site, folders),
    progress: () => undefined,
  });
}

/** What the program prints of findings. */
function print(diagnostics: BuildReport["diagnostics"], sourceOf: BuildReport["sourceOf"], language: Language): string {
  let printed = "";
  const terminal = {
    out: (text: string) => {
      printed += text;
    },
    error: () => undefined,
    isTerminal: false,
    colour: false,
    locale: locales[language],
    environment: {},
  };
  printFindings(diagnostics, { format: "pretty", sourceOf, rootFromHere: "" }, terminal);
  return printed;
}

describe.each(codes)("%s", (code) => {
  const folder = fixture(`diagnostics/${code}`);

  it("has a fixture", () => {
    expect(existsSync(folder)).toBe(true);
  });

  it("is reported with place, wrong text and fix, in Bulgarian and English", async () => {
    const root = temporaryRoot("base", `diagnostics/${code}`);
    rmSync(join(root, "report.bg.txt"), { force: true });
    rmSync(join(root, "report.en.txt"), { force: true });
    arrange[code]?.(root);
    const { diagnostics, sourceOf } = await find(code, root);
    expect(diagnostics.map((found) => found.code)).toContain(code);
    for (const language of ["bg", "en"] as const) {
      expectGolden(print(diagnostics, sourceOf, language), join(folder, `report.${language}.txt`));
    }
  });
});
