/** A mistake that people make, as a change to a practice that has none. */
export interface Mistake {
  readonly name: { readonly bg: string; readonly en: string };
  /** Lines as they were typed, and as they should be; they take each other's place in the text. */
  readonly wrong: string;
  readonly right: string;
}

/** A practice without fault; each mistake takes the place of some of its lines. */
export const flawless = `---
title: Слънчеви покриви
innovator: Община Сливен
date: 2018-09-19
municipality: Сливен
themes: [energy]
---

## Предистория

Сметката за ток на училището растеше.

## Практика

Общината сложи панели на покрива.

## Резултати

Сметката падна с една трета.
`;

export const mistakes: readonly Mistake[] = [
  {
    name: { bg: "Двоеточие в заглавието", en: "A colon in the title" },
    wrong: "title: Слънчеви покриви: втори опит",
    right: 'title: "Слънчеви покриви: втори опит"',
  },
  {
    name: { bg: "Кавички, които не са затворени", en: "Quotation marks that do not end" },
    wrong: 'title: "Слънчеви покриви',
    right: 'title: "Слънчеви покриви"',
  },
  {
    name: { bg: "Знак # в заглавието", en: "A # in the title" },
    wrong: "title: Проект #5 за слънчеви покриви",
    right: 'title: "Проект #5 за слънчеви покриви"',
  },
  {
    name: { bg: "Табулация вместо интервали", en: "A tab instead of spaces" },
    wrong: "innovator: Община Сливен\ncontact:\n\tname: Мария Иванова",
    right: "innovator: Община Сливен\ncontact:\n  name: Мария Иванова",
  },
  {
    name: { bg: "Дата с точки", en: "A date with full stops" },
    wrong: "date: 19.09.2018",
    right: "date: 2018-09-19",
  },
  {
    name: { bg: "Дата с име на месец", en: "A date with the name of the month" },
    wrong: "date: 19 септември 2018 г.",
    right: "date: 2018-09-19",
  },
  {
    name: { bg: "Дата, която не съществува", en: "A date that does not exist" },
    wrong: "date: 2018-09-31",
    right: "date: 2018-09-30",
  },
  {
    name: { bg: "Сгрешено име на поле", en: "The name of a field misspelt" },
    wrong: "titel: Слънчеви покриви",
    right: "title: Слънчеви покриви",
  },
  {
    name: { bg: "Сгрешена тема", en: "A theme misspelt" },
    wrong: "themes: [enery]",
    right: "themes: [energy]",
  },
  {
    name: { bg: "Две общини на един ред", en: "Two municipalities in one line" },
    wrong: "municipality: Сливен и Белене",
    right: "municipality: [Сливен, Белене]",
  },
  {
    name: { bg: "Сгрешена община", en: "A municipality misspelt" },
    wrong: "municipality: Слвен",
    right: "municipality: Сливен",
  },
  {
    name: { bg: "Липсва вторият ред ---", en: "The second line --- is missing" },
    wrong: "themes: [energy]\n\n## Предистория",
    right: "themes: [energy]\n---\n\n## Предистория",
  },
  {
    name: { bg: "Няма интервал след ##", en: "No space after ##" },
    wrong: "##Практика",
    right: "## Практика",
  },
  {
    name: { bg: "Звездички, долепени до следващата дума", en: "Stars that touch the next word" },
    wrong: "**Целта:**по-малка сметка за ток.",
    right: "**Целта:** по-малка сметка за ток.",
  },
  {
    name: { bg: "Списък с точки от Word", en: "A list with bullets from Word" },
    wrong: "Общината сложи панели на:\n\n• училището;\n• читалището.",
    right: "Общината сложи панели на:\n\n- училището;\n- читалището.",
  },
  {
    name: { bg: "Дата в началото на ред", en: "A date at the beginning of a line" },
    wrong: "2016. Общината сложи панели.",
    right: "2016\\. Общината сложи панели.",
  },
  {
    name: { bg: "Абзац с отстъп", en: "An indented paragraph" },
    wrong: "    Общината сложи панели на покрива.",
    right: "Общината сложи панели на покрива.",
  },
  {
    name: { bg: "Ред от таблица с една клетка повече", en: "A row of a table with a cell too many" },
    wrong: "| Година | Сметка |\n|---|---|\n| 2017 | 9 000 лв. | преди |",
    right: "| Година | Сметка | |\n|---|---|---|\n| 2017 | 9 000 лв. | преди |",
  },
  {
    name: { bg: "Знак за бележка без бележка", en: "A mark without its note" },
    wrong: "Общината сложи панели.[^2]\n\n[^1]: По проект на училището.",
    right: "Общината сложи панели.[^1]\n\n[^1]: По проект на училището.",
  },
  {
    name: { bg: "Прескочено ниво на заглавие", en: "A heading that skips a level" },
    wrong: "Общината сложи панели на покрива.\n\n#### Стъпките\n\nПърво проектът, после панелите.",
    right: "Общината сложи панели на покрива.\n\n### Стъпките\n\nПърво проектът, после панелите.",
  },
  {
    name: { bg: "Връзка към практика, която я няма", en: "A link to a practice that is not there" },
    wrong: "Общината сложи панели, както в [образеца](practice:obrazec).",
    right: "Общината сложи панели, както в [образеца](practice:obrazets).",
  },
  {
    name: { bg: "Интервал в адрес", en: "A space in an address" },
    wrong: "Общината сложи панели ([повече](www.example .org/paneli)).",
    right: "Общината сложи панели ([повече](www.example.org/paneli)).",
  },
  {
    name: { bg: "Интервал в името на файл", en: "A space in the name of a file" },
    wrong: "Общината сложи панели по [този план](media/новият план.csv).",
    right: "Общината сложи панели по [този план](<media/новият план.csv>).",
  },
  {
    name: { bg: "Адрес от прегледа", en: "An address of the preview" },
    wrong: "Общината сложи панели, както в [образеца](http://localhost:4000/bg/practices/obrazets/).",
    right: "Общината сложи панели, както в [образеца](practice:obrazets).",
  },
  {
    name: { bg: "Приложение, което го няма", en: "An attachment that is not there" },
    wrong: "Общината сложи панели по [този план](/media/plan.pdf).",
    right: "Общината сложи панели по [този план](/media/plan.csv).",
  },
  {
    name: { bg: "Картинка без описание", en: "A picture without a description" },
    wrong: "Общината сложи панели.\n\n![](/media/pokriv.svg)",
    right: "Общината сложи панели.\n\n![Панели на покрива на училището](/media/pokriv.svg)",
  },
  {
    name: { bg: "Етикет на HTML в текста", en: "A tag of HTML in the text" },
    wrong: "Общината сложи <b>панели</b> и обучи домакина.",
    right: "Общината сложи **панели** и обучи домакина.",
  },
  {
    name: { bg: "Кавички, които не са двойка", en: "Quotation marks that do not go together" },
    wrong: "Общината сложи панели на училище „Светлина”.",
    right: "Общината сложи панели на училище „Светлина“.",
  },
  {
    name: { bg: "Латинска буква в българска дума", en: "A Latin letter in a Bulgarian word" },
    wrong: "Общинският cъвет реши да се сложат панели.",
    right: "Общинският съвет реши да се сложат панели.",
  },
];
