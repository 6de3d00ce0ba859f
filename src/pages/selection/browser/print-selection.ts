import { coverUnscripted, ownAddress } from "../../kit/browser/cover-unscripted.ts";
import { createSheetLoader, type Sheet } from "./load-sheet.ts";
import { readPracticePage } from "./read-practice-page.ts";
import { hashOf, join, maxPractices, move, type Selection, selectionIn } from "./selection.ts";
import { counted, createRow, markEnds, part, phrase, region, show } from "./selection-page.ts";
import { estimatePaper, fetchForPaper, layOut } from "./selection-paper.ts";
import { openSelectionStore } from "./selection-store.ts";

/*
 * The page of the selection. What it shows is in the address, so that it can be passed on. The reader's own selection
 * follows what they change here; one that came with a foreign address leaves it alone.
 */

const store = openSelectionStore(new URL(location.href));
const load = createSheetLoader(phrase("sheet", { id: "{id}" }), readPracticePage);
const list = part("[data-list]");
const status = part("[data-status]");
const undo = part("[data-do=undo]");
const emptyNote = part("[data-empty]");
const loadingNote = part("[data-loading]");
const chosenPart = part("[data-chosen]");
const address = part("[data-address]");
const notices = (name: string): HTMLElement => part(`[data-notice=${name}]`);

/** The link to the same practices side by side; `maxCompared` of compare.ts says the same. */
const compare = document.querySelector<HTMLAnchorElement>("[data-compare]");
const maxCompared = 4;

/** What the page shows. */
interface State {
  ids: Selection;
  /** True: it is the reader's own selection. */
  isOwn: boolean;
  /** What `undo` restores. */
  before: Selection | undefined;
  /** The practices that came. */
  readonly sheets: Map<string, Sheet>;
  /** What was made for paper, by practice. */
  readonly made: Map<string, HTMLElement>;
}

/** Takes the selection from the address, or the reader's own where the address has none or is an older state of it. */
function open(state: State): Promise<void> {
  const own = store.read();
  const given = selectionIn(location.hash);
  const isOlder = own !== undefined && history.state?.own === true;
  const ids = given && !isOlder ? given : (own ?? given ?? []);
  state.isOwn = !given || isOlder || !own?.length || own.join() === given.join();
  const written = location.hash.split(",").length;
  show(notices("too-many"), ids === given && written > maxPractices, phrase("tooMany"));
  show(notices("foreign"), !state.isOwn, phrase("foreign", { practices: counted("practice", own?.length ?? 0) }));
  state.before = undefined;
  return keep(ids, state);
}

/** Makes a selection the one that is shown, in the address and, if it is the reader's own, in the store. */
async function keep(ids: Selection, state: State): Promise<void> {
  const { isOwn, sheets } = state;
  state.ids = ids;
  if (isOwn) store.write(ids);
  history.replaceState({ own: isOwn }, "", location.pathname + location.search + hashOf(ids));
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) link.hash = hashOf(ids);
  show(undo, state.before !== undefined);
  address.hidden = true;
  const missing = ids.filter((id) => !sheets.has(id));
  if (missing.length > 0) {
    show(loadingNote, true);
    region.setAttribute("aria-busy", "true");
    for (const sheet of await Promise.all(missing.map(load))) if (sheet) sheets.set(sheet.id, sheet);
  }
  // Meanwhile the reader may have gone on; what came last is drawn last.
  if (state.ids === ids) draw(state);
}

const found = ({ ids, sheets }: State): Sheet[] => ids.flatMap((id) => sheets.get(id) ?? []);

function draw(state: State): void {
  const shown = found(state);
  const { ids, sheets } = state;
  const missing = ids.filter((id) => !sheets.has(id));
  const rows = new Map(rowsOf().map((row) => [row.dataset.id, row]));
  list.replaceChildren(...shown.map((sheet) => rows.get(sheet.id) ?? createRow(sheet)));
  markEnds(rowsOf());
  layOut(shown, state.made);
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
    show(compare, shown.length >= 2 && shown.length <= maxCompared);
  }
  show(list, shown.length > 0);
  region.setAttribute("aria-busy", "false");
}

const rowsOf = (): HTMLElement[] => [...list.children] as HTMLElement[];

/** What the buttons of a row do to its practice. */
async function change(row: HTMLElement, action: string, state: State): Promise<void> {
  const sheet = state.sheets.get(row.dataset.id ?? "");
  if (!sheet) return;
  if (action === "remove") await removePractice(sheet, state);
  else await movePractice(sheet, action === "up" ? "up" : "down", state);
}

async function removePractice({ id: removed, title }: Sheet, state: State): Promise<void> {
  const shown = found(state).map(({ id }) => id);
  state.before = state.ids;
  await keep(
    state.ids.filter((id) => id !== removed),
    state,
  );
  status.textContent = phrase("removed", { title });
  const next = rowsOf()[Math.min(shown.indexOf(removed), shown.length - 2)];
  (next ? part("[data-do=remove]", next) : emptyNote).focus();
}

async function movePractice({ id, title }: Sheet, direction: "up" | "down", state: State): Promise<void> {
  const shown = found(state).map((sheet) => sheet.id);
  const lost = state.ids.filter((other) => !state.sheets.has(other));
  const moved = move(shown, id, direction === "up" ? -1 : 1);
  if (moved === shown) return;
  state.before = undefined;
  await keep([...moved, ...lost], state);
  status.textContent = phrase("moved", { title, position: moved.indexOf(id) + 1, total: moved.length });
  const row = rowsOf().find((other) => other.dataset.id === id);
  if (!row) return;
  // An element that is put elsewhere loses the focus.
  part(`[data-do=${direction}]`, row).focus();
  row.scrollIntoView({ block: "nearest" });
}

async function copyAddress({ ids }: State): Promise<void> {
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

/** What the other buttons do. */
const actions: Readonly<Record<string, (state: State) => unknown>> = {
  print: async () => {
    await fetchForPaper();
    print();
  },
  copy: copyAddress,
  clear: async (state) => {
    state.before = state.ids;
    await keep([], state);
    status.textContent = phrase("cleared");
    undo.focus();
  },
  undo: async (state) => {
    const restored = state.before ?? state.ids;
    state.before = undefined;
    await keep(restored, state);
    status.textContent = phrase("undone");
    part("[data-do=clear]").focus();
  },
  drop: async (state) => {
    state.before = undefined;
    await keep(
      found(state).map(({ id }) => id),
      state,
    );
    (list.hidden ? emptyNote : part("[data-do=print]")).focus();
  },
  add: async (state) => {
    state.isOwn = true;
    show(notices("foreign"), false);
    await keep(join(store.read() ?? [], state.ids), state);
    status.textContent = part("[data-sum]").textContent;
    part("[data-do=print]").focus();
  },
};

function start(): void {
  const state: State = { ids: [], isOwn: true, before: undefined, sheets: new Map(), made: new Map() };
  region.addEventListener("click", ({ target }) => {
    const element = target as Element;
    const button = element.closest<HTMLElement>("[data-do]");
    const row = element.closest<HTMLElement>("li");
    const action = button?.dataset.do ?? "";
    if (row && button) change(row, action, state);
    else actions[action]?.(state);
  });
  addEventListener("beforeprint", () => fetchForPaper());
  addEventListener("hashchange", () => open(state));
  addEventListener("storage", ({ key }) => key === store.key && state.isOwn && open(state));
  addEventListener("pageshow", ({ persisted }) => persisted && open(state));
  part<HTMLAnchorElement>("[data-own]").href = location.pathname;
  coverUnscripted(region, ownAddress());
  open(state);
}

start();
