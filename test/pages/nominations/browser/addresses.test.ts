import { describe, expect, it } from "vitest";
import { endpointAddress } from "../../../../src/pages/nominations/browser/fetch-form.ts";
import { receiptAddress } from "../../../../src/pages/nominations/browser/receipts.ts";

/** As much of a link as these functions look at. */
const linkTo = (href: string) => ({ href, search: new URL(href).search }) as HTMLAnchorElement;

describe("an address that the endpoint names", () => {
  it("is below the endpoint, wherever that is", () => {
    const address = "/api/challenges/TOKEN.png";
    expect(endpointAddress(linkTo("https://archive.example.org/nominate/edno-gishe?lang=bg"), address)).toBe(
      "https://archive.example.org/api/challenges/TOKEN.png",
    );
    expect(endpointAddress(linkTo("https://votes.example.org/bg/nominate/edno-gishe?lang=en"), address)).toBe(
      "https://votes.example.org/bg/api/challenges/TOKEN.png",
    );
  });

  it("is found for a practice whose id is nominate, too", () => {
    expect(endpointAddress(linkTo("https://archive.example.org/nominate/nominate?lang=bg"), "/api/nominations")).toBe(
      "https://archive.example.org/api/nominations",
    );
  });

  it("stays what it is if it is a full one", () => {
    const link = linkTo("https://archive.example.org/nominate/edno-gishe?lang=bg");
    for (const address of ["mailto:archive@example.org", "https://other.example.org/bg/privacy/"])
      expect(endpointAddress(link, address)).toBe(address);
  });
});

it("a receipt is checked at the address of the form, in its language, without the practice", () => {
  const link = linkTo("https://votes.example.org/bg/nominate/edno-gishe?lang=en");
  expect(receiptAddress(link)).toBe("https://votes.example.org/bg/nominate?lang=en");
});
