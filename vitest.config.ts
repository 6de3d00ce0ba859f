import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Test files of a project: the folder test/<name>, and for `unit` everything that mirrors src. */
const project = (name: string, include: readonly string[], testTimeout = 20_000) => ({
  test: { name, include: [...include], testTimeout, hookTimeout: 60_000 },
});

const mirrored = [
  "diagnostics",
  "language",
  "model",
  "content",
  "markdown",
  "archive",
  "render",
  "search",
  "outputs",
  "build",
  "dev",
  "import",
  "editorial",
  "editing",
  "nomination",
  "browser",
  "cli",
  "state",
];

/** Small files that take long would otherwise come last, and one of the two workers would wait for the other. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /\/(kill|incremental\.property)\.test\.ts$/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Also on two cores: much of what tests do is waiting for a browser or another process.
    maxWorkers: 2,
    projects: [
      project("unit", [...mirrored.map((folder) => `test/${folder}/**/*.test.ts`), "test/*.test.ts"]),
      project("golden", ["test/golden/**/*.test.ts"], 60_000),
      project("property", ["test/property/**/*.test.ts"], 60_000),
      // Like e2e, these start a real browser.
      project("print", ["test/print/**/*.test.ts"], 180_000),
      project("e2e", ["test/e2e/**/*.test.ts"], 180_000),
    ],
  },
});
