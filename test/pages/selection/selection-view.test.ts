import { expect, it } from "vitest";
import { mostPractices } from "../../../src/pages/selection/browser/selection.ts";
import { mostSelected } from "../../../src/pages/selection/selection-view.ts";

it("a page says as many practices as its script takes", () => {
  expect(mostSelected).toBe(mostPractices);
});
