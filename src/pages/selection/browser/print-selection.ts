import { openBasket } from "./basket.ts";
import { createSheetLoader, type Sheet } from "./load-sheet.ts";
import { hashOf, join, mostPractices, move, type Selection, selectionIn } from "./selection.ts";
import { counted, createRow, markEnds, part, phrase, region, show } from "./selection-page.ts";
import { estimatePaper, fetchForPaper, layOut } from "./selection-paper.ts";

/*
 * The page of the selection. What it shows is in the address, so that it can be passed on. The reader's own selection
 * follows what they change here; one that came with a foreign address leaves it alone.
 */

const basket = openBasket(new URL(location.href));
const load = createSheetLoader(phrase("sheet", { id: "{id}" }));
const list = part("[data-list]");
const status = part("[data-status]");
const undo = part("[data-do=undo]");
const emptyNote = part("[data-empty]");
const loadingNote = part("[data-loading]");
const chosenPart = part("[data-chosen]");
const address = part("[data-address]");
const notices = (name: string): HTMLElement => part(`[data-notice=${name}]`);

/** The link to the same practices side by side; `mostCompared` of compare.ts says the same. */
const compare = document.querySelector<HTMLAnchorElement>("[data-compare]");
const mostCompared = 4;

let ids: Selection = [];
let isOwn = true;
let before: Selection | undefined;
const sheets = new Map<string, Sheet>();

/** Takes the selection from the address, or the reader's own where the address has none or is an older state of it. */
function open(): Promise<void> {
  const own = basket.read();
  const given = selectionIn(location.hash);
  const isOlder = own !== undefined && history.state?.own === true;
  ids = given && !isOlder ? given : (own ?? given ?? []);
  isOwn = !given || isOlder || !own?.length || own.join() === given.join();
  const written = location.hash.split(",").length;
  show(notices("too-many"), ids === given && written > mostPractices, phrase("tooMany"));
  show(notices("foreign"), !isOwn, phrase("foreign", { practices: counted("practice", own?.length ?? 0) }));
  before = undefined;
  return keep(ids);
}

/** Makes `selection` the one that is shown, in the address and, if it is the reader's own, in the basket. */
async function keep(selection: Selection): Promise<void> {
  ids = selection;
  if (isOwn) basket.write(ids);
  history.replaceState({ own: isOwn }, "", location.pathname + location.search + hashOf(ids));
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) link.hash = hashOf(ids);
  show(undo, before !== undefined);
  address.hidden = true;
  const missing = ids.filter((id) => !sheets.has(id));
  if (missing.length > 0) {
    show(loadingNote, true);
    region.ariaBusy = "true";
    for (const sheet of await Promise.all(missing.map(load))) if (sheet) sheets.set(sheet.id, sheet);
  }
  // Meanwhile the reader may have gone on; what came last is drawn last.
  if (ids === selection) draw();
}

const found = (): Sheet[] => ids.flatMap((id) => sheets.get(id) ?? []);

function draw(): void {
  const shown = found();
  const missing = ids.filter((id) => !sheets.has(id));
  const rows = new Map(rowsOf().map((row) => [row.dataset.id, row]));
  list.replaceChildren(...shown.map((sheet) => rows.get(sheet.id) ?? createRow(sheet)));
  markEnds(rowsOf());
  layOut(shown);
  const { pages, papers } = estimatePaper(shown);
  part("[data-sum]").textContent = phrase("total", {
    practices: counted("practice", shown.length),
    pages: counted("page", pages),
    sheets: counted("paper", papers),
  });
  const some = [...missing.slice(0, 5), ...(missing.length > 5 ? [`… (${missing.length})`] : [])];
  show(notices("missing"), missing.length > 0, phrase("missing", { ids: some.join(", ") }));
  show(notices("disk"), location.protocol === "file:");
  show(loadingNote, false);
  show(emptyNote, shown.length === 0);
  show(chosenPart, shown.length > 0);
  if (compare) {
    compare.hash = hashOf(shown.map(({ id }) => id));
    show(compare, shown.length >= 2 && shown.length <= mostCompared);
  }
  show(list, shown.length > 0);
  region.ariaBusy = "false";
  fetchForPaper();
}

const rowsOf = (): HTMLElement[] => [...list.children] as HTMLElement[];

/** What the buttons of a row do to its practice. */
async function change(row: HTMLElement, action: string): Promise<void> {
  const sheet = sheets.get(row.dataset.id ?? "");
  if (!sheet) return;
  const shown = found().map(({ id }) => id);
  const position = shown.indexOf(sheet.id);
  const lost = ids.filter((id) => !sheets.has(id));
  if (action === "remove") {
    before = ids;
    await keep(ids.filter((id) => id !== sheet.id));
    status.textContent = phrase("removed", { title: sheet.title });
    const next = rowsOf()[Math.min(position, shown.length - 2)];
    (next ? part("[data-do=remove]", next) : emptyNote).focus();
    return;
  }
  const moved = move(shown, sheet.id, action === "up" ? -1 : 1);
  if (moved === shown) return;
  before = undefined;
  await keep([...moved, ...lost]);
  status.textContent = phrase("moved", {
    title: sheet.title,
    position: moved.indexOf(sheet.id) + 1,
    total: moved.length,
  });
  // An element that is put elsewhere loses the focus.
  part(`[data-do=${action}]`, row).focus();
  row.scrollIntoView({ block: "nearest" });
}

async function copyAddress(): Promise<void> {
  // From a disk the address of the published site is of use to others.
  const base = location.protocol === "file:" ? phrase("pageUrl") : location.href.replace(/#.*/, "");
  const text = base + hashOf(ids);
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = phrase("copied");
  } catch {
    const field = part<HTMLInputElement>("input", address);
    address.hidden = false;
    field.value = text;
    field.focus();
    field.select();
    status.textContent = phrase("notCopied");
  }
}

const actions: Readonly<Record<string, () => unknown>> = {
  print: async () => {
    await fetchForPaper();
    print();
  },
  copy: copyAddress,
  clear: async () => {
    before = ids;
    await keep([]);
    status.textContent = phrase("cleared");
    undo.focus();
  },
  undo: async () => {
    const restored = before ?? ids;
    before = undefined;
    await keep(restored);
    status.textContent = phrase("undone");
    part("[data-do=clear]").focus();
  },
  drop: async () => {
    before = undefined;
    await keep(found().map(({ id }) => id));
    (list.hidden ? emptyNote : part("[data-do=print]")).focus();
  },
  add: async () => {
    isOwn = true;
    show(notices("foreign"), false);
    await keep(join(basket.read() ?? [], ids));
    status.textContent = part("[data-sum]").textContent;
    part("[data-do=print]").focus();
  },
};

region.addEventListener("click", ({ target }) => {
  const element = target as Element;
  const button = element.closest<HTMLElement>("[data-do]");
  const row = element.closest<HTMLElement>("li");
  const action = button?.dataset.do ?? "";
  if (row && button) change(row, action);
  else actions[action]?.();
});

addEventListener("hashchange", open);
addEventListener("storage", ({ key }) => key === basket.key && isOwn && open());
addEventListener("pageshow", ({ persisted }) => persisted && open());

part<HTMLAnchorElement>("[data-own]").href = location.pathname;
show(part("[data-unscripted]"), false);
show(region, true);
open();
