import { expect, it } from "vitest";
import { maxPractices } from "../../../src/pages/selection/browser/selection.ts";
import { maxSelected } from "../../../src/pages/selection/selection-view.ts";

it("a page says as many practices as its script takes", () => {
  expect(maxSelected).toBe(maxPractices);
});
