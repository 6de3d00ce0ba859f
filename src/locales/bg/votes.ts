import type { VotesTexts } from "../types/votes.ts";
import { formFor } from "./plural.ts";

const plural = (count: number, shown: string, one: string, many: string): string =>
  `${shown} ${formFor(count, one, many)}`;

export const votes: VotesTexts = {
  doctor: {
    notAnAddress: "Посочете адреса на услугата, например https://praktiki.example.org.",
    unreachable: (code) => `Услугата е недостъпна (${code}).`,
    noEndpoint: (address, status) =>
      `Няма услуга: ${address} отговаря с ${status}. Верен ли е пътят и препраща ли го уеб сървърът?`,
    healthy: "Услугата отговаря и гласове могат да се записват.",
    storeDown:
      "Гласове не могат да се записват: услугата или базата ѝ има проблем и журналът на сървъра го назовава (настройки, диск, база).",
    clock: (minutes) => `Часовникът на услугата и този тук се разминават с ${minutes} мин.`,
    siteUnread:
      "Услугата не може да прочете nominees.json от сайта: верни ли са PRAKTIKA_SITE_URL или PRAKTIKA_SITE_FOLDER и публикуван ли е сайтът?",
    noForm: (address, status) => `Формулярът не е на ${address} (${status}).`,
    formLeads: "Формулярът без скрипт води към услугата.",
    wrongPath: (address) => `Формулярът води другаде: ${address}.`,
    noPicture: "Картинката с кода не идва: препраща ли платформата image/png като двоични данни?",
    cached:
      "Кеш по пътя пази формуляра: двама читатели получават един и същ код. Той трябва да спазва Cache-Control: no-store.",
    formTaken: "Бюлетина от формуляра без скрипт се приема.",
    formRefused: (status) => `Бюлетина от формуляра без скрипт се отказва (${status}).`,
    hostLost:
      "По-старите браузъри получават отказ: проксито променя името на хоста или губи порта му. Нека предава Host, както е.",
    pageTaken: (site) => `Бюлетина от страница на ${site} се приема и се брои веднъж.`,
    pageRefused: (site, status) =>
      `Бюлетина от страница на ${site} се отказва (${status}): посочен ли е сайтът в PRAKTIKA_SITE_URL или PRAKTIKA_ORIGINS?`,
    addressUnknown: "Услугата не може да прочете адресите на читателите: всички делят една квота.",
    addressOfProxy: "Услугата вижда адреса на проксито, а не на читателите: посочете го в PRAKTIKA_TRUSTED_PROXIES.",
    noTally: "Преброяването не идва.",
    logHolds: (rows) => `Журналът свършва там, където казва преброяването (редове: ${rows}).`,
    logDiffers: "Журналът не свършва там, където казва преброяването. Вижте praktika votes verify.",
    well: "Всичко е наред. Не е останал глас.",
    ill: "Не всичко е наред. Не е останал глас.",
  },
  noVotes: (store) => `Още няма гласове: ${store} не съществува. Друга база се посочва с DATABASE_URL.`,
  storeFailed: (store, reason) => `Гласовете в ${store} не са достъпни: ${reason}`,
  total: (votes, shown, practices) =>
    `${plural(votes, shown, "номинация", "номинации")}; практики с номинации: ${practices}.`,
  asOf: (time) => `Към ${time}.`,
  logHead: (rows, root) => `Редове в журнала: ${rows}. Хеш на последния: ${root}`,

  logOf: (name) => `Журнал: ${name}`,
  readingLog: "Четене на журнала",
  notALog: (name) => `${name} не отговаря с журнал на номинации.`,
  notARow: (name, line) => `${name}: ред ${line} от файла не е ред от журнал.`,
  chainHolds: (rows, root) => `Веригата на всички редове е цяла (${rows}). Хеш на последния: ${root}`,
  fault: (reason, row) => {
    switch (reason) {
      case "missing":
        return `Ред ${row} липсва.`;
      case "altered":
        return `Ред ${row} е променен или редовете преди него са разместени: хешът не съвпада.`;
      case "repeated":
        return `Ред ${row} отчита нещо за втори път.`;
      case "truncated":
        return `Журналът свършва преди ред ${row}.`;
      case "amount":
        return `Ред ${row} прибавя нещо, което ред от този вид не може да прибави.`;
    }
  },
  tallyAgrees: (votes, shown) =>
    `Преброяването отговаря на журнала: ${plural(votes, shown, "номинация", "номинации")}.`,
  publishedAgrees: (time, rows) =>
    `Журналът започва с публикуваното към ${time} (редове: ${rows}) и броят за всяка практика е същият.`,
  countedTogether: (former, today) => `„${former}“ се брои заедно с „${today}“.`,
  truncated: (rows, published, time) => `Журналът е отрязан: редовете са ${rows}, а към ${time} са били ${published}.`,
  rewritten: (row, time) =>
    `Ред ${row} или някой преди него не е това, което е публикувано към ${time}: журналът е пренаписан.`,
  difference: (practice, counted, said) => `${practice}: по журнала ${counted}, а според преброяването ${said}.`,
  proves: "Това доказва, че нищо не е променяно. То не доказва, че зад всеки глас стои различен човек.",
  notCompared:
    "Не е сравнено с нищо публикувано. Който пази журнала, би могъл да напише целия наново; това се вижда с --against и tally.json от изграден сайт.",
  notAReceipt: (receipt) => `„${receipt}“ не е контролен номер: той е от 22 знака – латински букви, цифри, - и _.`,
  receiptFound: (row, day, practice, revoked) =>
    `Контролният номер е за ред ${row}: ${day}, практика „${practice}“.${revoked ? " По-късно гласът е отменен." : ""}`,
  receiptNotFound: "В журнала няма глас с този контролен номер.",

  notWritable: (path, code) => `${path} не може да бъде записан (${code}).`,

  oneSelection: "Посочете кои гласове: --receipt R, или --sequence N, или --practice ID --day ДЕН [--last N].",
  practiceAndDay: "--practice и --day вървят заедно.",
  notAVote: (sequence) => `Ред ${sequence} не е глас; отменят се само гласове.`,
  nothingToRevoke: "В журнала няма такъв глас.",
  revokedBefore: (votes, shown) => `Отменени по-рано: ${plural(votes, shown, "глас", "гласа")}.`,
  wouldRevoke: (votes, shown) =>
    `За отмяна: ${plural(votes, shown, "глас", "гласа")}. Нищо не е записано; записва се с --yes.`,
  revoked: (votes, shown) => `${plural(votes, shown, "глас е отменен", "гласа са отменени")}.`,

  notACount: (file, place, value) =>
    `${file}: ред ${place} не е практика с брой (${value}). Очаква се CSV с колони practice,count или iid,count, или JSON {"id": брой}.`,
  contentHasErrors: "В съдържанието има грешки, затова не са известни всички практики. Първо изпълнете praktika check.",
  unknownPractice: (id, place) => `Пропуснато: ред ${place}, няма практика „${id}“.`,
  imported: (votes, shown, practices, source) =>
    `Пренесени от ${source}: ${plural(votes, shown, "номинация", "номинации")}; практики: ${practices}.`,
  importedBefore: (practices, shown, source) =>
    `Пренесени от ${source} по-рано: ${plural(practices, shown, "практика", "практики")}; останали са, както са били.`,
  importDiffers: (practice, there, here) =>
    `${practice}: по-рано е пренесено ${there}, а файлът сега казва ${here}. Нищо не е променено.`,

  whereTo: "Посочете къде: --to DATABASE_URL.",
  moving: "Записване на журнала",
  notWhole: (name, row) =>
    `Журналът в ${name} не е цял при ред ${row}; пренасянето спира. Вижте praktika votes verify.`,
  emptyLog: (name) => `В ${name} няма нито един ред.`,
  notEmpty: (name) => `В ${name} вече има друг журнал. Посочете празна база.`,
  moved: (rows, shown, name) => `Журналът вече е и в ${name}: ${plural(rows, shown, "ред", "реда")}.`,
  movedOtherwise: (name, from, to) =>
    `ЖУРНАЛЪТ В ${name} НЕ Е СЪЩИЯТ. Последен хеш тук: ${from}; там: ${to}. Спрете услугата и пренесете отново.`,

  auditTitle: "Преглед на номинациите",
  auditTotals: (votes, revoked, imported) =>
    `Гласове: ${votes}. Отменени: ${revoked}. Пренесени стари номинации: ${imported}.`,
  auditColumns: {
    day: "Ден (UTC)",
    practice: "Практика",
    votes: "Гласове",
    usual: "Обичайно",
    revoked: "Отменени",
    revokedSince: "Отменени оттогава",
    imported: "Пренесени",
  },
  burstsTitle: "Необичайни дни",
  burstsRule: ({ votes, factor, days }) =>
    `Над ${votes} гласа за една практика в един ден и над ${factor} пъти повече от обичайното за нея (медианата на дните ѝ с гласове през предходните ${days} дни). Повод да се погледне, а не доказателство за злоупотреба.`,
  noBursts: "Няма.",
  daysTitle: "По дни",
  auditWritten: (path) => `Записано: ${path}`,
};
