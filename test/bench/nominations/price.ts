import { pbkdf2Sync, scryptSync } from "node:crypto";
import { workAt } from "../../../src/nomination/captcha/work.ts";
import { networksAround } from "../../../src/nomination/network.ts";
import { maxLevel, refuseVote, type Shares } from "../../../src/nomination/price.ts";

/*
 * What cheating costs: the processor time of one key of each kind, natively, and from it the cheapest way to votes for one practice
 * on one day. Every vote takes the door and the address that is cheapest then; the attacker asks for challenges early, so that
 * each is as cheap as the rule allows, and a program reads the code.
 *
 *   npx node test/bench/nominations/price.ts
 */

const shares: Shares = { household: 5, office: 60 };
/** Processor seconds that a classifier takes for a spoken code. */
const codeSeconds = 0.062;

function secondsOf(work: () => unknown, runs: number): number {
  for (let run = 0; run < 5; run++) work();
  const begun = process.cpuUsage();
  for (let run = 0; run < runs; run++) work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6 / runs;
}

/** Processor seconds of a key, by algorithm. */
const keySeconds = {
  "PBKDF2/SHA-256": secondsOf(() => pbkdf2Sync("password", "salt", workAt(0).cost, 32, "sha256"), 400),
  SCRYPT: secondsOf(() => scryptSync("password", "salt", 32, { N: workAt(2).cost, r: 8, p: 1 }), 200),
};
const priceOf = (level: number): number => workAt(level).averageKeys * keySeconds[workAt(level).algorithm];

interface Price {
  readonly votes: number;
  readonly seconds: number;
  readonly last: number;
}

/** @param addresses where the attacker can send from, one in each network that counts for itself */
function priceOfVotes(addresses: readonly string[], wanted: number): Price {
  const used = new Map<string, number>();
  let [seconds, last] = [0, 0];
  for (let votes = 0; votes < wanted; votes++) {
    let best: { cost: number; keys: readonly string[] } | undefined;
    for (const address of addresses) {
      for (const kind of ["code", "work"] as const) {
        const counted = networksAround(address).map(({ name, households, offices }) => ({
          key: `${kind} ${name}`,
          used: used.get(`${kind} ${name}`) ?? 0,
          shares: { household: shares.household * households, office: shares.office * offices },
        }));
        const level = Array.from({ length: maxLevel + 1 }, (_, at) => at).find(
          (at) => refuseVote({ kind, level: at }, counted) === undefined,
        );
        if (level === undefined) continue;
        const cost = kind === "code" ? codeSeconds : priceOf(level);
        if (!best || cost < best.cost) best = { cost, keys: counted.map(({ key }) => key) };
      }
      if (best?.cost === codeSeconds) break;
    }
    if (!best) return { votes, seconds, last };
    for (const key of best.keys) used.set(key, (used.get(key) ?? 0) + 1);
    seconds += best.cost;
    last = best.cost;
  }
  return { votes: wanted, seconds, last };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const places: Readonly<Record<string, readonly string[]>> = {
  "one IPv4 address": ["192.0.2.1"],
  "one IPv4 /24": range(254).map((host) => `192.0.2.${host + 1}`),
  "100 addresses in 100 /16": range(100).map((net) => `${net + 1}.7.0.1`),
  "one IPv6 /48": range(256).map((net) => `2001:db8:12:${net.toString(16)}00::1`),
};

console.log(
  `keys: PBKDF2 ${(keySeconds["PBKDF2/SHA-256"] * 1000).toFixed(2)} ms, scrypt ${(keySeconds.SCRYPT * 1000).toFixed(2)} ms`,
);
for (let level = 0; level <= maxLevel; level++) console.log(`level ${level}: ${priceOf(level).toFixed(2)} s`);
for (const [place, addresses] of Object.entries(places)) {
  const { votes, seconds, last } = priceOfVotes(addresses, 1_000);
  console.log(`${place}: ${votes} votes ${seconds.toFixed(0)} s; the last ${last.toFixed(2)} s`);
}
