import { request } from "./request.ts";

/**
 * Takes the form out of the endpoint's page. Its addresses, which are relative to that page, become full ones. Rejects if
 * the page is not such a form, or one that needs another's script.
 */
export async function fetchForm(link: HTMLAnchorElement): Promise<HTMLFormElement> {
  const form = await request(link.href, { headers: { Accept: "text/html" } }, async (reply) => {
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    return reply.ok ? page.querySelector<HTMLFormElement>("form[data-ballot]") : null;
  });
  if (form?.dataset.kind !== "code") throw new Error("not the form");
  for (const name of ["href", "src", "action"]) {
    for (const element of form.querySelectorAll(`[${name}]`))
      element.setAttribute(name, new URL(element.getAttribute(name) as string, link.href).href);
  }
  return document.adoptNode(form);
}

/** The full address of something that the endpoint names, such as `/api/challenges`. */
export function endpointAddress(link: HTMLAnchorElement, address: string): string {
  const endpoint = link.href.replace(/nominate\/[^/]*$/, "");
  return new URL(address.replace(/^\//, ""), endpoint).href;
}
