import type { TallyExpectation } from "../../core/diagnostics/kinds.ts";
import type { DiagnosticTexts } from "../../core/diagnostics/texts.ts";
import { designDiagnostics } from "./diagnostics-design.ts";
import { fieldsDiagnostics } from "./diagnostics-fields.ts";
import { importDiagnostics } from "./diagnostics-import.ts";
import { markdownDiagnostics } from "./diagnostics-markdown.ts";
import { outputDiagnostics } from "./diagnostics-output.ts";
import { placesDiagnostics } from "./diagnostics-places.ts";
import { printDiagnostics } from "./diagnostics-print.ts";
import { fixes, readingDiagnostics } from "./diagnostics-reading.ts";
import { reviewDiagnostics } from "./diagnostics-review.ts";
import { readingHint, unreadable, unreadableImage } from "./unreadable.ts";

const meant = (nearest: string | undefined, otherwise: string): string =>
  nearest ? `Може би имахте предвид „${nearest}“?` : otherwise;

const outsideReasons = {
  outside: "води извън сайта",
  query: "статичен сайт не може да отговори на частта след „?“",
  long: "твърде дълъг е",
  scheme: "трябва да е път в този сайт, без https:// и име на сървър",
};

const tallyExpectations: Readonly<Record<TallyExpectation, string>> = {
  json: "цял JSON",
  object: "група от полета",
  count: "цяло число, 0 или повече",
  root: "хеш от 64 шестнадесетични цифри",
  time: "време по UTC, например 2026-11-24T12:00:00Z",
};

export const diagnostics: DiagnosticTexts = {
  "content/bom": () => ({
    message: "Файлът започва с невидим знак за подредба на байтовете (BOM).",
    hint: "Запишете го като „UTF-8“, а не „UTF-8 with BOM“. Страницата се изгражда и така.",
  }),
  "content/crlf": () => ({
    message: "Редовете на файла завършват по начина на Windows (CRLF).",
    hint: "Страницата е наред. Ако желаете, настройте редактора си на LF – така промените се сравняват по-лесно.",
  }),
  "content/empty-file": () => ({
    message: "Файлът е празен.",
    hint: "Опишете практиката или изтрийте файла. Командата `praktika new` създава заготовка.",
  }),
  "content/shallow-history": () => ({
    message:
      "Не се знае кога текстовете са променяни за последно, нито кои преводи са по-стари от оригинала: тук е само последната част от историята (плитко копие).",
    hint: "Изтеглете цялата: git fetch --unshallow; в автоматичен процес fetch-depth: 0.",
  }),
  "content/symlink": ({ target }) => ({
    message: `Това е символна връзка към ${target}, извън папката със съдържанието.`,
    hint: "Копирайте самия файл в папката със съдържанието.",
  }),
  "content/unreadable": ({ reason, what }) => ({
    message:
      what === "folder"
        ? `Папката не може да бъде прочетена: ${reason}.`
        : `Файлът не може да бъде прочетен: ${reason}.`,
    hint: readingHint(reason),
  }),
  "content/unexpected-file": ({ expected }) => ({
    message: "Този файл не се използва: тук не се очаква файл с такова име.",
    hint: `Очаква се: ${expected}`,
  }),
  "content/invalid-id": ({ id, suggestion }) => ({
    message: `„${id}“ не може да бъде адрес на страница.`,
    hint: `Използвайте латински букви, цифри и тирета, най-много 100 знака. Преименувайте файла на „${suggestion}“.`,
  }),
  "static/taken": ({ path }) => ({
    message: `На адрес /${path} сайтът има своя страница или свой файл.`,
    hint: "Преименувайте файла или го махнете от content/static/.",
  }),
  "content/duplicate-id": ({ id, language, other }) => ({
    message: `Има два файла за „${id}“ на език ${language}; другият е ${other}.`,
    hint: "Дайте на единия друго име или изтрийте ненужния.",
  }),
  "content/id-case": ({ id, other, otherFile }) => ({
    message: `„${id}“ се различава от „${other}“ само по главните букви (${otherFile}).`,
    hint: "В Windows и на преносима памет двете биха били една страница. Преименувайте единия файл.",
  }),
  "content/unknown-language": ({ language, known }) => ({
    message: language ? `Сайтът няма език „${language}“.` : "Не е ясно на какъв език е файлът.",
    hint: `Завършете името на файла с .${known.split(", ")[0] ?? "bg"}.md или добавете поле lang. Езици на сайта: ${known}.`,
  }),
  "content/language-mismatch": ({ inFile, inName }) => ({
    message: `В полетата пише lang: ${inFile}, а в името на файла – .${inName}.md.`,
    hint: "Направете ги еднакви или махнете полето lang.",
  }),
  "content/year-mismatch": ({ folder, year }) => ({
    message: `Файлът е в папка ${folder}, а датата е от ${year} г.`,
    hint: `Преместете файла в practices/${year}/ или поправете датата.`,
  }),
  "content/empty-text": ({ sections }) => ({
    message: "Под полетата няма текст.",
    hint:
      sections.length === 0
        ? "Напишете го под реда с трите тирета."
        : `Напишете разделите ${new Intl.ListFormat("bg").format(sections.map((name) => `„${name}“`))}.`,
  }),
  "content/missing-section": ({ section }) => ({
    message: `Липсва разделът „${section}“.`,
    hint: `Добавете ред „## ${section}“ и текста под него.`,
  }),
  "content/guidance-left": ({ section }) => ({
    message: `В раздел „${section}“ още стоят въпросите, които е поставил \`praktika new\`.`,
    hint: "Отговорете на тях със свои думи и ги изтрийте.",
  }),
  "content/repeated-section": ({ section }) => ({
    message: `Разделът „${section}“ се среща два пъти.`,
    hint: "Обединете двата или дайте друго заглавие на втория.",
  }),

  "front-matter/missing": ({ fieldsAt }) => ({
    message: fieldsAt ? `Полетата започват едва на ред ${fieldsAt}, под друг текст.` : "Файлът не започва с полета.",
    hint: fieldsAt
      ? "Преместете текста над тях под реда ---, с който свършват."
      : "Сложете най-горе ред ---, след него title, innovator и date, после втори ред ---.",
  }),
  "front-matter/unclosed": () => ({
    message: "Полетата в началото на файла не са затворени.",
    hint: "Сложете ред, в който има само ---, между последното поле и текста.",
  }),
  "front-matter/language": ({ language }) => ({
    message: `Не се допускат полета на „${language}“.`,
    hint: "На първия ред напишете само ---; полетата се записват на YAML.",
  }),
  "front-matter/missing-field": ({ field, example, present }) => ({
    message: present ? `Полето „${field}“ е празно.` : `Липсва полето „${field}“.`,
    hint: present ? `Напишете стойност, например: ${example}` : `Добавете ред като този: ${example}`,
  }),
  "front-matter/markup": ({ field, written, meant }) => ({
    message: `Полето ${field} е обикновен текст и в него „${written}“ се показва така, както е написано.`,
    hint: meant === "" ? "Изтрийте го." : `Напишете: ${meant}`,
  }),
  "front-matter/not-stated": ({ field }) => ({
    message: `Полето „${field}“ няма стойност; на страницата ще пише „не е посочено“.`,
    hint: "Попълнете го, ако стойността е известна.",
  }),
  "front-matter/unknown-key": ({ key, nearest, known, declarable }) => ({
    message: `Няма поле с име „${key}“.`,
    hint: key.includes(" ")
      ? "Ако е край на текст със запетая, сложете целия текст в кавички: между { и } всяка запетая започва ново поле."
      : meant(
          nearest,
          `Познати полета: ${known}.${declarable ? " Друго поле на вашия архив се обявява в content/fields.yaml." : ""}`,
        ),
  }),
  "front-matter/wrong-type": ({ field, expected, actual, example }) => ({
    message: `„${field}“ трябва да бъде ${bgKinds[expected] ?? expected}, а е ${bgKinds[actual] ?? actual}.`,
    hint: example
      ? `Напишете го така: ${example}`
      : "Сравнете с друга практика или вижте списъка на полетата в CONTRIBUTING.md.",
  }),
  "front-matter/invalid-value": ({ field, value, allowed, nearest }) => ({
    message: `„${value}“ не е възможна стойност за „${field}“.`,
    hint: meant(nearest, `Възможни са: ${allowed}.`),
  }),
  "front-matter/impossible-date": ({ value, lastDay }) => ({
    message: `В календара няма ден ${value}.`,
    hint: lastDay ? `Последният ден на този месец е ${lastDay}.` : "Проверете месеца и деня: година-месец-ден.",
  }),
  "front-matter/invalid-url": ({ value, suggestion }) => ({
    message: `„${value}“ не е уеб адрес.`,
    hint: suggestion
      ? `Може би имахте предвид ${suggestion}?`
      : "Адресът изглежда така: https://www.example.org/page – и е без интервали.",
  }),
  "front-matter/unknown-theme": ({ theme, nearest, known }) => ({
    message: `Няма тема „${theme}“.`,
    hint: theme.includes(",")
      ? "Изброяването се огражда със скоби: themes: [energy, youth]"
      : meant(nearest, `Темите са изброени в content/themes.yaml: ${known}.`),
  }),
  "front-matter/unknown-municipality": ({ name, nearest }) => ({
    message: `Няма община „${name}“.`,
    hint: meant(
      nearest,
      "Напишете името или кода, както са в таблицата на местата: content/places.csv, а без нея – общините в България.",
    ),
  }),
  "front-matter/ambiguous-municipality": ({ name, codes }) => ({
    message: `Има повече от една община „${name}“.`,
    hint: `Вместо името напишете кода: ${codes}.`,
  }),
  "front-matter/unknown-practice": ({ id, field, nearest }) => ({
    message: `Полето „${field}“ сочи практиката „${id}“, каквато няма.`,
    hint: meant(nearest, "Напишете името на файла без езика и .md или обикновен текст без „practice:“."),
  }),

  ...readingDiagnostics,

  "link/unknown-practice": ({ id, nearest }) => ({
    message: `Връзката води към практиката „${id}“, каквато няма.`,
    hint: meant(nearest, "Напишете името на файла без езика и .md, например practice:srednogorie-2020."),
  }),
  "link/unknown-page": ({ id, nearest }) => ({
    message: `Връзката води към страницата „${id}“, каквато няма.`,
    hint: meant(nearest, "Страниците са файловете в content/pages/."),
  }),
  "link/missing-file": ({ path, nearest }) => ({
    message: `Файлът „${path}“ не съществува.`,
    hint: meant(
      nearest,
      "Сложете файла в content/media/ и напишете пътя му от content/ нататък, например media/plan.pdf.",
    ),
  }),
  "link/outside-content": ({ path }) => ({
    message: `„${path}“ води извън папката със съдържанието.`,
    hint: "Сложете файла в content/media/ и напишете media/….",
  }),
  "link/invalid-url": ({ url }) => ({
    message: url === "" ? "Връзката няма адрес." : `„${url}“ не е адрес, към който може да се сложи връзка.`,
    hint: "Използвайте https://…, mailto:…, tel:…, practice:ID, page:ID или файл под content/.",
  }),
  "link/unknown-section": ({ fragment, id, nearest }) => ({
    message: `В „${id}“ няма заглавие „#${fragment}“.`,
    hint: nearest
      ? `Най-близкото заглавие е „#${nearest}“; напишете #${nearest} или махнете частта след #.`
      : "Махнете частта след #.",
  }),
  "link/missing-scheme": ({ written, meant, isSure }) => ({
    message: `„${written}“ се чете като име на файл, а такъв няма.`,
    hint: isSure ? `Напишете целия адрес: ${meant} – ${fixes}` : `Ако е адрес, напишете го целия: ${meant}`,
  }),
  "link/foreign-image": ({ url }) => ({
    message: `Снимката ${url} е от друг сайт и не се показва.`,
    hint: "Изтеглете я в content/media/ и напишете media/име-на-файла.jpg, или вместо нея сложете връзка: без ! пред скобите.",
  }),
  "link/draft": ({ id }) => ({
    message: `Връзката води към „${id}“, която още е чернова; читателите ще виждат обикновен текст.`,
    hint: "Връзката ще заработи, когато черновата бъде публикувана.",
  }),

  "media/unsafe-svg": ({ found }) => ({
    message: `Рисунката съдържа ${found}, а това може да изпълни програма в браузъра на читателя.`,
    hint: "Запишете я отново като „обикновен SVG“ или като PNG.",
  }),
  "media/unknown-type": ({ extension, allowed }) => ({
    message: `Файлове от вида „${extension}“ не се публикуват.`,
    hint: `Допускат се: ${allowed}.`,
  }),
  "media/unreadable-image": ({ reason }) => ({
    message: `Изображението не може да бъде разчетено: ${unreadableImage[reason]}.`,
    hint: "Отворете го и го запишете отново като PNG, JPEG, WebP или SVG.",
  }),

  "site/missing": () => ({
    message: "Няма файл content/site.yaml.",
    hint: "Създайте го поне с име, например: name: {bg: Архив, en: Archive}. С --root се посочва папката, в която е content/.",
  }),
  "site/unknown-time-zone": ({ value }) => ({
    message: `Няма часови пояс „${value}“.`,
    hint: "Пише се, както е в базата на IANA, например Europe/Sofia.",
  }),
  "site/lonely-synonym": ({ value }) => ({
    message: `„${value}“ няма с какво да значи едно и също.`,
    hint: "На всеки ред стоят поне две думи със запетая между тях, например: - НПО, неправителствена организация",
  }),
  "site/contest-days": ({ opens, closes }) => ({
    message: `Номинациите биха приключили (${closes}), преди да са започнали (${opens}).`,
    hint: "closes е последният ден, в който се приемат номинации.",
  }),
  "data/invalid": ({ reason }) => ({
    message: `Тези данни не могат да се прочетат: ${reason}`,
    hint: "Поправете файла; шаблоните показват съдържанието му като data.ИМЕ.",
  }),
  "data/same-name": ({ name, other }) => ({
    message: `Шаблоните биха познавали този файл и ${other} под едно име, data.${name}.`,
    hint: "Сменете името на единия.",
  }),
  "issue/empty-selection": () => ({
    message: "В това издание не влиза нито една практика.",
    hint: "Проверете selection: списък от идентификатори или заявка, например {year: 2007}.",
  }),
  "issue/unknown-practice": ({ id, nearest }) => ({
    message: `В подбора е посочена практиката „${id}“, каквато няма.`,
    hint: meant(nearest, "Напишете името на файла без езика и .md."),
  }),
  "alias/invalid": ({ alias, reason }) => ({
    message: `На стария адрес „${alias}“ не може да се отговори: ${outsideReasons[reason]}.`,
    hint: "Напишете път като /innovations/srednogorie/. За стар номер използвайте legacy: {iid: 1067}.",
  }),
  "route/collision": ({ permalink, other }) => ({
    message: `Адресът ${permalink} вече е зает от ${other || "страница, която прави самата Praktika"}.`,
    hint: "Преименувайте единия от двата файла или махнете стария адрес.",
  }),

  "template/syntax": ({ reason }) => ({
    message: `Шаблонът не може да бъде разчетен: ${reason}`,
    hint: "Проверете дали всяко {% if %}, {% for %} и {% block %} има край и всяко {{ – своето }}.",
  }),
  "template/undefined": ({ name, nearest, template }) => ({
    message: `„${name}“ не е определено тук.`,
    hint: `${meant(nearest, "Стойностите, които шаблонът получава, са изброени в docs/templates.md.")} Ако шаблонът е копие от по-стара версия на Praktika, praktika templates diff ${template} показва какво вече се нарича другояче.`,
  }),
  "template/missing": ({ name, nearest }) => ({
    message: `Няма шаблон „${name}“.`,
    hint: meant(nearest, "Шаблоните се търсят в templates/ на сайта, после сред собствените на Praktika."),
  }),
  "template/unknown-filter": ({ name, nearest }) => ({
    message: `Няма филтър „${name}“.`,
    hint: meant(nearest, "Филтрите са изброени в docs/templates.md."),
  }),
  "template/failed": ({ reason }) => ({
    message: `Грешка при изпълнение на шаблона: ${reason}`,
    hint: "Изпълнете командата с --verbose, за да видите къде в програмата е станало.",
  }),
  "template/outdated": ({ name }) => ({
    message: "Оригиналът на този шаблон в Praktika е променен, откакто е копиран.",
    hint: `praktika templates diff ${name} показва редовете, които се различават. Пренесете каквото ви трябва, после впишете на първия ред версията, която показва praktika templates list.`,
  }),
  "template/unused": ({ name }) => ({
    message: `Никоя страница не се прави с templates/${name}: Praktika няма шаблон с това име и никой друг шаблон не го включва.`,
    hint: "Сравнете името с praktika templates list. Шаблон, който е имала по-стара версия на Praktika, може да се изтрие; CHANGELOG казва какво е дошло на негово място.",
  }),
  "asset/missing": ({ path, nearest }) => ({
    message: `Файлът „${path}“ за оформлението не съществува.`,
    hint: meant(nearest, "Тези файлове са в templates/assets/."),
  }),

  "tally/unreadable": ({ reason, detail }) => ({
    message: `Преброяването на номинациите не може да бъде прочетено: ${unreadable[reason](detail)}.`,
    hint: "Проверете пътя или адреса след --tally. Без --tally сайтът се изгражда, но без брой на номинациите.",
  }),
  "tally/invalid": ({ field, reason }) => ({
    message: field
      ? `Преброяването на номинациите не е цяло: „${field}“ трябва да е ${tallyExpectations[reason]}.`
      : `Това не е преброяване на номинации, а трябва да е ${tallyExpectations[reason]}.`,
    hint: "Очаква се това, което услугата дава на /api/tally, а също и `praktika votes tally --format json`.",
  }),
  "tally/contradicts": ({ reason, size, before, file }) => ({
    message:
      reason === "shorter"
        ? `Журналът на номинациите е по-къс (редове: ${size}), отколкото при последното изграждане на сайта (редове: ${before}).`
        : `Журналът на номинациите не е онзи, от който последно е изграден сайтът: ред ${before} е друг.`,
    hint: `Това ли е правилната услуга и целият журнал ли е възстановен? Къде се разминават, показва praktika votes verify --against ${file}. Ако номинациите започват отначало, изтрийте ${file}.`,
  }),
  "tally/unknown-practice": ({ id, votes, nearest }) => ({
    message: `Има номинации (${votes}) за „${id}“, а такава практика в архива няма.`,
    hint: `Ако е преименувана, добавете в aliases на ${nearest ? `„${nearest}“` : "днешната практика"}: /bg/practices/${id}/. Ако е чернова или е свалена, номинациите остават в журнала, но не се показват.`,
  }),

  ...reviewDiagnostics,
  ...fieldsDiagnostics,
  ...importDiagnostics,
  ...designDiagnostics,
  ...markdownDiagnostics,
  ...placesDiagnostics,
  ...printDiagnostics,

  ...outputDiagnostics,
};

const bgKinds: Readonly<Record<string, string>> = {
  string: "текст",
  number: "число",
  boolean: "true или false",
  array: "списък",
  object: "група от полета",
  map: "група от полета",
  null: "празно",
};
