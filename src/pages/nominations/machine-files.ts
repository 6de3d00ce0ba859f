import { permalinks } from "../../archive/permalinks.ts";
import type { LocalizedText } from "../../core/language/language.ts";
import { startOfDay } from "../../core/language/time-zone.ts";
import type { PageId, Permalink } from "../../core/model/ids.ts";
import type { Site } from "../../core/model/site.ts";
import type { Output, RenderContext } from "../kit/context.ts";
import { onePerSite } from "../kit/per-edition.ts";

/**
 * nominees.json: the ids that may be nominated, which is what the nomination endpoint goes by. Once the site has closed
 * nominations it is `{"open": false, "ids": […]}`, and with days of opening and closing these are in it as moments; its shape is
 * `NomineeList` of the endpoint's protocol.
 */
export const nominees: Output = {
  kind: "nominees",
  needs: "fullSite",
  traits: [],
  plan: onePerSite("nominees", "/nominees.json" as Permalink, ({ site }) => site.hasNominations),
  render: (_route, { archive }) => {
    const ids = [...archive.editions.values()].flatMap(({ practicesById }) => [...practicesById.keys()]);
    const sorted = [...new Set(ids)].sort();
    const { nominationsOpen: open } = archive.site;
    const moments = contestMoments(archive.site);
    const isUnlimited = open && Object.keys(moments).length === 0;
    return `${JSON.stringify(isUnlimited ? sorted : { open, ...moments, ids: sorted }, undefined, 1)}\n`;
  },
};

/** When nominations begin and end, if the site says so; the last day is one on which they are accepted. */
export function contestMoments({ nominationsOpens: opens, nominationsCloses: closes, timeZone }: Site) {
  return {
    ...(opens !== undefined && { opens: startOfDay(opens, timeZone) }),
    ...(closes !== undefined && { closes: startOfDay(closes, timeZone, 1) }),
  };
}

/** ballot-paper.json: what the endpoint's form says of the site and its practices, beside the ids of nominees.json. */
export const ballotPaper: Output = {
  kind: "ballot-paper",
  needs: "fullSite",
  traits: [],
  plan: onePerSite("ballot-paper", "/ballot-paper.json" as Permalink, ({ site }) => site.hasNominations),
  render: (_route, context) => `${JSON.stringify(ballotPaperOf(context), undefined, 1)}\n`,
};

/** How the keys of texts begin that the endpoint says. */
const endpointTexts = "endpoint.";

/** The values of ballot-paper.json; their shape is `BallotPaper` of the endpoint's protocol. */
export function ballotPaperOf({ archive, planned, assets }: RenderContext) {
  const { site, editions, formerIds } = archive;
  const texts = Object.entries(site.texts).flatMap(([key, text]) =>
    key.startsWith(endpointTexts) ? [[key.slice(endpointTexts.length), text] as const] : [],
  );
  const titles = new Map<string, LocalizedText>();
  const privacy: Record<string, string> = {};
  for (const { language, practicesById, pages } of editions.values()) {
    for (const [id, { item }] of practicesById) titles.set(id, { ...titles.get(id), [language]: item.title });
    const permalink = permalinks.page(language, "privacy");
    if (pages.has("privacy" as PageId) && planned.has(permalink)) privacy[language] = permalink;
  }
  return {
    site: {
      name: site.name,
      stylesheet: assets.get("css/ballot.css"),
      email: site.publisher?.email,
      privacy: privacy as LocalizedText,
      ...(texts.length > 0 && { texts: Object.fromEntries(texts) }),
    },
    titles: Object.fromEntries([...titles].sort(([a], [b]) => (a < b ? -1 : 1))),
    formerIds: Object.fromEntries(formerIds),
  };
}

export const tallyPermalink = "/tally.json" as Permalink;

/** tally.json: the tally that the numbers of the pages come from, as it was published, for whoever counts the log again. */
export const tallyFile: Output = {
  kind: "tally",
  needs: "fullSite",
  traits: [],
  plan: onePerSite("tally", tallyPermalink, ({ tally }) => tally !== undefined),
  render: (_route, { archive: { tally } }) => `${JSON.stringify(tally?.published, undefined, 1)}\n`,
};
