import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lockBuilds } from "../../../src/site/writer/build-lock.ts";
import { useFolder } from "../../use-folder.ts";

const folder = useFolder();
const state = () => join(folder(), ".praktika");
const lock = new URL("../../../src/site/writer/build-lock.ts", import.meta.url).href;

/** A process that takes the lock and keeps it until it is killed. */
async function startHolder() {
  const script = `import { lockBuilds } from ${JSON.stringify(lock)};
await lockBuilds(${JSON.stringify(state())}, () => console.log("waits"));
console.log("has it");
setInterval(() => undefined, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(holder.stdout, "data");
  return { holder, said: String(said).trim() };
}

it("goes from one build to the next, which waits", async () => {
  const order: string[] = [];
  const first = await lockBuilds(state(), () => order.push("first waits"));
  const second = lockBuilds(state(), () => {
    order.push("second waits");
    first();
  });
  (await second)();
  expect(order).toEqual(["second waits"]);
  (await lockBuilds(state(), () => order.push("third waits")))();
  expect(order).toEqual(["second waits"]);
});

it("is gone with a process that was killed, whatever it left behind", async () => {
  const { holder, said } = await startHolder();
  expect(said).toBe("has it");
  const ended = once(holder, "exit");
  const waits: string[] = [];
  const taking = lockBuilds(state(), () => {
    waits.push("waits");
    holder.kill("SIGKILL");
  });
  (await taking)();
  await ended;
  expect(waits).toEqual(["waits"]);
});

it("says what the system says where there can be none", async () => {
  const file = join(folder(), "archive");
  writeFileSync(file, "");
  await expect(lockBuilds(join(file, ".praktika"), () => undefined)).rejects.toThrow("ENOTDIR");
  rmSync(file);
});
