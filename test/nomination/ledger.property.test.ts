import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogRow } from "../../src/core/protocol.ts";
import { type Changes, decide, type Loaded, spentKey, type Touched, touchedBy } from "../../src/nomination/ledger.ts";
import { sha256Hex } from "../../src/nomination/node/node-primitives.ts";
import type { Recorded, StoreEntry } from "../../src/nomination/store.ts";
import { chain, emptyHead, recount } from "../../src/nomination/vote-log.ts";
import { runs } from "../setup/soak.ts";
import { ballot, oldCount, revocation } from "./stores/ballots.ts";

/** A store in memory that keeps to the letter of the contract: it gives `decide` only what was named as touched. */
class ModelStore {
  readonly rows: LogRow[] = [];
  readonly spent = new Map<string, number>();
  readonly counts = new Map<string, number>();
  readonly used = new Map<string, { readonly day: string; readonly votes: number }>();

  record(entries: readonly StoreEntry[]): readonly Recorded[] {
    const { results, changes } = decide(entries, this.#load(touchedBy(entries)));
    this.#apply(changes);
    return results;
  }

  get head() {
    const last = this.rows.at(-1);
    return last ? { size: last.sequence, root: last.hash } : emptyHead;
  }

  #load({ practices, spent, networks }: Touched): Loaded {
    const among = <Value>(keys: readonly string[], all: ReadonlyMap<string, Value>) =>
      new Map(keys.flatMap((key) => (all.has(key) ? [[key, all.get(key) as Value]] : [])));
    return {
      head: this.head,
      counts: among(practices, this.counts),
      spent: among(spent, this.spent),
      used: new Map([...among(networks, this.used)].map(([key, { votes }]) => [key, votes])),
    };
  }

  #apply({ entries, spent, counts, used }: Changes): void {
    for (const { key, sequence } of spent) {
      // The unique key of the real stores.
      if (this.spent.has(key)) throw new Error(`spent twice: ${key}`);
      this.spent.set(key, sequence);
    }
    this.rows.push(...chain(entries, this.head, sha256Hex));
    for (const [practice, votes] of counts) this.counts.set(practice, votes);
    for (const [network, usage] of used) this.used.set(network, usage);
  }
}

const practices = ["a", "b", "__proto__"] as const;
const nonce = fc.integer({ min: 0, max: 11 });
/** A nonce belongs to one practice, as its token says. */
const practiceOf = (number: number): string => practices[number % practices.length] as string;
const limits = { household: 2, office: 3 };

const entry: fc.Arbitrary<StoreEntry> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        number: nonce,
        purpose: fc.constantFrom("vote", "vote", "spoil"),
        network: fc.constantFrom("x", "y", "z"),
        kind: fc.constantFrom("code", "work", "hosted"),
        level: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ number, ...ballotOf }) =>
        ballot(String(number), { practice: practiceOf(number), ...ballotOf, ...limits }),
      ),
  },
  { weight: 2, arbitrary: nonce.map((number) => revocation(String(number), practiceOf(number))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 50 }))
      .map(([source, amount]) => oldCount(`source ${source}`, amount, practiceOf(source))),
  },
);
const often = { numRuns: runs(200, 10_000) };
const entries = fc.array(entry, { maxLength: 60 });
const cuts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 });

/** Records entries in groups of the given sizes, again and again from the first size. */
function recordInGroups(store: ModelStore, all: readonly StoreEntry[], sizes: readonly number[]): Recorded[] {
  const results: Recorded[] = [];
  for (let from = 0, group = 0; from < all.length; group++) {
    const size = sizes[group % sizes.length] ?? 1;
    results.push(...store.record(all.slice(from, from + size)));
    from += size;
  }
  return results;
}

describe("decide", () => {
  it("gives the same results and the same log in any groups as one entry at a time", () => {
    fc.assert(
      fc.property(entries, cuts, (all, sizes) => {
        const [alone, grouped] = [new ModelStore(), new ModelStore()];
        const expected = all.map((one) => alone.record([one])[0]);
        expect(recordInGroups(grouped, all, sizes)).toEqual(expected);
        expect(grouped.rows).toEqual(alone.rows);
        expect(grouped.counts).toEqual(alone.counts);
        expect(grouped.spent).toEqual(alone.spent);
        expect(grouped.used).toEqual(alone.used);
      }),
      often,
    );
  });

  it("keeps a log that a recount agrees with, row for row", () => {
    fc.assert(
      fc.property(entries, cuts, (all, sizes) => {
        const store = new ModelStore();
        recordInGroups(store, all, sizes);
        const { head, counts, fault } = recount(store.rows, sha256Hex);
        expect(fault).toBeUndefined();
        expect(head).toEqual(store.head);
        expect(counts).toEqual(store.counts);
      }),
      often,
    );
  });

  it("counts each nonce, revocation and import at most once, and never what was spoiled", () => {
    fc.assert(
      fc.property(entries, cuts, (all, sizes) => {
        const store = new ModelStore();
        recordInGroups(store, all, sizes);
        const keys = store.rows.map(({ kind, commitment }) => spentKey(kind, commitment));
        expect(new Set(keys)).toHaveLength(keys.length);
        for (const row of store.rows) expect(store.spent.get(spentKey(row.kind, row.commitment))).toBe(row.sequence);
        for (const practice of practices) {
          const nonces = all.filter((one) => "purpose" in one && one.purpose === "vote" && one.practice === practice);
          const imported = store.rows.filter((row) => row.kind === "import" && row.practice === practice);
          const most = new Set(nonces.map(({ commitment }) => commitment)).size;
          const old = imported.reduce((sum, { amount }) => sum + amount, 0);
          const count = store.counts.get(practice) ?? 0;
          expect(count).toBeGreaterThanOrEqual(old);
          expect(count).toBeLessThanOrEqual(old + most);
        }
      }),
      often,
    );
  });

  it("counts what comes from a network, and refuses what it has not paid for", () => {
    fc.assert(
      fc.property(entries, cuts, (all, sizes) => {
        const store = new ModelStore();
        const results = recordInGroups(store, all, sizes);
        const used = new Map<string, number>();
        for (const [index, one] of all.entries()) {
          const outcome = results[index]?.outcome ?? "";
          if (!("purpose" in one) || ["already-counted", "already-spent"].includes(outcome)) continue;
          const before = used.get(one.networks[0]?.key ?? "") ?? 0;
          // Shares of 2 and 3, and one vote more for those who worked meanwhile.
          const isQuota = one.kind !== "work" && before >= (one.kind === "code" ? 2 : 3);
          const price = before < 3 ? 0 : before < 4 ? 1 : 1 + Math.floor((before - 1) / 3);
          const isPrice = one.kind === "work" && one.level < price;
          expect([outcome === "quota", outcome === "price"]).toEqual([isQuota, isPrice]);
          if (!isQuota && !isPrice) used.set(one.networks[0]?.key ?? "", before + 1);
        }
        expect(new Map([...store.used].map(([key, { votes }]) => [key, votes]))).toEqual(used);
      }),
      often,
    );
  });

  it("answers a ballot that comes again with what became of it", () => {
    fc.assert(
      fc.property(entries, entry, (all, last) => {
        const store = new ModelStore();
        store.record(all);
        const [first] = store.record([last]);
        const rows = store.rows.length;
        const [again] = store.record([last]);
        expect(store.rows).toHaveLength(rows);
        switch (first?.outcome) {
          case "counted":
          case "already-counted":
            expect(again).toEqual({ ...first, outcome: "already-counted" });
            break;
          case "spoiled":
            expect(again).toEqual({ outcome: "already-spent" });
            break;
          default:
            expect(again).toEqual(first);
        }
      }),
      often,
    );
  });

  it("changes nothing it was given", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const loaded = { head: emptyHead, counts: new Map(), spent: new Map(), used: new Map() };
        const before = structuredClone({ all, loaded });
        decide(all, loaded);
        expect({ all, loaded }).toEqual(before);
      }),
      often,
    );
  });
});
