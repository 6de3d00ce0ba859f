// The site of the benchmark for Eleventy. Neighbours and related practices are looked up in maps made once, because
// Eleventy's own filters walk through the whole collection for each page.
const markdownOnly = { markdownTemplateEngine: false, htmlTemplateEngine: "njk" };

export default function configure(eleventy) {
  const neighbours = new Map();

  eleventy.addPassthroughCopy({ static: "/" });
  eleventy.addCollection("practices", (api) => {
    const practices = newestFirst(api);
    neighbours.clear();
    for (const [at, practice] of practices.entries())
      neighbours.set(practice.url, { newer: practices[at - 1], older: practices[at + 1], related: [] });
    for (const { key, items } of byTheme(practices))
      for (const [at, practice] of items.entries())
        if (practice.data.themes[0] === key)
          neighbours.get(practice.url).related = [-2, -1, 1, 2].flatMap((step) => items[at + step] ?? []);
    return practices;
  });
  eleventy.addCollection("themes", (api) => byTheme(newestFirst(api)));
  eleventy.addCollection("years", (api) => byYear(newestFirst(api)));

  eleventy.addFilter("neighbours", (url) => neighbours.get(url));
  eleventy.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10).split("-").reverse().join("."));
  eleventy.addFilter("year", (date) => date.getUTCFullYear());
  eleventy.addFilter("first", (items, count) => items.slice(0, count));
  eleventy.setQuietMode(true);
  return { dir: { input: "src", output: "_site" }, ...markdownOnly };
}

/** Eleventy sorts by date, the oldest first. */
function newestFirst(api) {
  return api.getFilteredByGlob("src/practices/*.md").reverse();
}

function byTheme(practices) {
  return [...groups(practices, ({ data }) => data.themes)].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function byYear(practices) {
  return groups(practices, ({ date }) => [String(date.getUTCFullYear())]);
}

function groups(practices, keysOf) {
  const found = new Map();
  for (const practice of practices)
    for (const key of keysOf(practice)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(practice);
    }
  return [...found].map(([key, items]) => ({ key, items }));
}
