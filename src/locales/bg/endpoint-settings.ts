import type { EndpointSettingTexts } from "../types/endpoint-settings.ts";

export const settings: EndpointSettingTexts = {
  missing: (name) => `липсва ${name}`,
  short: (names, least) => `${names.join(" и ")}: всяка тайна трябва да има поне ${least} знака`,
  wholeNumber: (name) => `${name} трябва да е цяло число`,
  atLeast: (name, least) => `${name} трябва да е поне ${least}`,
  webAddress: (name) => `${name} трябва да е адрес, който започва с https://`,
  choice: (name, choices) => `${name} трябва да е ${oneOf(choices)}`,
  port: (name) => `${name} трябва да е число до 65535`,
  networks: (name) => `${name} трябва да съдържа адреси или мрежи като 10.0.0.0/8`,
  database: (name) => `${name} трябва да е postgres://…, file:… или път до файл като ./votes.db`,
  encoding: (name) =>
    `${name}: адресът на PostgreSQL не може да бъде прочетен; знаци като # или @ в паролата се изписват с %-кодиране`,
  lostFile: (name) => `${name} трябва да започва с postgres://, защото файл би се изгубил заедно с машината`,
  secretFile: (path, least) =>
    `в ${path} няма тайна от поне ${least} знака: изтрийте файла, за да се създаде нова, или задайте PRAKTIKA_SECRET`,
};

function oneOf(choices: readonly string[]): string {
  return choices.join(", ").replace(/, ([^,]*)$/, " или $1");
}
