/*
 * Forwards an address of the old archive: on the page that lists them, to the practice; on the page for addresses that are not
 * there, to that list.
 */
import { languageOfOldAddress, parseOldAddress } from "../../../archive/old-address.ts";

const own = document.currentScript;
const address = parseOldAddress(location.search);
const list = own?.getAttribute("data-list");

if (address && list) location.replace(list + location.search + hashOfLanguage());
else if (address) forward(address.kind, address.key);

function forward(kind: string, key: string): void {
  const row = document.querySelector(`[data-old="${kind}-${key}"]`);
  // What was written before the list remembers the language; here it is in the address, or in what led here.
  const language = languageOfOldAddress(location.pathname) ?? location.hash.slice(1);
  const link =
    row?.querySelector<HTMLAnchorElement>(`a[hreflang="${CSS.escape(language)}"]`) ?? row?.querySelector("a");
  if (link) location.replace(link.href);
  else document.querySelector("[data-unknown]")?.removeAttribute("hidden");
}

function hashOfLanguage(): string {
  const language = languageOfOldAddress(location.pathname);
  return language ? `#${language}` : "";
}
