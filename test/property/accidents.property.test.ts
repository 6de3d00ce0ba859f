import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSoak, runs } from "../setup/soak.ts";
import { isPossible, Patient, type Trial, tryAll, ways } from "./accidents.ts";
import { type Accident, placesOf } from "./cut-off.ts";

/*
 * Whatever cuts a build off, at whichever operation of the file system: the next build makes what a clean build makes. `npm test`
 * tries a sample of the operations, `npm run soak` every one.
 */

/** What was wrong, with the accident that led to it. */
const complain = ({ name, wrong }: Trial): readonly string[] => wrong.map((what) => `${name}: ${what}`);

describe.each(ways)("a build that is cut off: %s", (way) => {
  let patient: Patient;

  beforeAll(async () => {
    if (!isPossible(way)) return;
    patient = new Patient(way, isSoak ? "full" : "pages");
    await patient.prepare();
  });

  afterAll(() => patient?.remove());

  it("is made good by the next, in this process", async ({ skip }) => {
    skip(!isPossible(way), "there is no second file system here that can be written");
    const wrong: string[] = [];
    let tried = 0;
    for await (const trial of tryAll(patient, { every: runs(40, 1), follows: runs(1, 6) })) {
      wrong.push(...complain(trial));
      tried++;
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(3);
  });

  it("is made good by the next when the process is really killed, or somebody presses Ctrl+C", async ({ skip }) => {
    skip(!isPossible(way), "there is no second file system here that can be written");
    const wrong: string[] = [];
    const operations = await patient.listOperations();
    const sample = (accident: Accident, every: number): readonly (readonly [Accident, number])[] =>
      placesOf(accident, operations).flatMap((at, index) => (index % every === every >> 1 ? [[accident, at]] : []));
    // In the middle of all operations; what a sample of the others leaves behind is tried above.
    const few = runs(operations.length, 1);
    for (const [accident, at] of [...sample("kill", few), ...sample("interrupt", few)])
      wrong.push(...complain(await patient.try({ accident, at, isReal: true, follows: runs(1, 2) })));
    expect(wrong).toEqual([]);
  });
});
