import { afterEach, expect, it } from "vitest";
import { runs } from "../../setup/soak.ts";
import { killAgainAndAgain } from "./kill.ts";
import { endServeProcesses, siteRoot } from "./serve-process.ts";

afterEach(endServeProcesses);

const kills = runs(4, 300);

it(`loses no vote and counts none twice over ${kills} kills without warning under load`, async () => {
  const report = await killAgainAndAgain(siteRoot(), kills);
  expect(report).toMatchObject({ lost: 0, double: 0, fault: "", confirmed: report.sent });
  // The kills did hit ballots that were under way.
  expect(report.interrupted).toBeGreaterThan(kills);
});
