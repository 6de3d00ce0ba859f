import { type PracticeJsonLd, readCitedPractice } from "../citation/citation.ts";
import { citationFormats } from "../citation/formats.ts";
import { offerCopies } from "./offer-copies.ts";

/*
 * The links to citations lead to files with all practices of the archive. Here each gets the one of this page, made of what the head of the
 * page says.
 */

const id = document.querySelector<HTMLElement>("[data-practice]")?.dataset.practice;
const jsonLd = document.querySelector('script[type="application/ld+json"]')?.textContent;

if (id && jsonLd) {
  const practice = readCitedPractice(id, JSON.parse(jsonLd) as PracticeJsonLd);
  for (const { mediaType, compose } of Object.values(citationFormats)) {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[type="${mediaType}"]`))
      link.href = URL.createObjectURL(new Blob([...compose([practice])], { type: mediaType }));
  }
}

const cite = document.querySelector<HTMLElement>(".cite");
if (cite) offerCopies(cite);
