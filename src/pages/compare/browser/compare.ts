import { coverUnscripted, ownAddress } from "../../kit/browser/cover-unscripted.ts";
import { createSheetLoader, type Sheet } from "../../selection/browser/load-sheet.ts";
import { readPracticePage } from "../../selection/browser/read-practice-page.ts";
import { selectionIn } from "../../selection/browser/selection.ts";
import { type Compared, inOrder, listenToHeads, showFigures } from "./figures.ts";

/*
 * The page of the comparison. Which practices it shows is in the address; their parts are taken from the scripts of the selection, whose
 * markup templates/partials/embedded-practice.njk promises.
 */

const maxCompared = 4;

const region = part("[data-compare]");
const table = part("[data-table]");
const status = part("[data-status]");
const emptyNote = part("[data-empty]");
const load = createSheetLoader(region.dataset.sheet ?? "", readPracticePage);

/** Where in a practice each row finds its words; the other rows are sections and fields by their names. */
const sources: Readonly<Record<string, string>> = {
  where: "",
  size: ".fact-size dd",
  what: ".summary, .practice-text > .prose:not(.section)",
};

function part(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** What the page is doing. */
interface State {
  /** The number of the last selection that was asked for. */
  asked: number;
  /** What is compared, as it was chosen. */
  compared: readonly Compared[];
}

async function open(state: State): Promise<void> {
  const turn = ++state.asked;
  const ids = (selectionIn(location.hash) ?? []).slice(0, maxCompared);
  const loaded = await Promise.all(ids.map(load));
  if (turn !== state.asked) return;
  const sheets = loaded.filter((sheet): sheet is Sheet => sheet !== undefined);
  const missing = ids.filter((_, index) => !loaded[index]);
  status.textContent = missing.length > 0 ? (region.dataset.missing ?? "").replace("{ids}", missing.join(", ")) : "";
  emptyNote.hidden = sheets.length > 0;
  table.hidden = sheets.length === 0;
  state.compared = sheets.map((sheet) => ({
    sheet,
    text: new DOMParser().parseFromString(sheet.html, "text/html").body,
  }));
  show(state);
}

function show(state: State): void {
  const compared = inOrder(state.compared);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) {
    link.search = location.search;
    link.hash = location.hash;
  }
  showFigures(compared, region.dataset.absent ?? "");
  const titles = part("[data-titles]");
  titles.replaceChildren(...[...titles.children].slice(0, 1), ...compared.map(({ sheet }) => titleOf(sheet)));
  for (const row of table.querySelectorAll<HTMLElement>("[data-row]")) {
    const name = row.dataset.row ?? "";
    const source = sources[name] ?? `.section-${name}, [data-field="${name}"] dd`;
    const cells = compared.map(({ sheet, text }) =>
      name === "where" ? cellOf([new Text(sheet.detail)]) : cellOf(partsOf(text, source)),
    );
    row.replaceChildren(...[...row.children].slice(0, 1), ...cells);
    row.hidden = cells.every((cell) => cell.classList.contains("absent"));
  }
}

function titleOf({ title, href }: Sheet): HTMLElement {
  const head = document.createElement("th");
  const link = document.createElement("a");
  head.scope = "col";
  link.href = href;
  link.textContent = title;
  head.append(link);
  return head;
}

/** The words of a part without its heading, and without anchors that would then be there twice. */
function partsOf(text: HTMLElement, selector: string): readonly Node[] {
  const parts = [...text.querySelectorAll(selector)].filter((element) => !element.querySelector(".not-stated"));
  return parts.flatMap((element) => {
    for (const marked of element.querySelectorAll("[id]")) marked.removeAttribute("id");
    for (const link of element.querySelectorAll('a[href^="#"], .footnote-ref')) link.remove();
    element.querySelector(":scope > h3")?.remove();
    return [...element.childNodes].map((node) => node.cloneNode(true));
  });
}

function cellOf(nodes: readonly Node[]): HTMLElement {
  const cell = document.createElement("td");
  cell.append(...nodes);
  if (cell.textContent?.trim() === "") {
    cell.textContent = region.dataset.absent ?? "";
    cell.className = "absent";
  }
  return cell;
}

function start(): void {
  const state: State = { asked: 0, compared: [] };
  listenToHeads(() => show(state));
  addEventListener("hashchange", () => void open(state));
  coverUnscripted(region, ownAddress());
  void open(state);
}

start();
