import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { expectGolden } from "../golden/expect-golden.ts";
import { fixture } from "../run-praktika.ts";
import { composeCommandsDocument } from "./commands-document.ts";
import { type RecordedView, recordViews } from "./record-views.ts";
import { composeSettingsDocument } from "./settings-document.ts";
import { composeTemplatesDocument, findLostNotes } from "./templates-document.ts";
import { composeTextsDocument } from "./texts-document.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));
const documentPath = (name: string): string => join(project, "docs", name);

it("docs/commands.md describes the commands as they are", () => {
  expectGolden(composeCommandsDocument(), documentPath("commands.md"));
});

it("docs/settings.md describes the settings as they are", () => {
  expectGolden(composeSettingsDocument(), documentPath("settings.md"));
});

it("docs/texts.md lists the texts as they are", () => {
  expectGolden(composeTextsDocument(), documentPath("texts.md"));
});

describe("docs/templates.md", () => {
  let records: readonly RecordedView[];

  beforeAll(async () => {
    const site = fixture("documented-site");
    records = await recordViews(site, join(site, "tally.json"));
  });

  it("describes what templates receive", () => {
    expectGolden(composeTemplatesDocument(records), documentPath("templates.md"));
  });

  it("knows every template but the frame of all pages", () => {
    const templates = readdirSync(join(project, "templates")).filter((name) => name.endsWith(".njk"));
    const known = new Set(records.map(({ template }) => template));
    expect(templates.filter((name) => !known.has(name))).toEqual(["layout.njk"]);
  });

  it("has seen a value of every variable, or says why there is none", () => {
    const lines = composeTemplatesDocument(records).split("\n");
    expect(lines.filter((line) => line.endsWith("| null |  |"))).toEqual([]);
  });

  it("has notes only on variables that there are", () => {
    expect(findLostNotes(records)).toEqual([]);
  });
});
