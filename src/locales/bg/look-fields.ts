import { describeLook } from "../types/look-fields.ts";

const colours = {
  paper: { label: "Фон на страниците", hint: "" },
  ink: { label: "Текст", hint: "" },
  quiet: { label: "Дребен текст", hint: "" },
  rule: { label: "Линии", hint: "" },
  tint: { label: "Фон на каретата", hint: "" },
  accent: { label: "Връзки и знаци", hint: "Също и фонът на кориците." },
  warm: { label: "Открояващи се надписи", hint: "" },
};

/** Settings of how a site looks. */
export const lookFields = describeLook({
  groups: {
    theme: { label: "Вид", hint: "Цветове, шрифтове и картинки на страниците; те важат и за хартията." },
    "theme.colours": { label: "Цветове", hint: 'В кавички: "#1f4d3a". Които не са посочени, остават, както са.' },
    "theme.dark": {
      label: "Цветове при тъмен режим",
      hint: "Без тях връзките и надписите получават по-светъл оттенък на своите цветове.",
    },
    "theme.fonts": {
      label: "Шрифтове",
      hint: "Файлове в templates/assets/, например fonts/own.ttf. TTF и OTF важат и за печата, WOFF2 – само за екрана.",
    },
    "theme.fonts.serif": { label: "Шрифт на текстовете", hint: "" },
    "theme.fonts.sans": { label: "Шрифт на надписите", hint: "" },
    "theme.logo": {
      label: "Лого",
      hint: "SVG или PNG в templates/assets/, например img/logo.svg: в главата на страниците и листовете.",
    },
    "theme.favicon": { label: "Знак на сайта", hint: "SVG в templates/assets/; от него се рисуват всички икони." },
    print: { label: "Печат", hint: "" },
    "print.paper": { label: "Хартия", hint: "" },
    "print.pdf": {
      label: "PDF файлове",
      hint: "always: всяко изграждане прави листовете и изданията, които са променени; on-demand: само с praktika pdf.",
    },
    "print.booklets": {
      label: "Книжки в PDF",
      hint: "true: всяко изграждане прави PDF за всяка тема, година, община, големина на място и новатор с 2 до 24 практики; страницата на списъка води към него.",
    },
    "print.volume": {
      label: "Най-много страници в един том",
      hint: "От 100 до 5000, обикновено 800. По-дебела книга се печата в томове, които започват с глава.",
    },
    "print.signature": {
      label: "Страници в печатната кола",
      hint: "2, 4, 8, 16 или 32, обикновено 4: страниците на книгата са кратни на тях. Подвързвачът знае.",
    },
    "print.margins": { label: "Полета на листовете", hint: "В милиметри, от 8 до 45." },
    "print.size": {
      label: "Големина на буквите",
      hint: "В пункта, от 10 до 14: обичайната на листовете. Останалите пазят съотношението си към нея.",
    },
    "print.colours": {
      label: "Цветове на хартия",
      hint: "Без свой цвят за знаците хартията взема този на страниците.",
    },
    "print.logo": { label: "Лого на хартия", hint: "SVG или PNG; ако не е посочено – това на страниците." },
  },
  colours,
  styles: {
    regular: { label: "Обикновен", hint: "" },
    italic: { label: "Курсив", hint: "" },
    bold: { label: "Получер", hint: "" },
    boldItalic: { label: "Получер курсив", hint: "" },
  },
  margins: {
    inside: { label: "Вътрешно, откъм подвързията", hint: "" },
    outside: { label: "Външно", hint: "" },
    top: { label: "Горно", hint: "" },
    bottom: { label: "Долно", hint: "" },
  },
});
