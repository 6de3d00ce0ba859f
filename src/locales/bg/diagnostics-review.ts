import type { EditorialTexts } from "../types/diagnostics.ts";

/** Marks that come most often; others are told by their number. */
const marks: Readonly<Record<string, string>> = {
  "U+200B": "интервал с нулева ширина",
  "U+00AD": "мек знак за пренасяне",
  "U+FEFF": "неделим интервал с нулева ширина",
  "U+2060": "съединител на думи",
  "U+200D": "съединител на знаци",
  "U+200C": "разделител на знаци",
};

function nameMark(codePoint: string): string {
  const name = marks[codePoint];
  return name ? `${name}, ${codePoint}` : codePoint;
}

/** What an editor would fix in valid texts, in Bulgarian. */
export const reviewDiagnostics: EditorialTexts = {
  "style/quotes": ({ written, fixed }) => ({
    message: `Кавичките на ${written} не са двойка на този език.`,
    hint: `Напишете ${fixed}. praktika check --fix го прави вместо вас.`,
  }),
  "style/invisible-mark": ({ codePoint, text }) => ({
    message: `Невидим знак (${nameMark(codePoint)}) стои в „${text}“: търсенето не намира такава дума, а адрес с него не работи.`,
    hint: "Изтрийте го. praktika check --fix го прави вместо вас.",
  }),
  "style/mixed-alphabets": ({ word, foreign, fixed }) => ({
    message: `„${word}“ смесва азбуките: ${foreign} е от другата. Търсенето не намира такава дума.`,
    hint: fixed
      ? `Напишете ${fixed}, цялата на една азбука. praktika check --fix го прави вместо вас.`
      : "Напишете думата отново, цялата на една азбука.",
  }),
  "style/foreign-paragraph": ({ text }) => ({
    message: `Този абзац е на другия език: „${text}“.`,
    hint: "Преведете го или го преместете в другата версия; цитат се отбелязва с [текст]{lang=en}.",
  }),
  "style/letter-spaced": ({ text }) => ({
    message: `„${text}“ е с разредени букви: екранните четци го сричат, а търсенето не го намира.`,
    hint: "Напишете думата слято; за да изпъкне, използвайте **получер шрифт**.",
  }),
  "style/title-caps": ({ title }) => ({
    message: `Заглавието е само с главни букви: „${title}“.`,
    hint: "Напишете го като изречение, с главна буква само където трябва.",
  }),
  "style/title-full-stop": ({ title }) => ({
    message: `Заглавието завършва с точка: „${title}“.`,
    hint: "Изтрийте я: заглавията са без точка.",
  }),
  "style/long-summary": ({ length, most }) => ({
    message: `Резюмето е от ${length} знака; в списъците се показват около ${most}.`,
    hint: "Кажете в едно-две изречения какво е направено и какво е излязло от него.",
  }),
  "status/unchecked": () => ({
    message: "Пише, че практиката действа, но не и кога това е проверено.",
    hint: "Добавете деня: status: {state: active, checked: 2026-05-14}.",
  }),
  "status/stale": ({ checked, years }) => ({
    message: `Състоянието е проверено за последно на ${checked}, преди повече от ${years} години.`,
    hint: "Попитайте дали практиката още действа и напишете деня в status.checked.",
  }),
  "page/stale-statement": ({ updated }) => ({
    message: updated
      ? `Декларацията за достъпност е обновена за последно на ${updated}, преди повече от година.`
      : "Декларацията за достъпност не казва кога е обновена.",
    hint: "Прегледайте я и напишете деня в updated: законът го иска всяка година.",
  }),
  "media/unreferenced": ({ path }) => ({
    message: `Никой текст не показва ${path} и не води към него; файлът се публикува въпреки това.`,
    hint: "Изтрийте файла или сложете връзка към него.",
  }),
  "translation/untranslated": ({ part, isTitle }) => ({
    message: isTitle ? `Полето „${part}“ е на другия език.` : `Разделът „${part}“ е на другия език.`,
    hint: isTitle
      ? "Преведете го или го изпишете с буквите на този език."
      : "Преведете го; име или цитат, който остава така, се отбелязва с [текст]{lang=…}.",
  }),
  "translation/older": ({ original, day }) => ({
    message: `Оригиналът ${original} е променен на ${day}, след този превод.`,
    hint: "Сравнете ги. Когато преводът отново казва същото, запазете го с каквато и да е промяна.",
  }),
  "site/security-expires": ({ expires }) => ({
    message: `Адресът за съобщения за сигурност важи до ${expires}.`,
    hint: "Проверете дали още е верен и запишете нов ден в security.expires, най-много след година.",
  }),
  "editing/not-installed": () => ({
    message: "Редакторът в браузъра е включен, но програмата му не е инсталирана.",
    hint: "Изпълнете: npm install --save-dev @sveltia/cms @fontsource-variable/material-symbols-outlined – или махнете editing от site.yaml.",
  }),
  "editing/outdated": ({ path }) => ({
    message: `${path} вече не отговаря на полетата и темите на архива.`,
    hint: "Изпълнете: npx praktika schema",
  }),
  "address/gone": ({ url, reason }) => ({
    message:
      reason === "no-host"
        ? `Такъв сайт вече няма: ${new URL(url).host}.`
        : `Страницата вече я няма: ${url} (HTTP ${reason}).`,
    hint: "Потърсете новия ѝ адрес или копие в https://web.archive.org, или кажете в текста къде е била.",
  }),
  "address/moved": ({ url, to }) => ({
    message: `${url} е преместен завинаги.`,
    hint: `Напишете новия адрес: ${to}`,
  }),
  "address/unclear": ({ url, reason }) => ({
    message: `Не се разбра дали ${url} още съществува (${reason}).`,
    hint: "Отворете адреса в браузър; някои сайтове отпращат програмите.",
  }),
  "content/near-duplicate": ({ other, percent }) => ({
    message: `Около ${percent} % от този текст се срещат и в ${other}.`,
    hint: "Ако е същата практика, оставете едната и ѝ дайте адреса на другата: aliases, а за номера – legacy.",
  }),
};
