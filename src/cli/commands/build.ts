import { rmSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { hasErrors } from "../../core/diagnostics/severity.ts";
import { formatBytes } from "../../core/language/format.ts";
import { createTarget, type Target } from "../../core/target.ts";
import type { BuildOptions, ReadySite, ReviewedSite } from "../../site/build.ts";
import { type Folders, resolveFolders } from "../../site/folders.ts";
import { buildIfChanged } from "../../site/incremental/build-if-changed.ts";
import { withUsableState } from "../../site/usable-state.ts";
import { lockBuilds } from "../../site/writer/build-lock.ts";
import { UsageError, type Values } from "../arguments.ts";
import { createChoice } from "../check/choose-findings.ts";
import { processesOf } from "../pdf/processes-of.ts";
import { printBuildReport } from "../print-build-report.ts";
import { createProgress, type Progress, type Terminal } from "../terminal.ts";

/*
 * What reads and renders is loaded where it is needed: a build that has nothing to do takes as long as loading its modules.
 */

/** `praktika build` and `praktika check`: they differ in whether anything is written. Returns the exit code. */
export async function runBuild(values: Values, terminal: Terminal, write: boolean): Promise<number> {
  const root = String(values.root ?? ".");
  const texts = terminal.locale.cli;
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(texts.noFolder(root));
  if (values.staged && values.fix) throw new UsageError(texts.fixStaged);
  if (values.staged) return checkStaged(values, terminal);
  const given = resolveFolders(root, { content: asText(values.content), out: asText(values.out) });
  // A bundle is made of a site of its own, in which all links are spelled out.
  const usable = write ? withUsableState(given) : given;
  const folders = values.bundle ? { ...usable, out: join(usable.state, "bundle") } : usable;
  const run = { terminal, write, choose: createChoice(values, undefined, terminal) };
  if (!write) return await lookOrBuild(folders, values, run);
  terminal.exitOnSignals?.();
  const release = await lockBuilds(folders.state, () => terminal.error(`${texts.waiting}\n`));
  try {
    return await lookOrBuild(folders, values, run);
  } finally {
    release();
  }
}

/** Checks what git is about to commit, in a folder of its own. */
async function checkStaged(values: Values, terminal: Terminal): Promise<number> {
  const root = String(values.root ?? ".");
  const { writeStagedSite } = await import("../check/staged-site.ts");
  const staged = writeStagedSite(root, terminal.locale.cli.noRepository);
  try {
    const choose = createChoice(values, staged.files, terminal);
    const content = values.content && join(staged.root, relative(root, String(values.content)));
    const folders = resolveFolders(staged.root, { content: asText(content) });
    return await lookOrBuild(folders, values, { terminal, write: false, choose });
  } finally {
    staged.remove();
  }
}

interface Run {
  readonly terminal: Terminal;
  readonly write: boolean;
  readonly choose: ReturnType<typeof createChoice>;
}

async function lookOrBuild(folders: Folders, values: Values, { terminal, write, choose }: Run): Promise<number> {
  const started = performance.now();
  const texts = terminal.locale.cli;
  if (values["no-cache"]) rmSync(join(folders.state, "cache"), { recursive: true, force: true });
  if (values.fix) {
    const { fixContent } = await import("../check/fix-content.ts");
    const fixed = await fixContent(folders.content, terminal, values["dry-run"] !== true);
    terminal.error(`${texts.fixed(fixed, values["dry-run"] === true)}\n`);
  }
  const target = targetOf(values);
  const progress = createProgress(terminal);
  const run = write ? buildIfChanged : (await import("../../site/build.ts")).build;
  const whole = await run({
    folders,
    target,
    withDrafts: values.drafts === true,
    tally: asText(values.tally),
    withSheetPdfs: write && target.has("sheetPdfs"),
    write,
    wantsStats: values.stats === true,
    jobs: values.jobs === undefined ? undefined : Number(values.jobs),
    review: write ? undefined : await createReview(values, folders, terminal),
    inspect: values.print ? await createPrintCheck(values, folders, terminal) : undefined,
    makePdfs: (site) => makePdfs(site, folders, { values, progress, terminal }),
    progress: (stage, done, total) => progress.show(stage === "read" ? texts.reading : texts.rendering, done, total),
  });
  progress.clear();
  if (values.report) return hasErrors(whole.diagnostics) ? 1 : 0;
  const report = { ...whole, diagnostics: choose(whole.diagnostics) };
  const seconds = (performance.now() - started) / 1000;
  printBuildReport(
    report,
    { ...values, write, seconds, rootFromHere: relative(process.cwd(), folders.root) },
    terminal,
  );
  if (hasErrors(report.diagnostics)) return 1;
  if (values.bundle) await bundle(folders, values, terminal);
  return 0;
}

/** What the site is built for. The bundle is read from a disk. */
function targetOf({ profile, links, bundle }: Values): Target {
  return createTarget(links === "files" || bundle ? "disk" : "web", profile === "pages" ? "pages" : "full");
}

/** Packs the site into one file, named after its address unless a name is given. */
async function bundle(folders: Folders, values: Values, terminal: Terminal): Promise<void> {
  const [{ writeBundle }, { loadVocabulary }, { listContent }] = await Promise.all([
    import("../../site/writer/write-bundle.ts"),
    import("../../site/load/load-vocabulary.ts"),
    import("../../read/read-content.ts"),
  ]);
  const { baseUrl } = loadVocabulary(folders.content, listContent(folders.content).value).value.site;
  const name = new URL(baseUrl).hostname;
  const file = values.out === undefined ? join(folders.root, `${name}.zip`) : resolve(String(values.out));
  await writeBundle(file, { site: folders.out, name, unfinished: join(folders.state, "bundle.zip") });
  const { cli, language } = terminal.locale;
  terminal.out(`${relative(process.cwd(), file)}\n`);
  terminal.error(`${cli.bundled(formatBytes(statSync(file).size, language))}\n`);
}

/** What `check` looks at beyond a build: style, age, what is left over; or instead, what each practice lacks. */
async function createReview(values: Values, folders: Folders, terminal: Terminal): Promise<BuildOptions["review"]> {
  if (!values.report) {
    const { reviewSite } = await import("../check/review.ts");
    return async (site) => [
      ...reviewSite(site, folders),
      ...(values.online ? await askOnline(site, folders, terminal) : []),
    ];
  }
  const { printCompleteness } = await import("../check/print-completeness.ts");
  return (site) => {
    printCompleteness(site, values.format, terminal);
    return [];
  };
}

/** Loaded when it is asked for: nothing else of a check needs a network. */
async function askOnline(site: ReviewedSite, folders: Folders, terminal: Terminal) {
  const { checkAddresses } = await import("../check/addresses/check-addresses.ts");
  const { asking } = terminal.locale.cli;
  const progress = createProgress(terminal, 1);
  const findings = await checkAddresses(site, folders.state, (done, total) => progress.show(asking, done, total));
  progress.clear();
  return findings;
}

/** Loaded when site.yaml asks for PDFs. */
async function makePdfs(
  site: ReadySite,
  folders: Folders,
  { values, progress, terminal }: { readonly values: Values; readonly progress: Progress; readonly terminal: Terminal },
) {
  const { makeSitePdfs } = await import("../pdf/make-site-pdfs.ts");
  const { printing } = terminal.locale.cli;
  return makeSitePdfs(site, folders, {
    processes: processesOf(values),
    progress: (done, total) => progress.show(printing, done, total),
  });
}

/** Loaded when it is asked for. */
async function createPrintCheck(
  values: Values,
  folders: Folders,
  terminal: Terminal,
): Promise<BuildOptions["inspect"]> {
  const { inspectPrint } = await import("../pdf/inspect-print.ts");
  return (site) => inspectPrint(site, { values, folders }, terminal);
}

function asText(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
