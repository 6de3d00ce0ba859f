import type { SectionTexts } from "../types/sections.ts";

export const sections: SectionTexts = {
  names: { background: "Предистория", practice: "Практика", results: "Резултати" },
  guidance: {
    background: "*Какъв беше проблемът и кого засягаше? Какво беше опитвано преди?*",
    practice: "*Какво направихте, стъпка по стъпка? Кой участва? Колко време и средства отне?*",
    results: "*Какво се промени и как се вижда това? Какво не се получи? Какво е нужно, за да го направят и други?*",
  },
  unplaced: "Неразпределено",
};
