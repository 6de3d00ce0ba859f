import type { CliTexts } from "./cli-texts.ts";
import { bgVotes } from "./votes-bg.ts";

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const bg: CliTexts = {
  usage: "Употреба: praktika <команда> [настройки]",
  commandsTitle: "Команди",
  optionsTitle: "Настройки",
  commands: {
    build: "Изгражда сайта от content/ в dist/",
    check: "Търси грешки в съдържанието, връзките и шаблоните; нищо не записва",
    serve: "Показва готовия сайт на http://localhost:4000",
    pdf: "Отпечатва практики в PDF, всяка на отделен лист",
    "votes tally": "Показва номинациите по практики",
    "votes verify": "Проверява журнала на номинациите ред по ред",
    "votes export": "Извежда целия журнал",
    "votes revoke": "Отменя гласове с нови редове; без --yes само ги показва",
    "votes import": "Пренася стари номинации от CSV или JSON",
    "votes move": "Пренася журнала в друга, празна база",
    "votes audit": "Показва номинациите по дни и необичайните скокове",
  },
  options: {
    root: "Папката, в която е content/ (по подразбиране тази)",
    content: "Друга папка със съдържание",
    out: "Друга папка за готовия сайт (по подразбиране <root>/dist)",
    profile: "full записва всичко, pages – само практиките, списъците, емисията и картата на сайта",
    links: "pretty завършва адресите с черта, files изписва index.html за четене от диск",
    tally: "Преброяване, чиито числа се показват на страниците: файл или адрес",
    drafts: "Включва и черновите",
    format: "Как се показват откритите грешки",
    port: "Порт на сървъра (по подразбиране 4000)",
    lang: "Език на съобщенията",
    all: "Всички практики",
    issue: "Книгата на едно издание; „all“ е целият архив",
    paper: "Размер на хартията (по подразбиране както в site.yaml)",
    print: "Преглежда и отпечатаните страници; иска браузър",
    "no-cache": "Започва отначало, без останалото от предишни изграждания",
    jobs: "Най-много толкова нишки",
    receipt: "Квитанцията на един глас",
    against: "Публикувано преброяване, с което да се сравни: tally.json или адрес",
    log: "Журнал извън базата: изведен файл или адресът на услугата",
    sequence: "Пореден номер на ред от журнала",
    practice: "Практика, чиито гласове се отменят; иска и --day",
    day: "Ден по UTC",
    last: "Само последните N гласа от деня",
    yes: "Наистина записва отмяната",
    to: "Базата, в която се пренася: файл или postgres://…",
    verbose: "Показва и времената, и къде в програмата е станала грешка",
    version: "Показва версията",
    help: "Показва тази помощ",
  },
  ownOptions: {
    pdf: {
      out: "Папка за листовете (по подразбиране <root>/.praktika/pdf, откъдето ги взема сайтът)",
      lang: "Само версиите на този език; на него са и съобщенията",
      jobs: "Най-много толкова раздела на браузъра печатат едновременно",
    },
    "votes tally": { format: "Таблица или точно това, което услугата дава на /api/tally" },
    "votes export": {
      format: "По един JSON на ред или таблица CSV",
      out: "Файл, в който се записва (по подразбиране на екрана)",
    },
    "votes audit": { out: "Записва и страница за печат" },
  },
  moreHelp: "praktika <команда> --help изброява настройките на командата.",
  unknownCommand: (name, nearest) => `Няма команда „${name}“.${nearest ? ` Може би имахте предвид „${nearest}“?` : ""}`,
  unknownOption: (name, nearest) =>
    `Тук няма настройка „${name}“.${nearest ? ` Може би имахте предвид „${nearest}“?` : ""}`,
  missingValue: (name) => `Настройката ${name} иска стойност.`,
  invalidValue: (name, value, allowed) => `„${value}“ не е възможна стойност за ${name}. Възможни са: ${allowed}.`,
  unexpectedArgument: (value) => `„${value}“ не се очаква тук.`,
  missingArgument: (expected) => `Липсва ${expected}.`,
  noFolder: (path) => `Няма папка ${path}.`,
  reading: "Четене",
  rendering: "Изграждане",
  built: ({ pages, written, unchanged, removed, seconds }) =>
    `${plural(pages, "страница", "страници")} за ${seconds} сек.: ${written} записани, ${unchanged} без промяна, ${removed} премахнати.`,
  checked: ({ practices, seconds }) =>
    `${plural(practices, "проверена практика", "проверени практики")} за ${seconds} сек.`,
  findings: (errors, warnings) =>
    `${plural(errors, "грешка", "грешки")}, ${plural(warnings, "предупреждение", "предупреждения")}.`,
  notBuilt: "Сайтът не беше изграден; предишният е останал, както си беше.",
  serving: (url) => `Сайтът е на ${url} – спира се с Ctrl+C.`,
  nothingToServe: (path) => `В ${path} няма готов сайт. Първо изпълнете praktika build.`,
  portTaken: (port) => `Порт ${port} е зает. Изберете друг с --port.`,
  tallyMended: (practices) =>
    `Преброяването не отговаряше на журнала за ${plural(practices, "практика", "практики")} и беше поправено.`,
  printing: "Печат",
  sheetsPrinted: ({ printed, unchanged, seconds, folder }) =>
    `${plural(printed + unchanged, "лист", "листа")} за ${seconds} сек.: ${plural(printed, "отпечатан", "отпечатани")}, ${unchanged} без промяна. Файловете PDF са в ${folder}.`,
  nothingToPrint: "Кажете кои практики да се отпечатат или отпечатайте всички с --all.",
  unknownPractice: (id, nearest) =>
    `Няма практика „${id}“.${nearest ? ` Може би имахте предвид „${nearest}“?` : " Идентификаторът е името на файла без езика и .md."}`,
  notInLanguage: (id, language) =>
    `Практиката „${id}“ няма версия на ${language === "bg" ? "български" : "английски"}.`,
  sheetPaper: "Листовете се печатат на a4 или letter; a5 е за книги (--issue).",
  printingBook: (book, pass) => `Печат на ${book}, минаване ${pass}`,
  bookPrinted: (path, pages) => `${path}: ${pages} ${pages === 1 ? "страница" : "страници"}`,
  unknownIssue: (id, nearest) =>
    `Няма издание „${id}“.${nearest ? ` Може би „${nearest}“?` : " Идентификаторът е името на файла в content/issues/ без .yaml."}`,
  emptyIssue: (id) => `В изданието „${id}“ няма практики на този език.`,
  unsettledBook: (id) =>
    `Номерата на страниците в „${id}“ не се успокояват: всяко минаване ги мести отново. Отпечатайте на друг формат (--paper) или ни съобщете.`,
  noBrowser: (reason) =>
    `За печата е нужен браузър, а на тази машина не успя да тръгне никой (${reason}). Инсталирайте Google Chrome или Chromium или посочете друг браузър с променливата CHROME_PATH.`,
  votes: bgVotes,
  stages: (list) => `Времена: ${list}`,
  fault: (message) => `Грешка в самата Praktika: ${message}`,
  faultHint: "Моля, съобщете за нея. С --verbose се вижда къде е станала.",
};
