import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../../run-praktika.ts";

/** Published files that hold words, by name; style sheets are the same for all sites. */
function textsOf(root: string): ReadonlyMap<string, string> {
  const out = join(root, "dist");
  const names = readdirSync(out, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => /\.(html|xml|json|jsonl|jsonld|geojson|csv|txt)$/.test(name) || !name.includes("."))
      .flatMap((name) => {
        try {
          return [[name, readFileSync(join(out, name), "utf8")] as const];
        } catch {
          // A folder.
          return [];
        }
      }),
  );
}

describe("nominations: none", () => {
  it("leaves out the count, the button, the scripts, the files and every word of nominations", async () => {
    const root = temporaryRoot("small-site");
    appendFileSync(join(root, "content/site.yaml"), "\nnominations: none\n");
    expect(await runPraktika(["build", "--root", root])).toMatchObject({ status: 0 });
    const texts = textsOf(root);
    expect(texts.get("bg/practices/edno-gishe/index.html")).toContain("<h1");
    const speaking = [...texts].filter(([, text]) => /номин|nominat|ballot/i.test(text)).map(([name]) => name);
    expect(speaking).toEqual([]);
    const files = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => /nominat|nominee|ballot|tally/i.test(name))).toEqual([]);
  });

  it("is the only word that may stand there", async () => {
    const root = temporaryRoot("small-site");
    appendFileSync(join(root, "content/site.yaml"), "\nnominations: non\n");
    const wrong = await runPraktika(["check", "--root", root, "--lang", "en"]);
    expect(wrong).toMatchObject({ status: 1, stdout: expect.stringMatching(/“non”[\s\S]*none/) });
  });
});
