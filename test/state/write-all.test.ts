import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeAll } from "../../src/state/write-all.ts";

it("goes on where the file is, or writes where it is told", () => {
  const path = join(mkdtempSync(join(tmpdir(), "praktika-write-")), "file");
  const file = openSync(path, "wx");
  writeAll(file, Buffer.from("един "));
  writeAll(file, Buffer.from("два"));
  writeAll(file, Buffer.from("ЕДИН"), 0);
  closeSync(file);
  expect(readFileSync(path, "utf8")).toBe("ЕДИН два");
});

it.runIf(existsSync("/dev/full"))("says so when the disk is full", () => {
  const file = openSync("/dev/full", "w");
  expect(() => writeAll(file, Buffer.from("x"))).toThrow("ENOSPC");
  closeSync(file);
});
