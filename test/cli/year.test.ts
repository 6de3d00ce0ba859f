import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { endServeProcesses, prepareBallots, send, startServe } from "../nomination/faults/serve-process.ts";
import { type Run, runPraktika, temporaryRoot } from "../run-praktika.ts";

/*
 * The first year of an archive, by its commands alone: begun, filled, voted on, printed, published with its counts, closed, its disk
 * lost and restored, its program upgraded.
 */

afterEach(endServeProcesses);

const names = [
  "Solar roofs",
  "One stop shop",
  "Mobile library",
  ...Array.from({ length: 27 }, (_, at) => `Practice ${at + 1}`),
];
const text = "We asked the neighbours, and *they* came.";

function openArchive() {
  const root = temporaryRoot();
  const path = (name: string): string => join(root, name);
  const read = (name: string): string => readFileSync(path(name), "utf8");
  return {
    root,
    path,
    read,
    /** Runs a command, which has to succeed. */
    async run(...args: readonly string[]): Promise<Run> {
      const ran = await runPraktika([...args, "--root", root, "--lang", "en"], { DATABASE_URL: "" });
      if (ran.status !== 0) expect.fail(`${args.join(" ")}: ${ran.status}\n${ran.stdout}${ran.stderr}`);
      return ran;
    },
    change(name: string, from: string | RegExp, to: string): void {
      const before = read(name);
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      writeFileSync(path(name), after);
    },
  };
}
type Archive = ReturnType<typeof openArchive>;

/** Practices as an editor writes them: begun by the program, guidance replaced by text, the line of the draft taken out. */
async function write({ run, path, read, change }: Archive): Promise<void> {
  const folder = `content/practices/${new Date().getFullYear()}`;
  for (const name of names) {
    const begun = (await run("new", name, "--innovator", "Община Белене")).stdout.trim();
    const file = `${folder}/${begun.slice(begun.lastIndexOf("/") + 1)}`;
    change(file, "draft: true\n", "");
    writeFileSync(path(file), read(file).replaceAll(/^\*.*\*$/gm, text));
  }
}

/** Casts ballots at the archive's own server. Returns each answer, as status and count or problem. */
async function vote({ root }: Archive, count: number): Promise<readonly string[]> {
  const server = await startServe(root);
  const answers: string[] = [];
  for (const ballot of await prepareBallots(count)) {
    const answer = await send(server.url, ballot);
    const said = (await answer?.json()) as { readonly count?: number; readonly code?: string } | undefined;
    answers.push(`${answer?.status} ${said?.count ?? said?.code}`);
  }
  expect(await server.end("SIGTERM")).toBe(0);
  return answers;
}

it("an archive in its first year: nothing is lost, and each step is told", async () => {
  const archive = openArchive();
  const { run, path, read, change, root } = archive;
  const tally = path("tally.json");
  const page = "dist/en/practices/solar-roofs/index.html";
  const publish = async (): Promise<void> => {
    writeFileSync(tally, (await run("votes", "tally", "--format", "json")).stdout);
    await run("build", "--tally", tally);
  };
  const countOnPage = (): string | undefined =>
    /<data[^>]*class="nominations"[^>]*value="(\d+)"|<data[^>]*value="(\d+)"[^>]*class="nominations"/
      .exec(read(page))
      ?.slice(1)
      .find(Boolean);

  await runPraktika(["init", root, "--yes", "--nominations", "yes", "--lang", "en"]);
  await write(archive);
  expect((await run("check")).stderr).toContain("0 errors");
  await run("build");

  expect(await vote(archive, 9)).toEqual(["1", "1", "1", "2", "2", "2", "3", "3", "3"].map((count) => `201 ${count}`));
  await publish();
  expect(countOnPage()).toBe("3");

  // The annual issue.
  mkdirSync(path("content/issues"));
  writeFileSync(
    path("content/issues/annual.yaml"),
    `title: {en: The year, bg: Годината}\nyear: ${new Date().getFullYear()}\nselection: [solar-roofs, mobile-library]\n`,
  );
  await run("pdf", "--issue", "annual");
  await run("pdf", "solar-roofs");
  await publish();
  const printed = readdirSync(path("dist"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".pdf"),
  );
  expect(printed.length).toBeGreaterThanOrEqual(2);

  // The program is upgraded, and brings another original of a template that the site has changed.
  await run("templates", "copy", "partials/footer.njk");
  change("templates/partials/footer.njk", "<footer", "<footer data-own");
  change("templates/partials/footer.njk", /version [0-9a-f]{12}/, "version 0123456789ab");
  expect((await run("check")).stdout).toContain("templates/partials/footer.njk:1:");
  await publish();
  expect(read(page)).toContain("<footer data-own");

  // The jury meets: nobody can vote any more, whatever page is open.
  change("content/site.yaml", /^nominations:.*$/m, "nominations: {open: false}");
  await publish();
  expect(await vote(archive, 1)).toEqual(["403 closed"]);
  expect(countOnPage()).toBe("3");

  // The disk is lost, and the backup read; then the next year's nominations begin.
  await run("votes", "export", "--out", path("votes.jsonl"));
  rmSync(path(".praktika"), { recursive: true });
  await run("votes", "restore", path("votes.jsonl"));
  expect((await run("votes", "verify", "--against", tally)).stdout).toContain("The log begins with what was published");
  change("content/site.yaml", "nominations: {open: false}", 'nominations: {endpoint: ""}');
  await publish();
  expect(await vote(archive, 3)).toEqual(["201 4", "201 4", "201 4"]);
  await publish();
  expect(countOnPage()).toBe("4");
});
