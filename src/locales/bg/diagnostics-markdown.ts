import type { HtmlFix, LostReason, RawMarkup } from "../../core/diagnostics/kinds.ts";
import type { MarkdownTexts } from "../types/diagnostics.ts";
import { fixes } from "./diagnostics-reading.ts";

/** What became of markup that did not take: the hint, given the same as it would take. */
const rawHints: Readonly<Record<RawMarkup, (fixed: string) => string>> = {
  emphasis: (fixed) => `Напишете ${fixed}: знаците опират в думите, а отвън ги дели интервал.`,
  "lone-sign": (fixed) => `Добавете и втория ред знаци или ги изтрийте; ако са част от текста, напишете ${fixed}`,
  heading: (fixed) => `Напишете ${fixed} – с обикновен интервал след знаците.`,
  "wiki-link": (fixed) => `Напишете връзка: ${fixed} – след practice: е името на файла без езика и .md.`,
  code: () => "Това е знак за друга програма: изтрийте го. Ако е пример, оградете го с `обратни апострофи`.",
  attributes: (fixed) =>
    fixed
      ? `Чуждият текст се загражда със скоби, а езикът стои плътно след тях: ${fixed}`
      : "Изтрийте го: на страницата няма такива настройки. Ако е част от текста, сложете \\ преди {.",
  link: (fixed) => `Напишете ${fixed}`,
  reference: (fixed) =>
    `Напишете адреса направо: ${fixed} – или добавете ред за него накрая. Ако скобите са част от текста, сложете \\ пред всяка [.`,
  definition: () => "Оставете празен ред над него.",
  backticks: () => "Три обратни апострофа стоят на отделен ред, преди кода и след него; сред думите напишете по един.",
  entity: (fixed) => `Завършете го с точка и запетая: ${fixed}`,
  checkbox: () => "Изтрийте скобите: списъците с отметки не се показват.",
  bullet: (fixed) => `Започнете всеки ред с тире и интервал: ${fixed}`,
  letter: (fixed) => `Започнете всеки ред с тире и интервал: ${fixed}`,
  number: (fixed) => `Оставете празен ред над „${fixed}“.`,
  table: (fixed) => `Под първия ред сложете: ${fixed}`,
  "table-rule": (fixed) => `Чертите са за друг брой колони. Вместо този ред напишете: ${fixed}`,
};

const htmlHints: Readonly<Record<HtmlFix, (address: string | undefined) => string>> = {
  markdown: () => "Използвайте Markdown: **получер**, *курсив*, ## заглавие, [текст](адрес).",
  link: (address) => `Вместо него сложете връзка: [текст](${address ?? "https://…"})`,
  image: () => "Сложете файла в content/media/ и напишете ![Какво се вижда](media/име-на-файла.jpg).",
  table: () => "Напишете таблицата с черти: | А | Б |, под него |---|---|, после редовете.",
  delete: () => "Изтрийте етикета; текстът в него остава. Нов абзац започва след празен ред.",
  nothing: () => "Изтрийте го: към заглавията се стига и без него.",
};

const lostMessages: Readonly<Record<LostReason, (text: string, columns: number) => string>> = {
  cell: (text, columns) => `„${text}“ не се вижда на страницата: редът има повече клетки от заглавния (${columns}).`,
  code: (text) => `„${text}“ не се вижда на страницата: зад трите знака стои само името на езика на кода.`,
  definition: (text) => `Редът „${text}“ не се вижда на страницата: той е адрес за връзка, каквато няма.`,
};

const lostHints: Readonly<Record<LostReason, string>> = {
  cell: "Добавете колона в заглавния ред и в реда с чертите; черта, която е част от текста, се пише \\|.",
  code: "Преместете думите на следващия ред или над кода.",
  definition: "Ако е текст, сложете \\ пред [. Ако е излишен, изтрийте го.",
};

const partMessages = {
  section: (name: string) => `Под заглавието „${name}“ няма нищо.`,
  heading: (name: string) => `Тук има празно заглавие (${name}).`,
  entry: () => "Точката от списъка е празна.",
  field: (name: string) => `В списъка „${name}“ има празен ред.`,
  note: (mark: string) => `Бележката ${mark} няма текст.`,
};

/** What is wrong with the Markdown of a text, in Bulgarian. */
export const markdownDiagnostics: MarkdownTexts = {
  "content/empty-part": ({ what, name }) => ({
    message: partMessages[what](name),
    hint: what === "section" ? "Напишете текста или изтрийте заглавието." : "Допишете го или го изтрийте.",
  }),
  "markdown/heading-skip": ({ from, to }) => ({
    message: `Заглавията прескачат от ниво ${from} на ниво ${to}.`,
    hint: `Напишете ${"#".repeat(from + 1)} вместо ${"#".repeat(to)}: екранните четци и съдържанието следват нивата.`,
  }),
  "markdown/heading-one": ({ title }) => ({
    message: "В текста има заглавие с един знак #; на това ниво е само заглавието на страницата.",
    hint: `Напишете: ## ${title}`,
  }),
  "markdown/image-without-alt": ({ image }) => ({
    message: `Изображението ${image} няма описание.`,
    hint: "Между квадратните скоби напишете какво се вижда: ![Какво се вижда](…).",
  }),
  "markdown/raw-html": ({ tag, fix, address }) => ({
    message: `Тук не се допуска HTML; ${tag} ще се вижда като обикновен текст.`,
    hint: htmlHints[fix](address),
  }),
  "markdown/raw-markup": ({ kind, written, fixed, isSure }) => ({
    message: `„${written}“ се вижда на страницата така, както е написано.`,
    hint: rawHints[kind](fixed) + (isSure ? `${kind === "bullet" ? " –" : ""} ${fixes}` : ""),
  }),
  "markdown/missing-note": ({ mark, nearest }) => ({
    message: `Няма бележка за знака ${mark}; той се вижда на страницата.`,
    hint: nearest
      ? `Има бележка [^${nearest}]: може би тя е за него. Иначе добавете ред ${mark}: и текста ѝ.`
      : `Добавете в края ред ${mark}: и текста на бележката, или изтрийте знака.`,
  }),
  "markdown/unused-note": ({ mark, text, isRepeated }) => ({
    message: isRepeated
      ? `Друга бележка по-долу също е ${mark}, затова никой знак не сочи към тази („${text}“); тя стои накрая.`
      : `Никой знак не сочи към бележката ${mark} („${text}“); тя стои накрая, след останалите.`,
    hint: isRepeated
      ? "Дайте ѝ друг знак, тук и в текста, или я изтрийте."
      : `Напишете ${mark} в текста, където ѝ е мястото, или я изтрийте.`,
  }),
  "markdown/lost-text": ({ text, reason, columns }) => ({
    message: lostMessages[reason](text, columns),
    hint: lostHints[reason],
  }),
  "markdown/comment": () => ({
    message: "Този коментар не се вижда на страницата, но стои в публичния файл.",
    hint: "Изтрийте го, когато вече не е нужен.",
  }),
  "markdown/open-comment": () => ({
    message: "Коментарът не е затворен и се вижда на страницата.",
    hint: "Сложете --> в края му или го изтрийте.",
  }),
  "markdown/list-number": ({ typed, shown, isDate }) => ({
    message:
      typed === shown
        ? `Редът започва с число и точка, затова е станал точка ${shown} от списък.`
        : `Написано е ${typed}, а на страницата стои ${shown}: точките от списък се броят подред.`,
    hint: isDate
      ? `Ако не е списък, сложете \\ пред точката: ${typed}\\. – и празен ред над него.`
      : `Напишете ${shown} или започнете нов списък след абзац с обикновен текст.`,
  }),
  "markdown/prose-as-code": ({ reason, text, isSure }) => ({
    message:
      reason === "open"
        ? `Кодът, който започва с ${text}, няма край: текстът след него е показан като код.`
        : `„${text}“ е показано като код, защото редът започва с четири интервала или с табулация.`,
    hint:
      reason === "open"
        ? `Сложете ${text} на отделен ред след кода или изтрийте този.`
        : `Изтрийте интервалите в началото на реда.${isSure ? ` ${fixes}` : ""}`,
  }),
  "markdown/underlined-heading": ({ text, markup }) => ({
    message: `Редът ${markup.repeat(3)} е направил абзаца над него заглавие: „${text}“.`,
    hint: "Оставете празен ред между тях.",
  }),
  "markdown/empty-link": ({ address }) => ({
    message: `Връзката към ${address} е без думи и не се вижда на страницата.`,
    hint: `Напишете в скобите къде води: [текст](${address})`,
  }),
};
