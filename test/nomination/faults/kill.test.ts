import { expect, it } from "vitest";
import { killAgainAndAgain } from "./kill.ts";
import { siteRoot } from "./serve-process.ts";

it("loses no vote and counts none twice over 100 kills without warning under load", async () => {
  const report = await killAgainAndAgain(siteRoot(), 100);
  expect(report).toMatchObject({ lost: 0, double: 0, fault: "", confirmed: report.sent });
  // The kills did hit ballots that were under way.
  expect(report.interrupted).toBeGreaterThan(100);
}, 600_000);
