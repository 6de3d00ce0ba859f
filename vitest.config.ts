import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Time limits end a test that hangs; no test may measure the machine by them. */
const limitMs = 300_000;

/** Test files by project: the folder test/<name>, and for `unit` everything that mirrors src. Browsers come first. */
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

/** The files of more than ten seconds, the longest first, as measured on two cores; needed where no earlier run has left its times. */
const longest = [
  "e2e/accessibility",
  "e2e/nominate",
  "e2e/offline",
  "e2e/search",
  "e2e/nominate-faults",
  "e2e/selection-faults",
  "e2e/dev",
  "e2e/selection-look",
  "e2e/selection",
  "e2e/nominate-look",
  "e2e/look",
  "e2e/booklets",
  "e2e/html",
  "e2e/links",
  "e2e/print",
  "print/sheets/print-sheets",
  "print/book/print-book",
  "property/incremental.property",
  "property/live-site.property",
  "golden/diagnostics",
  "golden/mistakes",
  "golden/determinism",
  "nomination/entries/node",
  "nomination/faults/faults",
  "nomination/faults/kill",
  "nomination/stores/postgres-store",
  "nomination/stores/sqlite-store",
].map((name) => `/test/${name}.test.ts`);

/**
 * Workers go from file to file of one project, so projects come one after the other; within each the longest files come first, so
 * that no worker waits long for the other at the end.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = Object.keys(projects);
    const rankOf = ({ moduleId, project }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(name));
      return order.indexOf(project.name) * longest.length + (place < 0 ? longest.length - 1 : place);
    };
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    globalSetup: "test/setup/whole-run.ts",
    sequence: { sequencer: LongestFirst },
    // Also on two cores: much of what tests do is waiting for a browser or another process. Measured on two: 264 s by two, 240 by three.
    maxWorkers: 3,
    teardownTimeout: 60_000,
    projects: Object.entries(projects).map(([name, include]) => ({
      test: {
        name,
        include: [...include],
        exclude: name === "unit" ? special : [],
        setupFiles: "test/setup/each-file.ts",
        // Node loads the sources as they are, as it does for readers; no test replaces a module.
        experimental: { viteModuleRunner: false, nodeLoader: false },
        // Loading the program anew for each file took longer than most files' tests.
        isolate: false,
        testTimeout: limitMs,
        hookTimeout: limitMs,
        expect: { poll: { timeout: 120_000 } },
      },
    })),
  },
});
