import type { FieldsTexts } from "../types/diagnostics.ts";

/** What is wrong with content/fields.yaml and with values of its kinds, in Bulgarian. */
export const fieldsDiagnostics: FieldsTexts = {
  "front-matter/invalid-number": ({ field, value, unit }) => ({
    message: `„${value}“ в „${field}“ не е число${unit && ` (${unit})`}.`,
    hint: "Пишете само цифри, с точка за десетичните: 1250 или 12.5. Запетая пред три цифри може да значи и двете.",
  }),
  "front-matter/invalid-money": ({ field, value }) => ({
    message: `„${value}“ в „${field}“ не е една сума с валутата си.`,
    hint: `Напишете я така: ${field}: 12000 лв. (2016) – или ${field}: {amount: 12000, currency: EUR, year: 2016}. Годината може да се пропусне.`,
  }),
  "front-matter/sum-differs": ({ field, total, sum, parts }) => ({
    message: `„${field}“ е ${total}, а частите му правят ${sum}: ${parts}.`,
    hint: "Поправете сумата, която е сгрешена. Части по цени от различни години не се събират.",
  }),
  "fields/invalid-part": ({ name, part, sums, nearest }) => ({
    message: `„${part}“ не може да бъде част от „${name}“: една сума се състои само от суми (kind: money).`,
    hint: nearest
      ? `Може би имахте предвид „${nearest}“?`
      : sums
        ? `Сумите в архива: ${sums}.`
        : "В архива няма други суми.",
  }),
  "texts/unknown": ({ key, nearest }) => ({
    message: `Няма текст с ключ „${key}“.`,
    hint: nearest ? `Може би имахте предвид „${nearest}“?` : "Всички ключове са в docs/texts.md.",
  }),
  "texts/left-over": ({ word, language, count, keys }) => ({
    message: `Архивът има свое име за „${word}“, но има текстове (${language}), които още казват обичайната дума: ${count}.`,
    hint: `Заменете и тях под texts: – ${keys}. Какво казва всеки, пише в docs/texts.md.`,
  }),
  "texts/parameters": ({ key, expected, text }) => ({
    message:
      expected === ""
        ? `На текста „${key}“ не се подават стойности.`
        : `Текстът „${key}“ се пише с ${expected} и без нищо друго в скоби.`,
    hint: `Praktika казва: ${text}`,
  }),
  "fields/unknown": ({ name, nearest }) => ({
    message: `„${name}“ не е вградено поле, а видът му не е посочен.`,
    hint: nearest
      ? `Може би имахте предвид „${nearest}“?`
      : "Собственото поле иска вид (kind): text, long-text, number, money, date, choice, choices, yes-no, agent, place, link или file.",
  }),
  "fields/invalid-name": ({ name, fixed }) => ({
    message: `Поле не може да се казва „${name}“.`,
    hint: `Името е от латински букви и цифри, започва с малка буква и не е заето за друго: ${fixed}. Читателите виждат етикета (label).`,
  }),
  "fields/built-in": ({ name, key, sayable }) => ({
    message: `„${name}“ е вградено поле; „${key}“ не може да му се променя.`,
    hint: `За вградено поле се посочват: ${sayable}. За друго добавете поле с друго име, а това махнете: ${name}: none.`,
  }),
  "fields/needed": ({ name }) => ({
    message: `Никоя практика не може без „${name}“.`,
    hint: "Махнете реда; етикетът на полето може да се сменя.",
  }),
  "fields/no-values": ({ name }) => ({
    message: `В „${name}“ няма от какво да се избира.`,
    hint: "Изредете стойностите: values: {small: {bg: Малък, en: Small}, large: {bg: Голям, en: Large}}",
  }),
  "fields/no-filter": ({ name, kind }) => ({
    message: `По „${name}“ не може да се подбира: видът му е ${kind}.`,
    hint: "Подбира се по text, date, choice, choices, yes-no, agent и place. Махнете реда.",
  }),
  "fields/same-column": ({ column, other }) => ({
    message: `В отворените данни вече има колона „${column}“ – тази на „${other}“.`,
    hint: "Дайте на това поле друга колона: data: {column: …}",
  }),
};
