import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Time limits end a test that hangs; no test may measure the machine by them. */
const limitMs = 300_000;

/** Test files by project: the folder test/<name>, and for `unit` everything that mirrors src. The longest come first. */
const projects: Readonly<Record<string, readonly string[]>> = {
  e2e: ["test/e2e/**/*.test.ts"],
  // Like e2e, these need a browser.
  print: ["test/print/**/*.test.ts"],
  property: ["test/property/**/*.test.ts"],
  golden: ["test/golden/**/*.test.ts"],
  unit: ["test/**/*.test.ts"],
};

/** What has a project of its own is no unit test. */
const special = Object.entries(projects).flatMap(([name, include]) => (name === "unit" ? [] : include));

/**
 * Workers go from file to file of one project, so projects come one after the other; within each the files that took longest in
 * the last run come first, so that no worker waits long for the other at the end.
 */
class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = Object.keys(projects);
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => order.indexOf(a.project.name) - order.indexOf(b.project.name));
  }
}

export default defineConfig({
  test: {
    globalSetup: "test/setup/whole-run.ts",
    sequence: { sequencer: ByProject },
    // Also on two cores: much of what tests do is waiting for a browser or another process.
    maxWorkers: 2,
    teardownTimeout: 60_000,
    projects: Object.entries(projects).map(([name, include]) => ({
      test: {
        name,
        include: [...include],
        exclude: name === "unit" ? special : [],
        setupFiles: "test/setup/each-file.ts",
        // Loading the program anew for each file took longer than most files' tests.
        isolate: false,
        testTimeout: limitMs,
        hookTimeout: limitMs,
        expect: { poll: { timeout: 120_000 } },
      },
    })),
  },
});
