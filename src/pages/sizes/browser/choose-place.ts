import { type OwnPlace, openOwnPlace } from "./own-place.ts";

/* The page of the sizes: makes a choice of the names of places that stand in it, and keeps what is chosen. */

const language = document.documentElement.lang;
const region = part<HTMLElement>("[data-choose-place]");
const select = part<HTMLSelectElement>("select");
const status = part<HTMLElement>("[data-status]");
const store = openOwnPlace(new URL(location.href));

function part<Kind extends Element>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** The places of the page by code, with where each stands. */
function readPlaces(): ReadonlyMap<string, OwnPlace & { readonly section: HTMLElement }> {
  const items = [...document.querySelectorAll<HTMLElement>("[data-place]")];
  return new Map(
    items.map((item) => {
      const { place: code = "", ...others } = item.dataset;
      const section = item.closest<HTMLElement>("[data-band]") ?? region;
      const names = { ...others, [language]: item.textContent } as Record<string, string>;
      return [code, { code, size: section.dataset.band ?? "", names, section }];
    }),
  );
}

const places = readPlaces();

function fillSelect(): void {
  const { compare } = new Intl.Collator(language);
  const named = [...places.values()].map(({ code, names }) => ({ code, name: names[language] ?? code }));
  for (const { name, code } of named.sort((a, b) => compare(a.name, b.name))) select.add(new Option(name, code));
}

function show(code: string): void {
  const own = places.get(code);
  select.value = own ? code : "";
  for (const { section } of places.values()) section.classList.toggle("is-like", section === own?.section);
  status.textContent = "";
  if (!own) return;
  const name = own.section.querySelector<HTMLElement>("[data-name]");
  status.textContent = (region.dataset.chosen ?? "")
    .replace("{place}", own.names[language] ?? "")
    .replace("{size}", name?.textContent ?? "");
  if (!(name instanceof HTMLAnchorElement)) return;
  const link = document.createElement("a");
  link.href = name.href;
  link.textContent = region.dataset.all ?? "";
  status.append(" ", link);
}

function keep(code: string): boolean {
  const { section: _, ...own } = places.get(code) ?? { section: undefined };
  return store.write("code" in own ? own : undefined);
}

fillSelect();
select.addEventListener("change", () => {
  show(select.value);
  if (!keep(select.value)) status.append(` ${region.dataset.notKept}`);
});
const kept = store.read();
// Its size may have changed since, with newer figures.
if (kept && places.has(kept.code)) keep(kept.code);
show(kept?.code ?? "");
region.hidden = false;
