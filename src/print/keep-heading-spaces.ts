import type { Page } from "playwright-core";

/**
 * Keeps the spaces of headings for the outline of a PDF: Chromium leaves out those at which a line ends, and joins two words
 * into one. Behind each space stands something without width, held to its word, so that no space is the last of its line. A word
 * too long for a line is left as it is, for it has to break.
 */
export async function keepHeadingSpaces(page: Page): Promise<void> {
  await page.evaluate(`(${separateWords})("h1, h2, h3, h4, h5")`);
}

// As text: the program itself has no types of the browser.
const separateWords = `(headings) => {
  const longest = 20;
  for (const heading of document.querySelectorAll(headings)) {
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of found) {
      const words = text.data.split(/(?<=[ \\n])(?=[^ \\n])/);
      const last = words.pop() ?? "";
      text.replaceWith(...words.map((word) => {
        if (word.length > longest) return word;
        const whole = document.createElement("span");
        whole.style.whiteSpace = "nowrap";
        const gap = document.createElement("span");
        gap.style.display = "inline-block";
        whole.append(word, gap);
        return whole;
      }), last);
    }
  }
}`;
