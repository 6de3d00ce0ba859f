import type { BodyTexts } from "../types/body.ts";

export const body: BodyTexts = {
  table: "Table",
  footnotes: "Notes",
  backToText: "Back to the text",
};
