/*
 * On pages of a site whose nominations have days: outside them there is no link, whenever the page was built. The page says the days beside it.
 */

const { opens = "", closes = "" } = (document.currentScript as HTMLScriptElement).dataset;

// A day that is none makes neither comparison true.
if (Date.now() < Date.parse(opens) || Date.now() >= Date.parse(closes))
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-nominate]")) link.style.display = "none";
