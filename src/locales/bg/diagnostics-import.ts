import { isOfSystem } from "../system-code.ts";
import type { ImportTexts } from "../types/diagnostics.ts";
import { readingHint } from "./unreadable.ts";

/** What the import of the old archive says, in Bulgarian. */
export const importDiagnostics: ImportTexts = {
  "import/unreadable": ({ reason, what }) => ({
    message: `${what === "folder" ? "Папката" : "Файлът"} не може да се прочете: ${reason}.`,
    hint: isOfSystem(reason)
      ? readingHint(reason)
      : "Отворете го в програмата, с която е направен, и го запазете отново като .docx, .html или .txt.",
  }),
  "import/not-a-practice": () => ({
    message: "Тук нищо не прилича на практика: няма раздел, нито новатор или дата.",
    hint: "Ако е практика, напишете „Предистория“, „Практика“ и „Резултати“ над частите ѝ, всяко на отделен ред, и я внесете отново.",
  }),
  "import/encoding-guessed": ({ encoding }) => ({
    message: `Страницата не казва с каква кодировка е; прочетена е като ${encoding}.`,
    hint: "Вижте дали буквите са верни. Ако не са, запазете страницата като UTF-8 и я внесете отново.",
  }),
  "import/no-title": ({ title }) => ({
    message: `Страницата няма заглавие; взето е името на файла: „${title}“.`,
    hint: "Напишете вярното заглавие в полето title.",
  }),
  "import/no-date": ({ value }) => ({
    message: value ? `„${value}“ не е разбираема дата.` : "Страницата няма дата на публикация.",
    hint: "Практиката е отбелязана като чернова с днешна дата. Напишете вярната дата и изтрийте „draft: true“.",
  }),
  "import/date-without-day": ({ value, day }) => ({
    message: `В „${value}“ няма ден; взет е ${day}.`,
    hint: "Поправете датата, ако денят е известен.",
  }),
  "import/url-mended": ({ written, mended }) => ({
    message: `Адресът „${written}“ беше накъсан; стана ${mended}.`,
    hint: "Проверете дали води към проекта.",
  }),
  "import/url-unusable": ({ written }) => ({
    message: `„${written}“ не може да е адрес в интернет; запазен е като текст.`,
    hint: "Намерете го в „Неразпределено“ и напишете верния адрес в projectUrl.",
  }),
  "import/masked-email": () => ({
    message: "Адресът на електронната поща е бил скрит от роботи в запазената страница и е изгубен.",
    hint: "Потърсете го на живата страница и го напишете в contact.email.",
  }),
  "import/section-twice": ({ section }) => ({
    message: `Разделът „${section}“ се среща два пъти; двете части са събрани.`,
    hint: "Вижте дали втората част не е от друг раздел.",
  }),
  "import/odd-bullet": ({ text }) => ({
    message: `„${text}…“ започва с буква, която някога е била знак за изброяване; станало е част от списък.`,
    hint: "Няма какво да правите, ако наистина е изброяване.",
  }),
  "import/foreign-paragraph": ({ text }) => ({
    message: `Един абзац е на друг език, не на този на страницата: „${text}…“.`,
    hint: "Преместете го във версията на другия език или го преведете.",
  }),
  "import/unplaced": ({ text }) => ({
    message: `За част от текста не се намери място: „${text}“.`,
    hint: "Той е в края, в „Неразпределено“. Преместете го, където му е мястото, и изтрийте това заглавие.",
  }),
  "import/picture-elsewhere": ({ address }) => ({
    message: `Картинката ${address} не е до страницата; на мястото ѝ е останал текст или връзка.`,
    hint: "Сложете файла в content/media/ и го покажете оттам.",
  }),
  "import/link-dropped": ({ address }) => ({
    message: `Връзката към ${address} водеше в стария сайт; останал е текстът ѝ.`,
    hint: "Свържете днешната практика или страница: [текст](practice:ID).",
  }),
  "import/left-alone": ({ path }) => ({
    message: `Тази практика вече я има в ${path}; файлът не е променян.`,
    hint: "За да я внесете наново, първо изтрийте този файл.",
  }),
};
