import { describe, expect, it } from "vitest";
import type { BallotPaper } from "../../../src/core/protocol.ts";
import { createNominees } from "../../../src/nomination/nominees.ts";
import { ballotPaperOf } from "../../../src/pages/nominations/machine-files.ts";
import { archiveOf, entry, pageEntry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const archive = archiveOf(
  [
    entry({ id: "nova", title: "Нова", aliases: ["/bg/practices/stara/"] }),
    entry({ id: "nova", language: "en", title: "New" }),
    entry({ id: "constructor", title: "Строител" }),
    entry({ id: "chernova", draft: true }),
  ],
  {
    vocabulary: vocabulary({
      publisher: {
        name: { bg: "Издател" },
        shortName: undefined,
        url: undefined,
        email: "archive@example.org",
        address: undefined,
      },
    }),
    pages: [pageEntry({ id: "privacy" })],
  },
);
const context = contextOf(archive);

describe("the ballot paper", () => {
  it("has the shape of the endpoint's protocol", () => {
    const paper: BallotPaper = ballotPaperOf(context);
    expect(paper.site).toEqual({
      name: { bg: "Архив", en: "Archive" },
      stylesheet: context.assets.get("css/ballot.css"),
      email: "archive@example.org",
      privacy: { bg: "/bg/privacy/" },
    });
    expect(paper.site.stylesheet).toMatch(/^\/assets\/css\/ballot\.[0-9a-f]{10}\.css$/);
  });

  it("is read by the endpoint together with nominees.json", async () => {
    const nominees = createNominees(
      async (name) => JSON.parse(renderAt(`/${name}`, context)),
      () => 0,
    );
    const nova = { id: "nova", titles: { bg: "Нова", en: "New" }, formerIds: ["stara"] };
    expect(await nominees.find("nova")).toEqual(nova);
    expect(await nominees.find("stara")).toEqual(nova);
    expect(await nominees.find("constructor")).toMatchObject({ id: "constructor", titles: { bg: "Строител" } });
    expect(await nominees.find("chernova")).toBeUndefined();
    expect((await nominees.site()).privacy).toEqual({ bg: "/bg/privacy/" });
  });

  it("takes along what the site says in place of the endpoint's texts, and nothing else of its own", () => {
    const said = (text: string) => ({ en: { one: text, other: text } });
    const texts = { "endpoint.back": said("Back to the case study"), practicesTitle: said("Case studies") };
    const own = contextOf(archiveOf([], { vocabulary: vocabulary({ texts }) }));
    expect(JSON.parse(renderAt("/ballot-paper.json", own)).site.texts).toEqual({ back: texts["endpoint.back"] });
  });

  it("says nothing of drafts", () => {
    for (const file of ["/ballot-paper.json", "/nominees.json"])
      expect(renderAt(file, context)).not.toContain("chernova");
  });

  it("says nothing of what the site does not have", () => {
    const bare = contextOf(archiveOf([]));
    expect(JSON.parse(renderAt("/ballot-paper.json", bare))).toEqual({
      site: { name: { bg: "Архив", en: "Archive" }, stylesheet: bare.assets.get("css/ballot.css"), privacy: {} },
      titles: {},
      formerIds: {},
    });
  });
});
