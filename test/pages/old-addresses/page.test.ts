import { describe, expect, it } from "vitest";
import { languageOfOldAddress, parseOldAddress } from "../../../src/archive/old-address.ts";
import { archiveOf, entry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

/*
 * Every number of an old archive of 2,300 is asked for in several shapes, and every set of rules that is published must lead to
 * the practice of today: read here as the hosts read them.
 */

const last = 2_300;
const isEnglish = (number: number): boolean => number % 3 === 0;
const idOf = (number: number): string => `praktika-${number}`;

const practices = Array.from({ length: last }, (_, index) => index + 1).flatMap((number) => [
  entry({ id: idOf(number), language: "bg", legacyIid: number }),
  ...(isEnglish(number) ? [entry({ id: idOf(number), language: "en", legacyIid: number })] : []),
]);
const context = contextOf(archiveOf(practices));

/** Where a number leads, asked for in a language. */
const expected = (number: number, language: string): string =>
  `/${language === "en" && isEnglish(number) ? "en" : "bg"}/practices/${idOf(number)}/`;

const shapes: readonly ((number: number) => string)[] = [
  (number) => `/en/innovations/some-slug/?iid=${number}`,
  (number) => `/bg/innovations/?iid=${number}&page=2`,
  (number) => `/bg/innovations/?page=2&iid=${number}`,
  (number) => `/innovations/?iid=${number}`,
];

type Resolve = (path: string, query: string) => string | undefined;

const readers: Readonly<Record<string, () => Resolve>> = {
  "the JSON map": () => {
    const map = JSON.parse(renderAt("/redirects/legacy.json", context));
    return (path, query) => {
      const address = parseOldAddress(query);
      const targets = address && map[address.kind]?.[address.key];
      return targets?.[languageOfOldAddress(path) ?? "bg"] ?? targets?.bg;
    };
  },
  "_redirects, as Netlify reads it": () => {
    const rules = renderAt("/_redirects", context)
      .split("\n")
      .map((line) => line.split(" "))
      .filter((parts) => parts.length === 4);
    const byParameter = new Map<string, string[][]>();
    for (const rule of rules) byParameter.set(rule[1] ?? "", [...(byParameter.get(rule[1] ?? "") ?? []), rule]);
    return (path, query) => {
      for (const [name, value] of new URLSearchParams(query))
        for (const [from = "", , to, status] of byParameter.get(`${name}=${value}`) ?? [])
          if (path.startsWith(from.slice(0, -1)) && status === "301!") return to;
      return undefined;
    };
  },
  nginx: () => {
    const text = renderAt("/redirects/nginx.conf", context);
    const map = new Map([...text.matchAll(/^ {2}"([^"]+)" (\S+);$/gm)].map(([, key = "", to = ""]) => [key, to]));
    const language = /~\*\^(\S+) en;/.exec(text)?.[1] ?? "";
    return (path, query) => {
      const spoken = new RegExp(`^${language}`, "i").test(path) ? "en" : "bg";
      return map.get(`${spoken}:${new URLSearchParams(query).get("iid")}`);
    };
  },
  Apache: () => {
    const map = new Map(
      renderAt("/redirects/apache-map.txt", context)
        .trim()
        .split("\n")
        .map((line) => line.split(" ") as [string, string]),
    );
    const conf = renderAt("/redirects/apache.conf", context);
    const condition = /QUERY_STRING\} (\S+) \[NC\]\nRewriteCond \$\{praktika:en:iid/.exec(conf)?.[1] ?? "";
    return (path, query) => {
      const number = new RegExp(condition, "i").exec(query.slice(1))?.[1];
      return map.get(`${/^\/en(\/|$)/i.test(path) ? "en" : "bg"}:iid:${number}`);
    };
  },
};

describe.each(Object.entries(readers))("%s", (_, reader) => {
  it(`leads each of ${last} numbers to its practice, in every shape`, () => {
    const resolve = reader();
    const wrong: string[] = [];
    for (let number = 1; number <= last; number++)
      for (const shape of shapes) {
        const { pathname, search } = new URL(shape(number), "http://old.example");
        const found = resolve(pathname, search);
        if (found !== expected(number, languageOfOldAddress(pathname) ?? "bg"))
          wrong.push(`${shape(number)} → ${found}`);
      }
    expect(wrong).toEqual([]);
    expect(resolve("/en/innovations/", `?iid=${last + 1}`)).toBeUndefined();
  });
});

describe("the page of old addresses", () => {
  it("lists every number with its practice, in order, in both languages", () => {
    const html = renderAt("/old/", context);
    const numbers = [...html.matchAll(/data-old="iid-(\d+)"/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    expect(html).toContain('<div data-old="iid-3"><dt>3</dt><dd><a href="../bg/practices/praktika-3/" hreflang="bg"');
    expect(html).toContain('<a href="../en/practices/praktika-3/" hreflang="en"');
  });

  it("is not there where nothing is old", () => {
    expect(contextOf(archiveOf([entry({ id: "nova" })])).planned.has("/old/" as never)).toBe(false);
  });

  it("answers a second number that is given as an alias", () => {
    const twice = contextOf(archiveOf([entry({ id: "x", legacyIid: 5, aliases: ["/en/innovations/?iid=77"] })]));
    expect(renderAt("/old/", twice)).toContain('data-old="iid-77"');
  });
});

describe("a site below a path, whose first language is English", () => {
  const below = contextOf(
    archiveOf(
      [
        entry({ id: "most", legacyIid: 7 }),
        entry({ id: "most", language: "en", legacyIid: 7 }),
        entry({ id: "park", legacyIid: 8 }),
      ],
      { vocabulary: vocabulary({ baseUrl: "https://example.org/arhiv", languages: ["en", "bg"] }) },
    ),
  );

  it("has rules for its own addresses; what is in no language goes to the first", () => {
    const rules = renderAt("/_redirects", below).split("\n");
    expect(rules).toEqual(
      expect.arrayContaining([
        "/bg/* iid=7 /arhiv/bg/practices/most/ 301!",
        "/* iid=7 /arhiv/en/practices/most/ 301!",
        // There is no English version.
        "/bg/* iid=8 /arhiv/bg/practices/park/ 301!",
        "/* iid=8 /arhiv/bg/practices/park/ 301!",
        "/en/innovations/* /arhiv/old/ 200",
        "/innovations/* /arhiv/old/ 200",
      ]),
    );
    const order = rules.filter((rule) => rule.includes("iid=7")).map((rule) => rule.split(" ")[0]);
    expect(order).toEqual(["/bg/*", "/*"]);
  });

  it("says so to nginx and Apache as well", () => {
    const nginx = renderAt("/redirects/nginx.conf", below);
    expect(nginx).toContain("  default en;\n  ~*^/arhiv/bg(/|$) bg;");
    expect(nginx).toContain('  "en:7" /arhiv/en/practices/most/;');
    expect(renderAt("/redirects/apache.conf", below)).toContain("RewriteCond %{REQUEST_URI} ^/arhiv/bg(/|$) [NC]");
    expect(renderAt("/redirects/apache-map.txt", below)).toContain("bg:iid:8 /arhiv/bg/practices/park/\n");
  });
});
