import type { Permalink } from "../model/ids.ts";
import type { Output } from "./output.ts";

/** nominees.json: the ids that may be nominated, which is what the nomination endpoint goes by. */
export const nominees: Output = {
  kinds: ["nominees"],
  inPagesProfile: false,
  plan: ({ site }) => [
    { kind: "nominees", permalink: "/nominees.json" as Permalink, language: site.languages[0], key: "" },
  ],
  render: (_route, { archive }) => {
    const ids = [...archive.editions.values()].flatMap(({ practicesById }) => [...practicesById.keys()]);
    return `${JSON.stringify([...new Set(ids)].sort(), undefined, 1)}\n`;
  },
};

export const robots: Output = {
  kinds: ["robots"],
  inPagesProfile: false,
  plan: ({ site }) => [{ kind: "robots", permalink: "/robots.txt" as Permalink, language: site.languages[0], key: "" }],
  render: (_route, { archive: { site } }) => `User-agent: *\nAllow: /\n\nSitemap: ${site.baseUrl}/sitemap.xml\n`,
};
