import type { FieldRepairKind, YamlReason } from "../../core/diagnostics/kinds.ts";
import type { ReadingTexts } from "../types/diagnostics.ts";

/** The end of a hint of what is sure. */
export const fixes = "`praktika check --fix` го прави вместо вас.";

/** How files, names and fields are written, in Bulgarian. */
export const readingDiagnostics: ReadingTexts = {
  "content/not-utf8": ({ encoding, isSure, text }) => ({
    message:
      text === undefined
        ? `Файлът не е в кодировка UTF-8; изглежда като ${encoding}.`
        : `Този ред не е в UTF-8 като останалите; изглежда като ${encoding}: „${text}“.`,
    hint: isSure
      ? "`praktika check --fix` го превръща в UTF-8; другите редове остават, както са."
      : text === undefined
        ? `Отворете файла в редактора си с кодировка ${encoding} и го запишете като UTF-8.`
        : "Изтрийте реда и го напишете наново; после запишете файла като UTF-8.",
  }),
  "content/control-character": ({ codePoint, becomes }) => ({
    message: `В текста има невидим управляващ знак (${codePoint}); ${becomes === "space" ? "вместо него се показва интервал" : "той се пропуска"}.`,
    hint: `Често идва с текст, копиран от Word или PDF. ${becomes === "space" ? "Сложете там интервал или нов ред." : "Изтрийте го."} ${fixes}`,
  }),
  "content/merge-conflict": ({ from, to }) => ({
    message:
      from === to
        ? `Ред ${from} е знак от недовършено сливане.`
        : `На редове ${from}–${to} има две версии от недовършено сливане.`,
    hint:
      from === to
        ? "Изтрийте реда."
        : "Оставете едната версия и изтрийте редовете, които започват с <<<<<<<, ======= и >>>>>>>.",
  }),
  "content/misread-letters": ({ written, meant }) => ({
    message: `Текстът е разкодиран погрешно: вместо „${written}“ трябва да е „${meant}“.`,
    hint: `Напишете ${meant}. ${fixes}`,
  }),
  "content/lost-letters": ({ text }) => ({
    message: `Тук има изгубени букви; всеки знак � стои на мястото на една: „${text}“.`,
    hint: "Напишете думите наново. Програмата не може да знае какви са били; може да ги има в по-стара версия на файла.",
  }),
  "content/leftover": () => ({
    message: "Този файл е оставен от друга програма; не се чете и не се публикува.",
    hint: "Изтрийте го, ако никоя програма не го държи отворен.",
  }),
  "content/copy": ({ original, exists }) => ({
    message: `Това изглежда като копие на ${original}; не се чете и не се публикува.`,
    hint: exists
      ? "Изтрийте го или, ако е отделна практика, му дайте друго име."
      : `Преименувайте го на ${original} или го изтрийте.`,
  }),
  "content/misnamed": ({ meant }) => ({
    message: "Окончанието на името скрива, че файлът е текст; той не се чете и не се публикува.",
    hint: `Добавено е от Windows или от програма. Преименувайте файла на ${meant}.`,
  }),
  "content/other-ending": ({ meant }) => ({
    message: "Името на файла завършва различно от това на другите текстове; той се чете и така.",
    hint: `Преименувайте го на ${meant}. ${fixes}`,
  }),
  "content/placeholder": ({ text }) => ({
    message: `„${text}“ е оставено да бъде заменено; читателите ще го видят.`,
    hint: "Напишете каквото трябва да стои там или го изтрийте.",
  }),
  "front-matter/repaired": ({ kind, meant }) => ({
    message: `${repairs[kind]}; прочетено е, както единствено може да се разбере.`,
    hint: meant === "" ? `Изтрийте това. ${fixes}` : `Напишете: ${meant} – ${fixes}`,
  }),
  "front-matter/odd-date": ({ value, suggestion }) => ({
    message: `Датата ${value} е далеч от днешния ден.`,
    hint: suggestion ? `Да не би годината да е друга: ${suggestion}?` : "Проверете годината.",
  }),
  "front-matter/invalid-date": ({ field, value, readings: [day, other] }) => ({
    message: other
      ? `„${value}“ може да се разбере по два начина: ${day} или ${other}.`
      : `„${value}“ не е дата, която полето „${field}“ приема.`,
    hint: other
      ? `Запишете вярната: ${field}: ${day} или ${field}: ${other}`
      : day
        ? `Запишете я като година-месец-ден: ${day}`
        : "Запишете я като година-месец-ден, например 2016-06-09.",
  }),
  "front-matter/several-values": ({ field, values, isList }) => ({
    message: `В „${field}“ има няколко стойности (${values.length}): ${values.join(" · ")}.`,
    hint: isList
      ? `Напишете: ${field}: [${values.join(", ")}]`
      : `Оставете единия; другите напишете в текста: ${field}: ${values[0]}`,
  }),
  "yaml/syntax": ({ reason, line }) => ({
    message: `Полетата не могат да бъдат разчетени оттук нататък: ${yamlReasons[reason]}.`,
    hint: line
      ? `${reason === "unclosed-bracket" ? "Затворете скобата" : "Оградете стойността с кавички"}: ${line.trim()}`
      : (yamlHints[reason] ??
        "Всяко поле е ред „име: стойност“; редовете, които му принадлежат, са с два интервала навътре."),
  }),
  "yaml/tab": () => ({
    message: "Редът започва с табулация.",
    hint: "YAML допуска там само интервали. Заменете табулацията с два интервала.",
  }),
  "yaml/duplicate-key": ({ key, other, lines: [first, second] }) => ({
    message: `Полето „${key}“ е дадено два пъти; първия път на ред ${other}.`,
    hint:
      first === second
        ? `Махнете едното и каквото е след него: ${first?.trim()}`
        : `Оставете само единия ред: ${first?.trim()} – или: ${second?.trim()}`,
  }),
  "yaml/unclosed-quote": ({ quote }) => ({
    message: `Кавичката ${quote} е отворена, но не е затворена.`,
    hint: `Сложете ${quote} в края на стойността. Вътре в нея използвайте „ и “.`,
  }),
  "yaml/quote-not-indented": ({ key }) => ({
    message: `Стойността на „${key}“ продължава на следващия ред, а той не е навътре.`,
    hint: `Започнете всеки от следващите редове с два интервала; \`praktika check --fix\` го прави вместо вас. Или напишете ${key}: > и под него текста, навътре и без кавичките.`,
  }),
  "yaml/colon-in-value": ({ key, quoted }) => ({
    message: `В стойността на „${key}“ има двоеточие и YAML я приема за друго поле.`,
    hint: `Оградете я с кавички: ${quoted}`,
  }),
  "yaml/comment-in-value": ({ lost, fixed }) => ({
    message: `Всичко след знака # се пропуска: „${lost}“ няма да излезе на страницата.`,
    hint: `Ако е част от стойността, оградете я с кавички: ${fixed}`,
  }),
  "link/own-address": ({ written, meant, isSure }) => ({
    message: `„${written}“ е адрес от този сайт.`,
    hint: `Напишете ${meant}: такава връзка работи и от преносима памет и се проверява.${isSure ? ` ${fixes}` : ""}`,
  }),
  "link/preview-address": ({ url, meant }) => ({
    message: `„${url}“ е адрес на прегледа от един компютър; никой читател не може да го отвори.`,
    hint: meant ? `Напишете ${meant}` : "Напишете practice:ID, page:ID, файл под content/ или адреса в интернет.",
  }),
  "link/unwrapped": ({ written, meant }) => ({
    message: `Това не е връзка: в адреса има интервал или скоба и читателите виждат „${written}“.`,
    hint: `Напишете: ${meant}`,
  }),
  "link/unpublished-file": ({ path, extension, allowed }) => ({
    message: `Има връзка към „${path}“, но файлове от вида „${extension}“ не се публикуват.`,
    hint: `Запишете го като файл от някой от тези видове: ${allowed}.`,
  }),
  "name/look-alike": ({ name, meant, wrong, right }) => ({
    message: `„${name}“ прилича на „${meant}“, но не е: вместо ${alphabetOf(right)} ${right} е написано ${alphabetOf(wrong)} ${wrong}.`,
    hint: `Напишете ${meant}. ${fixes}`,
  }),
  "media/same-name": ({ other }) => ({
    message: `Името на този файл изглежда като това на ${other}: различават се само по това как са записани буквите.`,
    hint: "Изтрийте единия файл или му дайте друго име.",
  }),
};

const alphabetOf = (letter: string): string => (/\p{Script=Cyrillic}/u.test(letter) ? "кирилско" : "латинско");

const repairs: Readonly<Record<FieldRepairKind, string>> = {
  "before-fence": "Преди първото --- има празно място или невидим знак",
  "doubled-fence": "Първото --- е излишно",
  fence: "Чертите --- са написани с други знаци или с интервал пред тях",
  space: "На мястото на обикновен интервал стои твърд",
  invisible: "Сред полетата има невидим знак",
  bullet: "На мястото на тире (-) стои друг знак",
  colon: "На мястото на двоеточието стои друг знак",
  "missing-fence": "Липсва първото ---",
  hyphen: "Стойността е само тире, а това значи, че я няма",
  "missing-space": "След двоеточието няма интервал",
  key: "Името на полето е написано по друг начин",
  null: "Стойността е „null“, а това значи, че я няма",
  quotes: "Около стойността има кавички, които YAML не познава",
  dash: "На мястото на тире (-) стои дълго тире",
  "hard-hyphen": "На мястото на тире (-) стои твърдо тире",
  value: "Стойността е написана по друг начин",
};

const yamlHints: Readonly<Partial<Record<YamlReason, string>>> = {
  "text-after-quote":
    "Вътре в стойността използвайте „ и “ или оградете цялата стойност с единични кавички: title: '\"Слънце\" за всички'",
  "text-below-quote":
    "Вместо стойността в кавички напишете >, например summary: >, и под него целия текст, с два интервала навътре и без кавички.",
  "missing-space-after-hyphen": "Сложете интервал след тирето: - youth",
  "missing-colon":
    "Ако редът продължава стойността над него, започнете го с два интервала; ако е поле, сложете след името му двоеточие и интервал: date: 2016-06-09",
  "unclosed-bracket": "Затворете списъка: themes: [energy, youth]",
  indentation:
    "Редовете, които вървят заедно, започват в една и съща колона; принадлежащите към поле са с два интервала навътре.",
};

const yamlReasons: Readonly<Record<YamlReason, string>> = {
  indentation: "отстъпът на реда не съответства на съседните",
  "text-after-quote": "след затварящата кавичка има още текст",
  "text-below-quote": "редът стои под стойност в кавички, които вече са затворени",
  "missing-space-after-hyphen": "след тирето на точката от списъка няма интервал",
  "missing-colon": "след името на полето няма двоеточие",
  "unclosed-bracket": "скоба [ или { не е затворена",
  "reserved-character": "стойност не може да започва с този знак",
  alias: "в началото на стойност * и & имат особено значение",
  escape: "в двойни кавички след \\ могат да стоят само определени букви; използвайте единични",
  "not-fields": "това не е списък от полета „име: стойност“",
  unexpected: "тук стои нещо неочаквано",
};
