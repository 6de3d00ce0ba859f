import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";

/* Edits that people make to a site, at random, for tests of what grows from edit to edit. */

/** Files of a root by path; what an edit changes. */
export type Files = Map<string, string>;

export interface Edit {
  readonly kind: string;
  readonly a: number;
  readonly b: number;
}

const places = ["Сливен", "Габрово", "Русе"];
const themes = ["energy", "youth", "transport"];
const innovators = ["Община Сливен", "Читалище „Просвета“", "Община Русе"];

/** A small site to begin with. */
export function firstFiles(): Files {
  const files: Files = new Map([
    ["content/site.yaml", site("Архив", 2)],
    ["content/themes.yaml", themesFile("Енергия")],
    ["content/pages/about.bg.md", page("За архива")],
    ["content/media/plan.csv", "a,b\n"],
  ]);
  for (let number = 0; number < 5; number++)
    files.set(practicePath(number), practice(`Практика ${number}`, number, number));
  return files;
}

/** Makes an edit. */
export function change(files: Files, { kind, a, b }: Edit): void {
  const practices = [...files.keys()].filter((path) => path.includes("/practices/"));
  const path = practices[a % Math.max(1, practices.length)] ?? "";
  const text = files.get(path) ?? "";
  const other = idOf(practices[b % Math.max(1, practices.length)]);
  for (const [changed, content] of Object.entries(edits[kind]?.({ a, b, path, text, other, files }) ?? {})) {
    if (content === undefined) files.delete(changed);
    else if (changed !== "") files.set(changed, content);
  }
}

interface Situation {
  readonly a: number;
  readonly b: number;
  /** A practice to change, its text, and the id of one to mention; "" if there is none. */
  readonly path: string;
  readonly text: string;
  readonly other: string;
  readonly files: Files;
}

/** New content by path; undefined takes the file away. */
const edits: Readonly<Record<string, (at: Situation) => Readonly<Record<string, string | undefined>>>> = {
  add: ({ a, b }) => ({ [practicePath(10 + a)]: practice(`Практика ${a}`, 10 + a, b) }),
  text: ({ path, text, b }) => ({ [path]: `${text}\nОще едно изречение ${b}.\n` }),
  title: ({ path, text, b }) => ({ [path]: text.replace(/^title: .*/m, `title: Заглавие ${b}`) }),
  date: ({ path, text, b }) => ({ [path]: text.replace(/^date: (\d{4}).*/m, `date: $1-0${1 + (b % 9)}-11`) }),
  innovator: ({ path, text, b }) => ({
    [path]: text.replace(/^innovator: .*/m, `innovator: ${innovators[b % innovators.length]}`),
  }),
  place: ({ path, text, b }) => ({ [path]: text.replace(/^municipality: .*/m, `municipality: ${places[b % 3]}`) }),
  themes: ({ path, text, b }) => ({ [path]: text.replace(/^themes: .*/m, `themes: [${themes[b % 3]}]`) }),
  summary: ({ path, text, b }) => ({
    [path]: text.replace(/^summary: .*\n/m, "").replace("themes:", `summary: Накратко ${b}.\nthemes:`),
  }),
  rename: ({ path, text, a, b }) => ({ [path]: undefined, [path.replace(/\/[^/.]+\./, `/nova-${a}-${b}.`)]: text }),
  delete: ({ path }) => ({ [path]: undefined }),
  translate: ({ path, a, b }) => ({ [path.replace(".bg.md", ".en.md")]: practice(`Title ${a}`, yearIn(path), b) }),
  draft: ({ path, text }) => ({
    [path]: text.includes("draft:")
      ? text.replace("draft: true\n", "")
      : text.replace("themes:", "draft: true\nthemes:"),
  }),
  adopt: ({ path, text, other }) => ({
    [path]: text.includes("adoptedFrom")
      ? text.replace(/^adoptedFrom: .*\n/m, "")
      : text.replace("themes:", `adoptedFrom: ["practice:${other}"]\nthemes:`),
  }),
  link: ({ path, text, other }) => ({
    [path]: `${text}\nВижте [другата](practice:${other}) и [плана](/media/plan.csv).\n`,
  }),
  page: ({ a, b }) => ({ [`content/pages/strana-${a % 3}.bg.md`]: page(`Страница ${b}`) }),
  theme: ({ b }) => ({ "content/themes.yaml": themesFile(`Енергия ${b}`) }),
  fields: ({ a, b }) => ({
    "content/fields.yaml":
      a % 5 === 0
        ? undefined
        : `stage: {label: {bg: Етап ${b}, en: Stage}, kind: text, rows: ${b % 2 === 0}, filter: ${a % 2 === 0}}\ncost: {label: Цена ${b}}\n`,
  }),
  stage: ({ path, text, b }) => ({
    [path]: text.includes("stage:")
      ? text.replace(/^stage: .*\n/m, "")
      : text.replace("themes:", `stage: Етап ${b}\nthemes:`),
  }),
  site: ({ a, b }) => ({ "content/site.yaml": site(`Архив ${b}`, 2 + (a % 3)) }),
  template: ({ b, files }) => ({
    "templates/practice.njk": files.has("templates/practice.njk")
      ? undefined
      : `{% extends "layout.njk" %}{% block main %}<h1>{{ practice.title }} ${b}</h1>{% endblock %}\n`,
  }),
  // Whatever a site shows of what its templates are given.
  ownTemplate: ({ a, b, files }) => {
    const [name, values] = Object.entries(shownByTemplate)[a % Object.keys(shownByTemplate).length] ?? ["", []];
    const shown = values.filter((_, index) => (b >> index) % 2 === 0).map((value) => `{{ ${value} | dump }}`);
    const text = name.startsWith("partials/")
      ? shown.join("\n")
      : `{% extends "layout.njk" %}{% block main %}{% include "own.njk" ignore missing %}${shown.join("\n")}{% endblock %}`;
    const path = `templates/${name}`;
    return { [path]: files.has(path) && b % 3 === 0 ? undefined : text };
  },
  included: ({ a, b }) => ({ "templates/own.njk": a % 3 === 0 ? undefined : `<p>${b}</p>{{ site.name }}\n` }),
  media: ({ a, b }) => ({
    "content/media/plan.csv": "a,b\n".repeat(1 + (b % 5)),
    "content/media/most.svg":
      a % 4 === 0
        ? undefined
        : `<svg xmlns="http://www.w3.org/2000/svg" width="${400 + (a % 3)}" height="9"><rect width="9" height="9"/></svg>`,
  }),
  picture: ({ path, text, files }) => ({
    [path]: files.has("content/media/most.svg") ? `${text}\n![мост](media/most.svg)\n` : text,
  }),
  issue: ({ a, b }) => ({
    "content/issues/2016.yaml": `title: {bg: Сборник ${b}}\nyear: 2016\nlanguages: [bg]\nselection: {year: ${2010 + (a % 8)}}\norder: ${b % 2 === 0 ? "date" : "title"}\nforeword:\n  bg: Предговор ${b % 3}\n`,
  }),
  places: ({ a, b }) => ({
    "content/places.csv":
      a % 4 === 0
        ? undefined
        : `code,name_bg,province_code,province_bg,lat,lon\n${places.map((name, index) => `T0${index},${name},T${index},${b % 2 === 0 ? name : "Тракия"},42.${1 + ((a + index) % 8)},25.4\n`).join("")}`,
  }),
  population: ({ a, b, files }) => {
    const codes = files.has("content/places.csv") ? ["T00", "T01", "T02"] : ["SLV20", "GAB05", "RSE27"];
    const rows = codes.map((code, index) => `${code},${(1 + ((a + index) % 9)) ** 2 * 1_500}\n`);
    const source = b % 2 === 0 ? "НСИ" : "Преброяване";
    return {
      "content/population.csv":
        a % 4 === 0 ? undefined : `code,population_${2010 + (b % 3)},source\n${rows.join("")}T09,1,${source}\n`,
    };
  },
  map: ({ a, b }) => {
    const [west, north] = [20 + (a % 4), 44 + (b % 2)];
    const ring = JSON.stringify([
      [west, 41],
      [west + 8, 41],
      [west + 4, north],
      [west, 41],
    ]);
    return {
      "content/map.geojson":
        a % 4 === 0 ? undefined : `{"type": "Polygon", "coordinates": ${b % 3 === 0 ? "[]" : `[${ring}]`}}\n`,
    };
  },
  languages: ({ a, files }) => ({
    "content/site.yaml": files
      .get("content/site.yaml")
      ?.replace(/^languages: .*/m, `languages: [${a % 2 === 0 ? "bg" : "bg, en"}]`),
  }),
  setting: ({ a, b, files }) => {
    const lines = (files.get("content/site.yaml") ?? "").split("\n").slice(0, 4);
    const [key, value] = settings[a % settings.length] ?? ["", ""];
    return { "content/site.yaml": [...lines, ...(b % 3 === 0 ? [] : [`${key}: ${value}`]), ""].join("\n") };
  },
  look: ({ a, b }) => ({
    "templates/assets/own.svg":
      a % 3 === 0
        ? undefined
        : `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${9 + (b % 3)} 9"><path d="M0 0h9v9z"/></svg>`,
  }),
  static: ({ a, b }) => ({
    "content/static/.well-known/owner.txt": a % 3 === 0 ? undefined : `${b}\n`,
    "content/static/robots.txt": a % 4 === 0 ? `User-agent: *\nDisallow: /${b}\n` : undefined,
  }),
  otherPage: ({ a, b }) => ({
    "content/pages/about.bg.md": a % 5 === 0 ? undefined : `${page("За архива")}\nИ още ${b}.\n`,
  }),
  nothing: () => ({}),
};

/** Settings of a site beyond those it begins with. */
const settings = [
  ["demonstration", "true"],
  ["publisher", "{name: Фондация, url: https://foundation.example.org}"],
  ["licence", "{name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}"],
  ["nominations", "{open: false}"],
  ["offline", "false"],
  ["motto", "Добрите практики"],
  ["texts", '{practicesTitle: Случаи, practices: {one: "{1} случай", other: "{1} случая"}, related: Подобни}'],
  ["sections", "{background: {heading: Предистория}, doing: {heading: Практика}, end: {heading: Край, wanted: false}}"],
  ["theme", '{colours: {accent: "#1f4d3a"}, logo: own.svg}'],
  ["print", "{paper: a5, size: 11 pt, margins: {inside: 20 mm}, logo: own.svg}"],
  ["scripts", "[https://counter.example.org/count.js]"],
  ["synonyms", '["покрив, покритие"]'],
  ["nominations", "none"],
  ["cards", "true"],
] as const;

/** Names of values that templates are given; those of a practice stand for all that it shows. */
const shownByTemplate: Readonly<Record<string, readonly string[]>> = {
  "practice.njk": ["practice", "metadata", "qr", "page"],
  "partials/onward.njk": ["practice.related", "practice.newer", "practice.versions", "practice.adoptedBy"],
  "partials/embedded-practice.njk": ["practice.title", "practice.related", "practice.nominations", "practice.sections"],
  "practices.njk": ["rows", "facets", "pagination", "asOf"],
  "theme.njk": ["rows", "mostNominated", "feed", "booklet"],
  "year.njk": ["rows", "mostNominated", "intro", "footerPages"],
  "municipality.njk": ["rows", "booklet", "page", "navigation"],
  "innovator.njk": ["rows", "intro", "site", "languageLinks"],
  "home.njk": ["rows", "mostNominated", "issue", "counts", "facets", "map"],
  "subjects.njk": ["groups", "figure", "nominations"],
  "title-index.njk": ["letters", "groups"],
  "issue.njk": ["issue", "rows", "foreword", "pdf"],
  "booklet.njk": ["parts", "span", "total"],
  "nominated.njk": ["allTime", "subjects", "verification"],
  "page.njk": ["sections", "lead", "footerPages"],
  "search.njk": ["lists", "facets"],
};

const practicePath = (number: number): string => `content/practices/${2010 + (number % 8)}/praktika-${number}.bg.md`;
const yearIn = (path: string): number => Number(/\d{4}/.exec(path)?.[0] ?? 2010) - 2010;

function practice(title: string, number: number, variant: number): string {
  return `---
title: ${title}
innovator: ${innovators[variant % 3]}
date: ${2010 + (number % 8)}-0${1 + (variant % 9)}-09
municipality: ${places[variant % 3]}
themes: [${themes[variant % 3]}]
---

## Предистория

Беше трудно, ${variant}.

## Практика

Опитахме, ${number}.

## Резултати

Стана.
`;
}

const page = (title: string): string => `---\ntitle: ${title}\n---\n\nТекст.\n`;
const site = (name: string, perPage: number): string =>
  `name: {bg: ${name}, en: Archive}\nlanguages: [bg, en]\nbaseUrl: https://archive.example.org\npracticesPerPage: ${perPage}\n`;
const themesFile = (energy: string): string =>
  `energy: {bg: ${energy}, en: Energy}\nyouth: {bg: Младежи, en: Youth}\ntransport: {bg: Транспорт, en: Transport}\n`;
const idOf = (path: string | undefined): string => /\/([^/.]+)\.[a-z]+\.md$/.exec(path ?? "")?.[1] ?? "praktika-0";

/** Some rounds of some edits each. */
export const rounds = fc.array(
  fc.array(fc.record({ kind: fc.constantFrom(...Object.keys(edits)), a: fc.nat(1_000), b: fc.nat(1_000) }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 4 },
);

/** Brings a folder in line with the files, touching only what differs. Returns the absolute paths of what changed. */
export function writeFiles(root: string, files: Files): readonly string[] {
  const changed: string[] = [];
  for (const path of listFiles(root, ["content", "templates"])) {
    if (files.has(path)) continue;
    rmSync(join(root, path));
    changed.push(join(root, path));
  }
  for (const [path, text] of files) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    changed.push(file);
  }
  return changed;
}

/** All files in some folders of a root, by path below the root. */
export function listFiles(root: string, folders: readonly string[]): readonly string[] {
  return folders
    .filter((name) => existsSync(join(root, name)))
    .flatMap((name) =>
      readdirSync(join(root, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
    );
}
