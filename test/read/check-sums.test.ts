import { expect, it } from "vitest";
import { readMoney } from "../../src/core/language/money.ts";
import { checkSums } from "../../src/read/check-sums.ts";
import { validateFieldsFile } from "../../src/read/validate-fields-file.ts";
import { practice } from "../builders.ts";

const { value: table } = validateFieldsFile({
  path: "content/fields.yaml",
  text: "budget: {kind: money, parts: [own, external]}\nown: {kind: money}\nexternal: {kind: money}\n",
});

function check(budget: string, own: string, external = "") {
  const sums = Object.entries({ budget, own, external }).filter(([, written]) => written !== "");
  const stated = Object.fromEntries(sums.map(([name, written]) => [name, readMoney(written)]));
  return checkSums(table, practice({ id: "most", ...stated }));
}

it.each([
  ["make it", "312 000 лв.", "102 000 лв.", "210 000 лв."],
  ["make it at the fixed rate", "312 000 лв. (2018)", "52 151,77 €", "210 000 лв. (2018)"],
  ["make it but for rounding", "312 000 лв.", "102 000 лв.", "211 000 лв."],
  ["make it but for half of a hundredth", "312 000 лв.", "102 000 лв.", "211 560 лв."],
  ["make less by as much", "312 000 лв.", "102 000 лв.", "208 440 лв."],
  ["make a small sum but for one", "100 лв.", "51 лв.", "50 лв."],
  ["are of different years", "312 000 лв. (2018)", "102 000 лв. (2016)", "1 лв."],
  ["are in a currency that is not exchanged", "312 000 лв.", "USD 60000", "1 лв."],
  ["are less than it and not all stated", "312 000 лв.", "102 000 лв.", ""],
])("parts of a sum that %s are right", (_, budget, own, external) => {
  expect(check(budget, own, external)).toEqual([]);
});

it.each([
  ["make less", "102 000 лв.", "200 000 лв.", "302000 BGN"],
  ["make more", "102 000 лв.", "230 000 лв.", "332000 BGN"],
  ["make less at the fixed rate", "€ 50000", "200 000 лв.", "297791.5 BGN"],
  ["are more than it without all being stated", "320 000 лв.", "", "320000 BGN"],
])("parts of a sum that %s are found, with what they make", (_, own, external, sum) => {
  expect(check("312 000 лв.", own, external)).toMatchObject([
    {
      code: "front-matter/sum-differs",
      parameters: { field: "budget", total: "312000 BGN", sum },
      location: { field: ["budget"] },
    },
  ]);
});

it.each([
  ["312 000 лв.", "102 000 лв.", "211 561 лв."],
  ["312 000 лв.", "102 000 лв.", "208 439 лв."],
  ["100 лв.", "51 лв.", "50,01 лв."],
  ["312 000 лв.", "313 561 лв.", ""],
])("rounding does not explain %s of %s and “%s”", (budget, own, external) => {
  expect(check(budget, own, external)).toHaveLength(1);
});
