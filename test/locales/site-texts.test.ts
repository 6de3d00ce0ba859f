import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { site as bg } from "../../src/locales/bg/site.ts";
import { site as en } from "../../src/locales/en/site.ts";
import { parametersIn } from "../../src/locales/own-texts.ts";
import { practiceTextsOf, usualTexts } from "../../src/locales/texts-of.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

function textBelow(folder: string, ending: RegExp): string {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.parentPath.endsWith("texts"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

describe("the texts of the site", () => {
  it("are all used by a template or a view", () => {
    const code = ["pages", "print"].map((folder) => textBelow(`src/${folder}`, /\.ts$/));
    const uses = textBelow("templates", /\.njk$/) + code.join("\n");
    const unused = Object.keys(bg).filter((key) => !new RegExp(`\\)?\\.${key}\\b`).test(uses));
    expect(unused).toEqual([]);
  });

  it("are Bulgarian in Bulgarian and English in English", () => {
    for (const [key, value] of Object.entries(bg)) {
      if (typeof value === "string") expect(value, key).toMatch(/[а-я]/i);
    }
    for (const [key, value] of Object.entries(en)) {
      if (typeof value === "string") expect(value, key).not.toMatch(/[а-я]/i);
    }
  });

  it("hold the heading of a field for templates that name it", () => {
    expect((usualTexts.bg as unknown as Record<string, string>).cost).toBe("Колко струва");
    expect((usualTexts.en as unknown as Record<string, string>).lessons).toBe("What did not work");
  });

  it("count as the languages do", () => {
    expect([bg.practices("1"), bg.practices("2"), bg.practices("21")]).toEqual([
      "1 практика",
      "2 практики",
      "21 практики",
    ]);
    expect([en.practices("1"), en.practices("0")]).toEqual(["1 practice", "0 practices"]);
  });
});

it("a field that an archive names is called so wherever it stands", () => {
  const field = { name: "budget", kind: "money", label: { en: "Total cost" } } as const;
  const { budget } = practiceTextsOf("en", [field]);
  expect(budget).toMatchObject({
    label: "Total cost",
    heading: "Total cost",
    compared: "Total cost",
    data: "Total cost.",
  });
  // Within a sentence.
  expect(budget?.wanted).toBe("total cost");
  const hinted = practiceTextsOf("en", [{ ...field, hint: { en: "With VAT" } }]).budget;
  expect([hinted?.hint, hinted?.data]).toEqual(["With VAT", "With VAT."]);
});

it("what a text is given is listed in order, each once", () => {
  expect(parametersIn("{2} of {1}, {2}")).toEqual(["{1}", "{2}"]);
  expect(parametersIn("{count} {12}")).toEqual([]);
});
