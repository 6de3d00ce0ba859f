import type { BodyTexts } from "../types/body.ts";

export const body: BodyTexts = {
  table: "Таблица",
  footnotes: "Бележки",
  backToText: "Обратно към текста",
};
