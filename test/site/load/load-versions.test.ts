import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LiveContent } from "../../../src/dev/live-content.ts";
import { runPraktika, temporaryRoot } from "../../run-praktika.ts";

const text = "content/practices/2016/treta.bg.md";

/** A site in a repository, one level below its top. */
function siteInGit() {
  const root = temporaryRoot("small-site");
  const git = (day: string, ...args: readonly string[]): void => {
    const time = `${day}T23:30:00-05:00`;
    const settings = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false"];
    const env = { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
    expect(spawnSync("git", [...settings, ...args], { cwd: root, env }).status).toBe(0);
  };
  const build = async () =>
    JSON.parse((await runPraktika(["build", "--root", root, "--profile", "pages", "--format", "json"])).stdout);
  const pageOf = (id: string): string => readFileSync(join(root, `dist/bg/practices/${id}/index.html`), "utf8");
  git("2019-05-01", "init", "-q");
  git("2019-05-01", "add", "content");
  git("2019-05-01", "commit", "-qm", "All texts");
  return { root, git, build, pageOf };
}

it("a page says when its text was last changed, as git knows it; a commit of something else writes nothing", async () => {
  const { root, git, build, pageOf } = siteInGit();
  await build();
  // In UTC.
  expect(pageOf("treta")).toMatch(/Версия от 2\sмай\s2019/);
  await lookAsDevDoes(root);

  writeFileSync(join(root, "notes.txt"), "of the editors");
  git("2020-06-07", "add", "notes.txt");
  git("2020-06-07", "commit", "-qm", "Notes");
  expect(await build()).toMatchObject({ written: 0, removed: 0 });

  appendFileSync(join(root, text), "\nИ още нещо.\n");
  await build();
  expect(pageOf("treta"), "nobody knows how old a text is that nobody has committed").not.toContain("май");
  git("2021-02-03", "commit", "-qam", "One text");
  const { written } = await build();
  expect(pageOf("treta")).toMatch(/Версия от 4\sфевруари\s2021/);
  expect(written).toBeGreaterThan(0);
  expect(written, "other pages stay").toBeLessThan(12);
});

/** The development server knows the same days, also between a save and the next look at git. */
async function lookAsDevDoes(root: string): Promise<void> {
  const content = { folder: join(root, "content"), name: "content" };
  const live = await LiveContent.open({
    content,
    cache: join(root, ".praktika/cache/texts"),
    progress: () => undefined,
  });
  const dayOf = () => live.loaded.archive.versions.get(text);
  expect(dayOf()).toBe("2019-05-02");
  const before = readFileSync(join(root, text), "utf8");
  writeFileSync(join(root, text), `${before}\nЗасега.\n`);
  live.readAgain(text);
  expect(dayOf()).toBeUndefined();
  writeFileSync(join(root, text), before);
  live.readAgain(text);
  live.assemble();
  expect(dayOf(), "it is again as it was committed").toBe("2019-05-02");
}
