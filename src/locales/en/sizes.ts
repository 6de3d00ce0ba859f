import type { SizesTexts } from "../types/sizes.ts";

export const sizes: SizesTexts = {
  title: "Places like yours",
  intro: "The practices by how many people live in the municipality.",
  population: (year, source) => `Population: ${source || year}.`,
  fact: "Size of the place",
  bands: {
    "under-5": "under 5,000 inhabitants",
    "5-10": "5,000–10,000 inhabitants",
    "10-20": "10,000–20,000 inhabitants",
    "20-50": "20,000–50,000 inhabitants",
    "50-100": "50,000–100,000 inhabitants",
    "over-100": "over 100,000 inhabitants",
  },
  bandIntro: (practices, band) => `${practices} from municipalities with ${band}.`,
  inhabitants: (count, year) => (year ? `${count} in ${year}` : count),
  placesOf: (count) => (count === "1" ? "1 municipality of this size" : `${count} municipalities of this size`),
  unscripted: "Municipalities in alphabetical order: each leads to the practices from places of its size",
  none: "no practices yet",
  own: "Your municipality",
  ownHint:
    "Choose it once: lists, search and map will say which practices come from municipalities of its size. The choice stays in this browser.",
  notChosen: "not chosen",
  chosen: (place, band) => `${place}: ${band}.`,
  notKept: "The browser does not keep the choice: it holds for this page only.",
  like: (place) => `like ${place}`,
  marked: (place) => `Places of the size of ${place} are marked.`,
  all: "All practices from such places",
  change: "Another municipality",
};
