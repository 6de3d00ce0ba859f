import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tokenTtlSeconds } from "../../../src/core/protocol.ts";
import { createKeyRing } from "../../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../../src/nomination/node/node-primitives.ts";
import { sealAddress } from "../../../src/nomination/token.ts";
import { endServeProcesses, siteRoot, startServe } from "../../nomination/faults/serve-process.ts";
import { benchOrigin, benchPractices, benchSecret, prepareRequests } from "./ballots.ts";
import { sendLoad } from "./load.ts";

/*
 * How long ballots take while one client asks for sounds without end, each another one, over four connections; and without it,
 * in turn. `npx node test/bench/nominations/sounds.ts [rounds]`
 */

const rounds = Number(process.argv[2] ?? 7);
const root = siteRoot();
writeFileSync(join(root, "dist", "nominees.json"), JSON.stringify(benchPractices));
const server = await startServe(root, {
  settings: {
    PRAKTIKA_SECRET: benchSecret,
    PRAKTIKA_SITE_URL: benchOrigin,
    PRAKTIKA_QUOTA_PRACTICE: "999999",
    PRAKTIKA_QUOTA_NETWORK: "999999",
  },
});
const port = Number(new URL(server.url).port);
const keys = await createKeyRing([benchSecret], nodePrimitives);

async function soundAddress(): Promise<string> {
  const expiresAt = Math.floor(Date.now() / 1000) + tokenTtlSeconds;
  const challenge = {
    practice: "practice-1",
    kind: "code" as const,
    level: 0,
    nonce: nodePrimitives.random(16),
    expiresAt,
  };
  return `${server.url}/api/challenges/${await sealAddress(challenge, keys, nodePrimitives)}.wav?lang=bg`;
}

/** Another process, so that what it does is none of the ballots' waiting: takes addresses from a file, over four connections, until it is killed. */
const asker = `
const addresses = require("node:fs").readFileSync(process.argv[1], "utf8").split("\\n");
const ask = async () => { for (let next; (next = addresses.pop()); ) await fetch(next).then((answer) => answer.arrayBuffer()); };
for (let at = 0; at < 4; at++) ask();
`;

async function askWithoutEnd(): Promise<ChildProcess> {
  const addresses = await Promise.all(Array.from({ length: 3_000 }, soundAddress));
  const file = join(root, "addresses.txt");
  writeFileSync(file, addresses.join("\n"));
  return spawn(process.execPath, ["-e", asker, file], { stdio: "inherit" });
}

async function p99(): Promise<number> {
  const { latencies, statuses } = await sendLoad(port, await prepareRequests(1_000), 8, 100);
  if (statuses.size !== 1 || !statuses.has("201")) throw new Error(`${[...statuses]}`);
  return latencies[Math.floor(latencies.length * 0.99)] ?? 0;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const [without, beside, ratios]: [number[], number[], number[]] = [[], [], []];
await p99();
for (let round = 0; round < rounds; round++) {
  const quiet = await p99();
  const asking = await askWithoutEnd();
  const loud = await p99();
  asking.kill();
  without.push(quiet);
  beside.push(loud);
  ratios.push(loud / quiet);
}
console.log(
  `p99 of ballots, 100 a second: ${median(without).toFixed(1)} ms; beside sounds without end ${median(beside).toFixed(1)} ms; ` +
    `ratio ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(1)).join(" ")})`,
);
await endServeProcesses();
process.exit(0);
