import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const module = JSON.stringify(new URL("../../src/site/keep-heap-small.ts", import.meta.url).href);

/** Megabytes of the young generation before, right after, and when many objects have survived. */
const script = `
  import { getHeapSpaceStatistics } from "node:v8";
  import { keepHeapSmall } from ${module};
  const megabytes = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size / 2 ** 20;
  const sizes = [megabytes()];
  keepHeapSmall();
  sizes.push(megabytes());
  const survivors = Array.from({ length: 2_000_000 }, (_, index) => ({ index }));
  sizes.push(megabytes());
  console.log(JSON.stringify(sizes));
`;

it("gives young objects room at once, and no more of it later", () => {
  const program = ["--input-type=module", "--eval", script];
  const options = { cwd: fileURLToPath(new URL("../..", import.meta.url)), encoding: "utf8" } as const;
  const [before = 0, after = 0, later = 0] = JSON.parse(execFileSync(process.execPath, program, options)) as number[];
  expect(before).toBeLessThan(4);
  expect([after, later]).toEqual([8, 8]);
});
