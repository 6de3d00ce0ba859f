import { parseOldAddress } from "../../archive/old-address.ts";
import { type AnsweredAddress, listOldAddresses, targetIn } from "../../archive/old-addresses.ts";
import { permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { Output } from "../kit/context.ts";
import { layoutView, relativeUrlFor } from "../kit/layout-view.ts";
import { onePerSite } from "../kit/per-edition.ts";

/**
 * The page that forwards old addresses: a script reads the one it was asked for; without script it is a list of all numbers. It
 * speaks the site's first language and lists both.
 */
export const oldAddressPage: Output = {
  kind: "old-addresses",
  needs: "fullSite",
  traits: ["page", "indexed", "offline"],
  scripts: {
    "old-addresses": { source: "pages/old-addresses/browser/old-addresses.ts", format: "iife", needs: "fullSite" },
  },
  plan: onePerSite("old-addresses", permalinks.oldAddresses, hasOldAddresses),
  render: (route, context) => {
    const t = textsOf(route.language, context.archive);
    const link = relativeUrlFor(route, context);
    const rows = listOldAddresses(context.archive).map(({ kind, key, targets }) => ({
      kind,
      key,
      links: [...targets].map(([language, { permalink, title }]) => ({ language, href: link(permalink), title })),
    }));
    const view = {
      ...layoutView(route, context, { title: t.oldAddressesTitle, description: t.oldAddressesIntro }),
      numbered: rows.filter(({ kind }) => kind === "iid"),
      others: rows.filter(({ kind }) => kind !== "iid"),
    };
    return context.templates.render("old-addresses.njk", view);
  },
};

/** Rules for hosts that can look at what follows a question mark, and the map they are made of. */
const files: Readonly<Record<string, (addresses: readonly AnsweredAddress[], archive: Archive) => string>> = {
  "/_redirects": netlifyRules,
  "/redirects/legacy.json": jsonMap,
  "/redirects/nginx.conf": nginxRules,
  "/redirects/apache.conf": apacheRules,
  "/redirects/apache-map.txt": apacheMap,
};

export const redirectRules: Output = {
  kind: "redirect-rules",
  needs: "fullSite",
  traits: [],
  plan: (archive) =>
    Object.keys(files).flatMap((path) =>
      onePerSite(
        "redirect-rules",
        path as Permalink,
        hasOldAddresses,
      )(archive).map((route) => ({ ...route, key: path })),
    ),
  render: ({ key }, { archive }) => files[key]?.(listOldAddresses(archive), archive) ?? "",
};

function hasOldAddresses(archive: Archive): boolean {
  const { editions, site } = archive;
  if (Object.keys(site.oldCategories).length > 0) return true;
  return [...editions.values()].some(({ practices }) =>
    practices.some(({ item }) => item.legacyIid !== undefined || item.aliases.some(parseOldAddress)),
  );
}

/** Addresses on the published site, which may lie below a path. */
function basePath({ site }: Archive): string {
  return new URL(site.baseUrl).pathname.replace(/\/$/, "");
}

/** The languages of an address, the site's first at the end: what is in no language goes there. */
function languagesOf({ targets }: AnsweredAddress, { site }: Archive): readonly Language[] {
  const first = site.languages[0];
  return [...[...targets.keys()].filter((language) => language !== first), first];
}

/** Netlify and Cloudflare Pages share the file; Cloudflare ignores lines that ask for a parameter. */
function netlifyRules(addresses: readonly AnsweredAddress[], archive: Archive): string {
  const base = basePath(archive);
  const lines = addresses.flatMap((address) =>
    languagesOf(address, archive).map((language, index, all) => {
      const from = index === all.length - 1 ? "/*" : `/${language}/*`;
      return `${from} ${address.kind}=${address.key} ${base}${targetIn(address, language)?.permalink} 301!`;
    }),
  );
  return [
    "# Addresses of the old archive. Netlify looks at what follows the question mark:",
    ...lines,
    "# Other hosts show the page that forwards:",
    ...oldFolders(archive).map((folder) => `${folder}* ${base}${permalinks.oldAddresses} 200`),
    "",
  ].join("\n");
}

/** Where the pages of the old archive lay. */
function oldFolders({ site }: Archive): readonly string[] {
  return [...site.languages.map((language) => `/${language}/innovations/`), "/innovations/"];
}

function jsonMap(addresses: readonly AnsweredAddress[]): string {
  const kinds: Record<string, Record<string, Record<string, string>>> = {};
  for (const { kind, key, targets } of addresses) {
    const byKey = kinds[kind] ?? {};
    byKey[key] = Object.fromEntries([...targets].map(([language, { permalink }]) => [language, permalink]));
    kinds[kind] = byKey;
  }
  return `${JSON.stringify(kinds, undefined, 1)}\n`;
}

function nginxRules(addresses: readonly AnsweredAddress[], archive: Archive): string {
  const base = basePath(archive);
  const [first, ...others] = archive.site.languages;
  const kinds = [...new Set(addresses.map(({ kind }) => kind))];
  const map = (kind: string): readonly string[] => [
    `map "$praktika_language:$arg_${kind}" $praktika_${kind} {`,
    ...addresses
      .filter((address) => address.kind === kind)
      .flatMap((address) =>
        archive.site.languages.map(
          (language) => `  "${language}:${address.key}" ${base}${targetIn(address, language)?.permalink};`,
        ),
      ),
    "}",
  ];
  return [
    "# Addresses of the old archive, for the http block of nginx:",
    "map_hash_bucket_size 256;",
    "map_hash_max_size 65536;",
    "map $uri $praktika_language {",
    `  default ${first};`,
    ...others.map((language) => `  ~*^${base}/${language}(/|$) ${language};`),
    "}",
    ...kinds.flatMap(map),
    "",
    "# And for its server block, where the sign before each line is to be taken away:",
    ...kinds.map((kind) => `# if ($praktika_${kind}) { return 301 $praktika_${kind}; }`),
    "",
  ].join("\n");
}

function apacheRules(addresses: readonly AnsweredAddress[], archive: Archive): string {
  const [first, ...others] = archive.site.languages;
  const kinds = [...new Set(addresses.map(({ kind }) => kind))];
  const rule = (kind: string, language: Language, isFirst: boolean): readonly string[] => [
    ...(isFirst ? [] : [`RewriteCond %{REQUEST_URI} ^${basePath(archive)}/${language}(/|$) [NC]`]),
    `RewriteCond %{QUERY_STRING} (?:^|&)${kind}=0*([\\w-]+)(?:&|$) [NC]`,
    `RewriteCond \${praktika:${language}:${kind}:%1} ^(/.+)$`,
    "RewriteRule ^ %1? [R=301,L]",
  ];
  return [
    "# Addresses of the old archive, for a virtual host of Apache. Put in the path of apache-map.txt:",
    "RewriteEngine On",
    'RewriteMap praktika "txt:/path/to/site/redirects/apache-map.txt"',
    ...kinds.flatMap((kind) => [
      ...others.flatMap((language) => rule(kind, language, false)),
      ...rule(kind, first, true),
    ]),
    "",
  ].join("\n");
}

function apacheMap(addresses: readonly AnsweredAddress[], archive: Archive): string {
  const lines = addresses.flatMap((address) =>
    archive.site.languages.map(
      (language) =>
        `${language}:${address.kind}:${address.key} ${basePath(archive)}${targetIn(address, language)?.permalink}`,
    ),
  );
  return `${lines.join("\n")}\n`;
}
