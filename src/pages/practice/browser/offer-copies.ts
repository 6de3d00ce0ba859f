/* Buttons that copy: the citation, and the address of each section. */

/** Milliseconds for which a button says that it has done its work. */
const saidFor = 2000;

interface Copy {
  /** What is seen. */
  readonly label: string;
  /** What it does, where that is not seen. */
  readonly name?: string;
  readonly copied: string;
  readonly text: string;
}

/** @param cite the section of the citation, which has the words of the buttons */
export function offerCopies(cite: HTMLElement): void {
  const { copy, address, copied } = cite.dataset;
  // Browsers give the clipboard only to pages that came over a safe connection.
  if (!copy || !address || !copied || !navigator.clipboard) return;
  const citation = cite.querySelector("p");
  citation?.append(" ", createButton({ label: copy, copied, text: citation.textContent?.trim() ?? "" }));
  for (const heading of document.querySelectorAll<HTMLElement>(".section > h2[id]")) {
    const text = `${location.href.split("#", 1)[0]}#${heading.id}`;
    heading.append(" ", createButton({ label: "#", name: address, copied, text }));
  }
}

function createButton({ label, name, copied, text }: Copy): HTMLButtonElement {
  const button = document.createElement("button");
  const say = (words: string, ownName?: string): void => {
    button.textContent = words;
    if (ownName) button.setAttribute("aria-label", ownName);
    else button.removeAttribute("aria-label");
  };
  button.type = "button";
  button.className = "copy";
  button.ariaLive = "polite";
  say(label, name);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return;
    }
    say(copied);
    setTimeout(() => say(label, name), saidFor);
  });
  return button;
}
