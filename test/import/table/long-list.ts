import type { WrittenField } from "../../../src/read/compose-document.ts";

/*
 * A list of 300 practices as three archives would keep it. A cell says how it is written and where it belongs: the path of a field or the kind of a
 * section, with the value that front matter should have.
 */

export interface Cell {
  readonly written: string;
  readonly target: string;
  readonly value: WrittenField;
}

export interface LongList {
  readonly name: string;
  readonly above: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a person writes into the map, for headings that say too little. */
  readonly corrections: Readonly<Record<string, string>>;
}

const towns = [
  "Елена",
  "Русе",
  "Белене",
  "Габрово",
  "Кюстендил",
  "Мездра",
  "Трявна",
  "Велинград",
  "Сандански",
  "Ловеч",
];
const townsInEnglish = [
  "Elena",
  "Ruse",
  "Belene",
  "Gabrovo",
  "Kyustendil",
  "Mezdra",
  "Tryavna",
  "Velingrad",
  "Sandanski",
  "Lovech",
];
const deeds = [
  "Библиотека",
  "Градина",
  "Сграда",
  "Пътека",
  "Кухня",
  "Работилница",
  "Площадка",
  "Чешма",
  "Алея",
  "Школа",
];
const deedsInEnglish = [
  "Library",
  "Garden",
  "Building",
  "Path",
  "Kitchen",
  "Workshop",
  "Playground",
  "Fountain",
  "Alley",
  "School",
];
const themes = ["energy", "youth", "culture"] as const;
const themeNames = {
  energy: ["Енергия", "Energy"],
  youth: ["Младежи", "Youth"],
  culture: ["Култура", "Culture"],
} as const;

interface Facts {
  readonly number: number;
  readonly place: number;
  readonly day: string;
  readonly theme: (typeof themes)[number];
}

const facts: readonly Facts[] = Array.from({ length: 300 }, (_, number) => ({
  number,
  place: number % towns.length,
  day: `${1998 + (number % 20)}-${String((number % 12) + 1).padStart(2, "0")}-${String((number % 27) + 1).padStart(2, "0")}`,
  theme: themes[number % themes.length] ?? "energy",
}));

const cell = (target: string, written: string, value: WrittenField = written): Cell => ({ target, written, value });
const dotted = (day: string): string => day.split("-").reverse().join(".");
const mail = (number: number): string => `person${number}@example.org`;

export const bulgarianList: LongList = {
  name: "Bulgarian headings",
  above: [],
  headings: [
    "№",
    "Наименование на практиката",
    "Община",
    "Организация",
    "Дата на въвеждане",
    "Тематична област",
    "Описание на проблема",
    "Какво е направено",
    "Постигнати резултати",
    "Бюджет",
    "Лице за контакт",
    "Телефон",
    "Ел. поща",
    "Интернет страница",
  ],
  corrections: {},
  rows: facts.map(({ number, place, day, theme }) => [
    cell("report", String(number + 1)),
    cell("title", `${deeds[number % 10]} номер ${number + 1}`),
    cell("municipality", towns[place] ?? ""),
    cell("innovator", `Община ${towns[place]}`),
    cell("date", `${dotted(day)} г.`, day),
    cell("themes", themeNames[theme][0], themeNames[theme][0]),
    cell("background", `Преди нямаше нищо; беше година ${number}.\nНикой не знаеше.`),
    cell("practice", `Направихме ${number} неща, всичко само с доброволци.`),
    cell("results", `Дойдоха ${number * 3} души.`),
    cell("cost", `${number + 1} 000 лв.`),
    cell("contact.name", `Лице Номер${number}`),
    cell("contact.tel", `0888 ${String(number).padStart(6, "0")}`),
    cell("contact.email", mail(number)),
    cell("projectUrl", `www.example${number}.org`),
  ]),
};

export const englishList: LongList = {
  name: "English headings",
  above: [],
  headings: [
    "ID",
    "Project title *",
    "Municipality",
    "Implemented by",
    "Published",
    "Topics",
    "Challenge",
    "Activities",
    "Outcomes",
    "Total cost (BGN)",
    "Contact person",
    "Position",
    "Phone",
    "E-mail",
    "Website",
    "Lessons learned",
  ],
  corrections: {},
  rows: facts.map(({ number, place, day, theme }) => [
    cell("report", `P-${number + 1}`),
    cell("title", `${deedsInEnglish[number % 10]} number ${number + 1}`),
    cell("municipality", townsInEnglish[place] ?? "", towns[place] ?? ""),
    cell("innovator", `Municipality of ${townsInEnglish[place]}`),
    cell("date", day),
    cell("themes", themeNames[theme][1]),
    cell("background", `There was nothing before, in case ${number}.`),
    cell("practice", `We did ${number} things, "all" with volunteers.`),
    cell("results", `${number * 3} people came.`),
    cell("cost", `BGN ${number + 1},000`),
    cell("contact.name", `Person Number${number}`),
    cell("contact.role", "secretary"),
    cell("contact.tel", `+359 888 ${String(number).padStart(6, "0")}`),
    cell("contact.email", mail(number)),
    cell("projectUrl", `https://example${number}.org/`),
    cell("lessons", `Lesson ${number}.`),
  ]),
};

/** Years of two digits, days of a spreadsheet, several values in a cell, names that say little, a title above it all. */
export const messyList: LongList = {
  name: "a mess",
  above: ["Списък на добрите практики към 31.12.2018"],
  headings: [
    "",
    "ИМЕ ПРАКТИКА",
    "къде",
    "Изпълнител/партньори",
    "Дата (въвеждане)",
    "Катгория",
    "Как започна",
    "Резултати и ефект",
    "лв.",
    "За връзка",
    "",
    "Забележки",
  ],
  corrections: {
    къде: "municipality",
    "Как започна": "background",
    "лв.": "cost",
    "ИМЕ ПРАКТИКА": "title",
    Забележки: "unplaced",
    "#11": "projectUrl",
    "#1": "key",
  },
  rows: facts.map(({ number, place, day, theme }) => [
    cell("report", String(number + 1)),
    cell("title", `${deeds[number % 10]} номер ${number + 1}`),
    cell("municipality", `${number % 2 ? "гр." : "община"} ${towns[place]}`, towns[place] ?? ""),
    cell("innovator", `Сдружение „${deeds[number % 10]}“`),
    cell(
      "date",
      number % 3 === 0
        ? dotted(day).replace(/\.(19|20)(\d\d)$/, ".$2")
        : number % 3 === 1
          ? String(serialOf(day))
          : dotted(day),
      day,
    ),
    cell(
      "themes",
      `${themeNames[theme][0]}; ${number % 5 === 0 ? "разни" : themeNames[theme][0]}`,
      themeNames[theme][0],
    ),
    cell("background", `Преди нямаше нищо, номер ${number}.`),
    cell("results", `Дойдоха ${number * 3} души.`),
    cell("cost", `ок. ${number + 1} 000`),
    cell("contact.email", `Лице Номер${number}, ${mail(number)}`, mail(number)),
    cell("projectUrl", `http://example${number}.org/a`),
    cell("unplaced", number % 4 === 0 ? `виж дело ${number}` : ""),
  ]),
};

/** The number of a day in a spreadsheet. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

export function toCsv({ above, headings, rows }: LongList, separator: string): string {
  const quote = (text: string): string => (/["\n;,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [...above.map((text) => [text]), headings, ...rows.map((row) => row.map(({ written }) => written))];
  return lines.map((line) => line.map(quote).join(separator)).join("\r\n");
}
