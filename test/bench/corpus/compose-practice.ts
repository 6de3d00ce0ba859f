import type { Random } from "./random.ts";
import * as words from "./words.ts";

/** A practice's file: `<year>/<id>.bg.md`. */
export interface ComposedPractice {
  readonly id: string;
  readonly year: number;
  readonly text: string;
}

/** Composes a practice. @param number makes the id unique, counted from 1 */
export function composePractice(number: number, random: Random): ComposedPractice {
  const [name, slug] = random.pick(words.undertakings);
  const [circumstance, circumstanceSlug] = random.pick(words.circumstances);
  const year = random.between(1998, 2018);
  const length = wordsOf(random);
  return {
    id: `${slug}-${circumstanceSlug}-${number}`,
    year,
    text: `---\n${frontMatter(`${name} ${circumstance}`, year, number, random)}---\n\n${body(length, random)}`,
  };
}

/** Words: half of the texts have fewer than 550, the longest of two thousand about 2,500; a few are notes of 70 words. */
function wordsOf(random: Random): number {
  if (random.chance(0.03)) return random.between(70, 160);
  return Math.min(2_500, Math.round(520 * Math.exp(0.5 * random.normal())));
}

function frontMatter(title: string, year: number, number: number, random: Random): string {
  const places = random.pickSome(words.municipalities, random.chance(0.12) ? random.between(2, 5) : 1);
  const innovator = random.chance(0.75) ? `Община ${places[0]}` : `Сдружение за развитие на ${places[0]} и региона`;
  const date = `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  const some = (probability: number, line: string): string => (random.chance(probability) ? `${line}\n` : "");
  return [
    `title: ${title}\n`,
    `innovator: ${innovator}\n`,
    `date: ${date}\n`,
    `municipality: [${places.join(", ")}]\n`,
    `themes: [${random.pickSome(Object.keys(words.themes), random.between(1, 3)).join(", ")}]\n`,
    some(0.8, `summary: ${sentence(random)}`),
    some(0.3, "projectUrl: https://www.example.org/proekti/opit"),
    some(
      0.6,
      `status: {state: ${random.pick(["active", "ended", "unknown"])}, checked: 2018-0${random.between(1, 9)}-11}`,
    ),
    some(
      0.4,
      `cost: ${random.between(3, 90)} 400 лв., от които половината от общинския бюджет, а останалите от дарения и доброволен труд`,
    ),
    some(0.35, `lessons: ${Array.from({ length: random.between(1, 4) }, () => sentence(random)).join(" ")}`),
    some(0.15, `adoptedBy: Община ${random.pick(words.municipalities)}`),
    some(0.1, `award: [{name: Община новатор, year: ${year}}]`),
    random.chance(0.9) ? contact(innovator, places[0] ?? "", random) : "",
    `legacy: {iid: ${number}}\n`,
  ].join("");
}

function contact(innovator: string, place: string, random: Random): string {
  return [
    "contact:\n",
    random.chance(0.8) ? `  name: ${random.pick(words.people)}\n  role: ${random.pick(words.roles)}\n` : "",
    `  organisation: ${innovator}\n`,
    random.chance(0.7)
      ? `  address: пл. „Свобода“ № ${random.between(1, 20)}, ${random.between(1, 9)}000 ${place}\n`
      : "",
    `  tel: "+359 86 000 ${random.between(100, 999)}"\n`,
    random.chance(0.5) ? `  fax: "+359 86 000 ${random.between(100, 999)}"\n` : "",
    `  email: praktika${random.between(1, 99)}@example.org\n`,
  ].join("");
}

/** @param length in words, about */
function body(length: number, random: Random): string {
  const parts: readonly [string, number][] = [
    ["Предистория", 0.25],
    ["Практика", 0.5],
    ["Резултати", 0.25],
  ];
  return parts.map(([title, share]) => `## ${title}\n\n${section(length * share, title, random)}`).join("\n");
}

function section(length: number, title: string, random: Random): string {
  const blocks: string[] = [];
  let left = length;
  const add = (block: string): void => {
    blocks.push(block);
    left -= countWords(block);
  };
  while (left > 0) {
    const long = length > 180;
    if (long && title === "Практика" && random.chance(0.3)) blocks.push(`### ${random.pick(words.subheadings)}`);
    add(paragraph(Math.min(left, random.between(25, 80)), random));
    if (left > 30 && random.chance(0.28)) add(list(random));
    if (left > 60 && random.chance(title === "Резултати" ? 0.25 : 0.05)) add(table(random));
    if (left > 20 && random.chance(0.05)) add(`> ${sentence(random)}`);
    if (random.chance(0.06))
      add("Повече за практиката има на [страницата на проекта](https://www.example.org/proekti/opit).");
  }
  return `${blocks.join("\n\n")}\n`;
}

function paragraph(length: number, random: Random): string {
  const sentences = [sentence(random)];
  while (countWords(sentences.join(" ")) < length - 8) sentences.push(sentence(random));
  return sentences.join(" ");
}

function sentence(random: Random): string {
  const subject = random.pick(words.subjects);
  const time = random.chance(0.5) ? `${random.pick(words.times)} ` : "";
  const clause = random.chance(0.6) ? `, ${random.pick(words.clauses)}` : "";
  const start = time === "" ? (subject[0] ?? "").toUpperCase() + subject.slice(1) : time + subject;
  return `${start} ${random.pick(words.verbs)} ${random.pick(words.objects)}${clause}.`;
}

function list(random: Random): string {
  const numbered = random.chance(0.4);
  return random
    .pickSome(words.steps, random.between(3, 6))
    .map((step, index) => `${numbered ? `${index + 1}.` : "-"} ${step}.`)
    .join("\n");
}

function table(random: Random): string {
  const rows = random.pickSome(words.measures, random.between(3, 6));
  const years = [2001, 2002, 2003].slice(0, random.between(2, 3));
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["Показател", ...years.map((year) => `${year} г.`)]),
    line(["---", ...years.map(() => "---:")]),
    ...rows.map((row) => line([row, ...years.map(() => random.between(4, 980))])),
  ].join("\n");
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
