import type { TallyReply } from "../../../core/protocol.ts";
import { showReceipt } from "./receipts.ts";
import { showCount } from "./show-count.ts";

/*
 * On every page with counts, hence small: one request brings all of them up to date. The dialog is loaded when a reader
 * asks for it. Whatever fails, the page stays as the build made it, and the link leads to the form.
 */

/** Milliseconds after which an endpoint that says nothing counts as absent, in browsers that can tell. */
const tallyTimeoutMs = 8_000;

const { endpoint, dialog, style } = (document.currentScript as HTMLScriptElement).dataset as {
  endpoint: string;
  dialog: string;
  /** Absent in layouts that an archive has copied from an older version. */
  style?: string;
};
const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-nominate]")];
const counts = [
  ...document.querySelectorAll<HTMLDataElement>("[data-practice] data.nominations, data.nominations[data-practice]"),
];

/** Whoever has nominated wants to see it: a count that was kept from before would be one less. */
const cache = links.filter(showReceipt).length ? "no-cache" : "default";

const practiceOf = (element: Element): string =>
  (element.closest("[data-practice]") as HTMLElement).dataset.practice as string;

async function refresh(): Promise<void> {
  const practices = new Set(counts.map(practiceOf));
  const [only] = practices;
  if (!only) return;
  let absent = false;
  try {
    const query = practices.size > 1 ? "" : `?practice=${only}`;
    const reply = await fetch(`${endpoint}api/tally${query}`, { signal: AbortSignal.timeout?.(tallyTimeoutMs), cache });
    // Busy, but there.
    if (reply.status === 429 || reply.status >= 500) return;
    const tally: TallyReply = await reply.json();
    const numbers = counts.map((element) => tally.counts[practiceOf(element)] ?? 0);
    // Other programs answer with JSON too.
    if (!tally.log.root || !numbers.every(Number.isInteger)) throw tally;
    for (const [index, element] of counts.entries()) showCount(element, numbers[index] as number);
  } catch {
    absent = true;
  }
  for (const link of links) {
    link.hidden = absent;
    const closed = link.parentElement?.querySelector<HTMLElement>("[data-closed]");
    if (closed) closed.hidden = !absent;
  }
}

refresh();
// Out of the browser's memory the page comes as it was left, with a request that may have been cut short.
addEventListener("pageshow", (event) => event.persisted && refresh());
addEventListener("click", async (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("[data-nominate],[data-receipt]");
  if (!link || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!window.HTMLDialogElement) return;
  event.preventDefault();
  if (link.hasAttribute("aria-busy")) return;
  link.setAttribute("aria-busy", "true");
  try {
    await (await import(`${new URL(dialog, location.href)}`)).follow(link, style);
  } catch {
    location.href = link.href;
  }
  link.removeAttribute("aria-busy");
});
