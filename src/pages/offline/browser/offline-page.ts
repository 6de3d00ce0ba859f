import { formatBytes, formatCount } from "../../../core/language/format.ts";
import { isLanguage, worldLanguage } from "../../../core/language/language.ts";
import { coverUnscripted, ownAddress } from "../../kit/browser/cover-unscripted.ts";
import { cacheNames, forgetMessage } from "../worker/cache-names.ts";
import { type ArchiveFiles, ArchiveKeeper, type Interruption, type KeptState } from "./keep-archive.ts";

/* The page that says what this browser keeps of the site, and keeps the whole archive. Its parts are in templates/offline.njk. */

const region = part("[data-offline]");
const stateText = part("[data-state]");
const status = part("[data-status]");
const bar = part("[data-bar]");
const meter = part<HTMLProgressElement>("progress");
const keepButton = part<HTMLButtonElement>("[data-do=keep]");
const stopButton = part<HTMLButtonElement>("[data-do=stop]");
const removeButton = part<HTMLButtonElement>("[data-do=remove]");
const forgetButton = part<HTMLButtonElement>("[data-do=forget]");

const { lang } = document.documentElement;
const language = isLanguage(lang) ? lang : worldLanguage;
/** The page lies one folder below its language's. */
const scope = new URL("../../", location.href).href.split(/[?#]/)[0] ?? "";
const names = cacheNames(scope);

/** What the page is doing. */
interface State {
  keeper: ArchiveKeeper;
  /** What the archive is made of now; undefined without a network. */
  archive: ArchiveFiles | undefined;
  /** Ends the keeping that is under way. */
  stop: AbortController | undefined;
}

function part<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** A phrase of the page with its values. */
function phrase(name: string, values: Readonly<Record<string, string>> = {}): string {
  return (region.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");
}

async function start(): Promise<void> {
  coverUnscripted(region, ownAddress());
  // Needs nothing of what is kept.
  showMissing();
  const state = await open();
  if (!state) {
    region.hidden = true;
    part("[data-unsupported]").hidden = false;
    return;
  }
  const actions: Readonly<Record<string, () => unknown>> = {
    keep: () => keep(state),
    stop: () => state.stop?.abort(),
    remove: () => remove(state),
    forget,
  };
  for (const button of region.querySelectorAll<HTMLButtonElement>("[data-do]"))
    button.addEventListener("click", () => actions[button.dataset.do ?? ""]?.());
  addEventListener("online", () => void look(state));
  await Promise.all([look(state), showVisited()]);
}

/** Undefined where the browser keeps nothing. */
async function open(): Promise<State | undefined> {
  try {
    if (!navigator.serviceWorker) throw new Error("no service workers");
    return { keeper: await ArchiveKeeper.open(scope), archive: undefined, stop: undefined };
  } catch {
    return undefined;
  }
}

/** The page of the site that was asked for in vain, if the service worker has sent the reader here. */
function showMissing(): void {
  const path = new URLSearchParams(location.search).get("missing");
  const href = path === null ? "" : completeAddress(path);
  if (!href.startsWith(scope)) return;
  part<HTMLAnchorElement>("[data-again]").href = href;
  part("[data-path]").textContent = readable(href.slice(scope.length - 1));
  part("[data-missing]").hidden = false;
}

/** "" for what is no address. */
function completeAddress(path: string): string {
  try {
    return new URL(path, scope).href;
  } catch {
    return "";
  }
}

/** An address as people write it; codes that are no UTF-8 stay. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

async function look(state: State): Promise<void> {
  state.archive = await readFiles();
  if (!state.stop) showState(state);
}

/** What the archive is made of; undefined without a network. */
async function readFiles(): Promise<ArchiveFiles | undefined> {
  try {
    const response = await fetch(`${scope}offline.json`, { cache: "no-cache" });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function showState({ keeper, archive }: State): void {
  bar.hidden = true;
  stateText.hidden = false;
  stopButton.hidden = true;
  removeButton.hidden = keeper.isEmpty;
  if (!archive) {
    keepButton.hidden = true;
    stateText.textContent =
      keeper.size === 0 ? phrase("unreachable") : phrase("unreachableKept", { files: count(keeper.size) });
    return;
  }
  const kept = keeper.compare(archive);
  const values = valuesOf(archive, kept);
  const isWhole = kept.files === archive.files.length;
  // What the site no longer has, or has otherwise now, tells a kept archive from one that was begun.
  const isOlder = keeper.size > kept.files;
  stateText.textContent = phrase(
    isWhole ? "complete" : keeper.size === 0 ? "absent" : isOlder ? "older" : "partial",
    values,
  );
  keepButton.hidden = isWhole;
  keepButton.textContent = phrase(keeper.size === 0 ? "keep" : isOlder ? "renew" : "finish", values);
}

const count = (files: number): string => formatCount(files, language);
const size = (bytes: number): string => formatBytes(bytes, language);

function valuesOf({ files }: ArchiveFiles, kept: KeptState): Readonly<Record<string, string>> {
  const bytes = files.reduce((sum, [, each]) => sum + each, 0);
  return {
    files: count(files.length),
    size: size(bytes),
    keptFiles: count(kept.files),
    keptSize: size(kept.bytes),
    missingFiles: count(files.length - kept.files),
    missingSize: size(bytes - kept.bytes),
  };
}

async function keep(state: State): Promise<void> {
  if (state.stop) return;
  const stop = new AbortController();
  state.stop = stop;
  keepButton.hidden = true;
  removeButton.hidden = true;
  stopButton.hidden = false;
  stopButton.focus();
  bar.hidden = false;
  stateText.hidden = true;
  status.textContent = phrase("started");
  // Browsers that are short of room forget other sites first.
  void navigator.storage?.persist?.();
  // The site may have been renewed since the page was opened.
  state.archive = (await readFiles()) ?? state.archive;
  const interruption = state.archive ? await keepFiles(state.keeper, state.archive, stop.signal) : "no-network";
  state.stop = undefined;
  // Whoever has gone elsewhere on the page meanwhile stays there.
  const wasWaiting = document.activeElement === stopButton || document.activeElement === document.body;
  showState(state);
  status.textContent = interruption ? phrase(said[interruption]) : "";
  if (wasWaiting) (keepButton.hidden ? removeButton : keepButton).focus();
  await showVisited();
}

async function keepFiles(
  keeper: ArchiveKeeper,
  files: ArchiveFiles,
  signal: AbortSignal,
): Promise<Interruption | undefined> {
  let isUnderWay = true;
  meter.max = files.files.length;
  const showProgress = (kept: KeptState): void => {
    meter.value = kept.files;
    part("[data-bar-text]").textContent = phrase("progress", valuesOf(files, kept));
  };
  showProgress(keeper.compare(files));
  try {
    return await keeper.keep(
      files,
      signal,
      throttle((kept) => isUnderWay && showProgress(kept)),
    );
  } catch {
    return "incomplete";
  } finally {
    isUnderWay = false;
  }
}

const said: Readonly<Record<Interruption, string>> = {
  stopped: "stopped",
  "no-network": "noNetwork",
  "no-space": "noSpace",
  incomplete: "incomplete",
};

/** At most one call for each picture of the screen. */
function throttle(show: (kept: KeptState) => unknown): (kept: KeptState) => void {
  let waiting = false;
  return (kept) => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show(kept);
    });
  };
}

async function remove(state: State): Promise<void> {
  await state.keeper.remove();
  state.keeper = await ArchiveKeeper.open(scope);
  showState(state);
  status.textContent = phrase("removed");
  (keepButton.hidden ? part("#offline-archive") : keepButton).focus();
}

/** The pages of this language that were opened, by their titles. */
async function showVisited(): Promise<void> {
  const pages = await caches.open(names.visited);
  const home = `${scope}${language}/`;
  const found: { title: string; href: string }[] = [];
  for (const { url } of await pages.keys()) {
    if (!url.startsWith(home) || !url.endsWith("/")) continue;
    const html = await (await pages.match(url))?.text();
    const title = html && new DOMParser().parseFromString(html, "text/html").querySelector("h1")?.textContent?.trim();
    if (title) found.push({ title, href: url });
  }
  found.sort((a, b) => a.title.localeCompare(b.title, language));
  const items = found.map(({ title, href }) => {
    const [item, link] = [document.createElement("li"), document.createElement("a")];
    link.href = href;
    link.textContent = title;
    item.append(link);
    return item;
  });
  part("[data-visited]").replaceChildren(...items);
  part("[data-visited-intro]").hidden = items.length === 0;
  part("[data-visited-none]").hidden = items.length > 0;
  forgetButton.hidden = items.length === 0;
}

async function forget(): Promise<void> {
  const worker = (await navigator.serviceWorker.getRegistration())?.active;
  if (worker) {
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => {
      port1.onmessage = resolve;
    });
    worker.postMessage(forgetMessage, [port2]);
    await answer;
  }
  await showVisited();
  status.textContent = phrase("forgotten");
  part("#offline-visited").focus();
}

void start();
