import type { Language } from "../language/language.ts";
import type { SectionKind } from "./body.ts";

/** What a new practice says in its sections until somebody has written them. */
export const sectionGuidance: Readonly<Record<Exclude<SectionKind, "other">, Readonly<Record<Language, string>>>> = {
  background: {
    bg: "*Какъв беше проблемът и кого засягаше? Какво беше опитвано преди?*",
    en: "*What was the problem, and whom did it concern? What had been tried before?*",
  },
  practice: {
    bg: "*Какво направихте, стъпка по стъпка? Кой участва? Колко време и средства отне?*",
    en: "*What did you do, step by step? Who took part? How much time and money did it take?*",
  },
  results: {
    bg: "*Какво се промени и как се вижда това? Какво не се получи? Какво е нужно, за да го направят и други?*",
    en: "*What has changed, and how can it be seen? What did not work? What does it take to do it elsewhere?*",
  },
};
