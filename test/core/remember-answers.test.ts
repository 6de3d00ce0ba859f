import { expect, it } from "vitest";
import { rememberAnswers } from "../../src/core/remember-answers.ts";

it("asks once for each text, also where the answer is that there is none", () => {
  const asked: string[] = [];
  const lengthOfWord = rememberAnswers((text) => {
    asked.push(text);
    return text.includes(" ") ? undefined : text.length;
  });
  expect(["мост", "два моста", "мост", "два моста"].map(lengthOfWord)).toEqual([4, undefined, 4, undefined]);
  expect(asked).toEqual(["мост", "два моста"]);
});
