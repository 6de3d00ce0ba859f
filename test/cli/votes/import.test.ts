import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inStore } from "./vote-store.ts";
import { type VotesSite, votesSite } from "./votes-site.ts";

/** The small site; `treta` was called `stara` and had the number 77 in the old archive, 78 in English. */
function site(): VotesSite {
  const made = votesSite("small-site");
  const practice = made.path("content/practices/2016/treta.bg.md");
  const text = readFileSync(practice, "utf8").replace(
    "---\n",
    "---\naliases: [/bg/practices/stara/]\nlegacy: {iid: 77}\n",
  );
  writeFileSync(practice, text);
  writeFileSync(
    practice.replace(".bg.", ".en."),
    text.replace("iid: 77", "iid: 78").replace("/bg/practices/", "/en/practices/"),
  );
  return made;
}

async function importing(made: VotesSite, content: string, name = "old.csv") {
  writeFileSync(made.path(name), content);
  return await made.votes("import", made.path(name));
}

const countsOf = ({ database }: VotesSite) =>
  inStore(database, async (store) => Object.fromEntries(await store.counts()));
const sizeOf = ({ database }: VotesSite) => inStore(database, async (store) => (await store.head()).size);

describe("praktika votes import", () => {
  it.each([
    ["practice,count\nedno-gishe,12\ntreta,3\n", "old.csv"],
    ["\ufeffPractice;Count;Title\r\nedno-gishe;12;„Едно гише“\r\ntreta;3;x\r\n", "excel.csv"],
    ['{"edno-gishe": 12, "treta": 3}', "old.json"],
    ["practice,count\nedno-gishe,12\nstara,3\n", "renamed.csv"],
    ["iid,practice,count\n,edno-gishe,12\n77,,1\n78,,2\n", "numbers.csv"],
  ])("reads %j", async (content, name) => {
    const made = site();
    const { status, stdout, stderr } = await importing(made, content, name);
    expect(stderr).toBe("");
    expect(stdout).toBe(`15 nominations imported from ${name}; practices: 2.\n`);
    expect(status).toBe(0);
    expect(await countsOf(made)).toEqual({ "edno-gishe": 12, treta: 3 });
    expect((await made.votes("verify")).status).toBe(0);
  });

  it("adds nothing the second time, and says where the file has changed since", async () => {
    const made = site();
    await importing(made, "practice,count\nedno-gishe,12\n");
    const { status, stdout, stderr } = await importing(made, "practice,count\nedno-gishe,13\ntreta,1\n");
    expect(stdout).toContain("1 nomination imported from old.csv; practices: 1.");
    expect(stdout).toContain("1 practice of old.csv had been imported before");
    expect(stderr).toBe("edno-gishe: imported before as 12, the file now says 13. Nothing was changed.\n");
    expect(status).toBe(0);
    expect(await countsOf(made)).toEqual({ "edno-gishe": 12, treta: 1 });
    expect(await sizeOf(made)).toBe(2);
  });

  it("skips practices that do not exist, and counts of nothing", async () => {
    const made = site();
    const { status, stdout, stderr } = await importing(
      made,
      "practice,iid,count\nnikoya,,5\n,99,5\ntreta,,0\nedno-gishe,,1\n",
    );
    expect(stderr).toBe(
      "Skipped: line 2, there is no practice “nikoya”.\nSkipped: line 3, there is no practice “iid 99”.\n",
    );
    expect(stdout).toContain("1 nomination imported");
    expect(status).toBe(1);
    expect(await sizeOf(made)).toBe(1);
  });

  it.each([
    ["practice,count\nedno-gishe,-1\n", "line 2"],
    ["practice,count\nedno-gishe,1.5\n", "line 2"],
    ["practice,count\nedno-gishe,много\n", "line 2"],
    ["practice,count\nedno-gishe,1,2,3,4\n", "line 2"],
    ['{"edno-gishe": "12"}', 'edno-gishe: "12"'],
    ["{", "line 1"],
    ["a,b\n1,2\n", "line 2"],
  ])("takes nothing from a file with a mistake: %j", async (content, message) => {
    const made = site();
    const { status, stderr } = await importing(made, content);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
    expect(existsSync(made.database)).toBe(false);
  });

  it("needs the content to be in order", async () => {
    const made = site();
    writeFileSync(made.path("content/practices/2016/greshna.bg.md"), "---\ntitle: Само заглавие\n---\n");
    const { status, stderr } = await importing(made, "practice,count\nedno-gishe,1\n");
    expect([status, stderr]).toEqual([1, expect.stringContaining("Run praktika check first")]);
  });
});
