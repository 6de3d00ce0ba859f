/*
 * On a list of one subject: a filter leads to the search, which joins it with what the list is of. Without script it leads to the list of that
 * value alone.
 */

const filters = document.querySelector<HTMLElement>("[data-narrow]");

for (const link of filters?.querySelectorAll<HTMLAnchorElement>("[data-key]") ?? []) {
  const address = new URL(filters?.dataset.narrow ?? "", location.href);
  const facet = link.closest<HTMLElement>("[data-facet]")?.dataset.facet ?? "";
  address.searchParams.set(filters?.dataset.shared ?? "", filters?.dataset.sharedKey ?? "");
  address.searchParams.set(facet, link.dataset.key ?? "");
  link.href = address.href;
}
