/**
 * How Bulgarian is typed where there are only Latin letters, the likeliest reading first: by the Transliteration Act
 * (State Gazette 19/2009), and by the habit of 4 for ч, 6 for ш, w for в, q for я, j for ж.
 */
const readings: Readonly<Record<string, readonly string[]>> = {
  sht: ["щ", "шт"],
  "6t": ["щ", "шт"],
  zh: ["ж"],
  ts: ["ц", "тс"],
  tz: ["ц"],
  ch: ["ч"],
  sh: ["ш"],
  kh: ["х"],
  yu: ["ю"],
  iu: ["ю", "иу"],
  ju: ["ю", "жу"],
  ya: ["я"],
  ia: ["ия", "я", "иа"],
  ja: ["я", "жа"],
  yo: ["йо", "ьо"],
  a: ["а", "ъ"],
  b: ["б"],
  c: ["ц", "к"],
  d: ["д"],
  e: ["е"],
  f: ["ф"],
  g: ["г"],
  h: ["х"],
  i: ["и", "й"],
  j: ["ж", "й"],
  k: ["к"],
  l: ["л"],
  m: ["м"],
  n: ["н"],
  o: ["о"],
  p: ["п"],
  q: ["я"],
  r: ["р"],
  s: ["с"],
  t: ["т"],
  u: ["у", "ъ"],
  v: ["в", "ж"],
  w: ["в"],
  x: ["х", "кс"],
  y: ["й", "ъ", "у"],
  z: ["з"],
  "4": ["ч"],
  "6": ["ш"],
};

/** Of the letters of a word, how many may be read otherwise than is likeliest. */
const maxUnlikely = 2;
const maxReadings = 40;

/** What a word in Latin letters may be in Bulgarian, the likeliest first; [] if it is no such word. */
export function readAsBulgarian(word: string): readonly string[] {
  if (!/[a-z]/.test(word) || !/^[a-z46]+$/.test(word)) return [];
  const found: { readonly text: string; readonly unlikely: number }[] = [];
  const read = (at: number, text: string, unlikely: number): void => {
    if (at === word.length) {
      found.push({ text, unlikely });
      return;
    }
    const letters = [3, 2, 1].map((length) => word.slice(at, at + length)).find((part) => readings[part]) ?? "";
    const choices = readings[letters];
    if (!choices) return;
    for (const [rank, choice] of choices.entries()) {
      if (unlikely + rank <= maxUnlikely) read(at + letters.length, text + choice, unlikely + rank);
    }
  };
  read(0, "", 0);
  const unique = new Map(found.sort((a, b) => a.unlikely - b.unlikely).map(({ text }) => [text, text]));
  return [...unique.keys()].slice(0, maxReadings);
}
