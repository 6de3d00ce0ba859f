import type { SectionTexts } from "../types/sections.ts";

export const sections: SectionTexts = {
  names: { background: "Background", practice: "Practice", results: "Results" },
  guidance: {
    background: "*What was the problem, and whom did it concern? What had been tried before?*",
    practice: "*What did you do, step by step? Who took part? How much time and money did it take?*",
    results: "*What has changed, and how can it be seen? What did not work? What does it take to do it elsewhere?*",
  },
  unplaced: "Unplaced",
};
