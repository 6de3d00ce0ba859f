import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogRow } from "../../../src/core/protocol.ts";
import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { SqliteStore } from "../../../src/nomination/node/sqlite-store.ts";
import type { Recorded, StoreEntry, VoteStore } from "../../../src/nomination/store.ts";
import { emptyHead, recount } from "../../../src/nomination/vote-log.ts";
import { ballot, ballots, oldCount, revocation, today, tomorrow } from "./ballots.ts";

/** An empty store of which the tables are not there yet. */
export interface OpenedStore {
  readonly store: VoteStore;
  /** Another connection to the same votes. */
  second(): Promise<VoteStore>;
  /** Closes everything and opens the same votes again. */
  reopen(): Promise<VoteStore>;
  /** Runs SQL past the store; rejects if the database refuses it. */
  tamper(sql: string): Promise<void>;
  close(): Promise<void>;
}

const day = (number: number): string => `2026-11-${number}`;
const salt = (byte: number) => new Uint8Array(32).fill(byte);
const outcomes = (results: readonly Recorded[]): string[] => results.map(({ outcome }) => outcome);
const tally = (results: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const result of results) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
};

/** What every store has to do, wherever it keeps the votes. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore;
    let store: VoteStore;

    const recordOne = async (entry: StoreEntry, to = store): Promise<Recorded> => {
      const [result] = await to.record([entry]);
      return result as Recorded;
    };
    /** Sends each entry alone and all at once, in turn through each of the connections. */
    const recordAtOnce = (entries: readonly StoreEntry[], connections: readonly VoteStore[]) =>
      Promise.all(entries.map((entry, index) => recordOne(entry, connections[index % connections.length])));
    const allRows = () => store.rows(1, 100_000);
    const recounted = async () => recount(await allRows(), sha256Hex, await store.head());
    const countOf = async (practice = "edno-gishe") => (await store.counts([practice])).get(practice);

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
      await store.migrate();
    });
    afterEach(() => opened.close());

    describe("votes", () => {
      it("counts a vote and says its place and the count", async () => {
        expect(await recordOne(ballot("first"))).toEqual({ outcome: "counted", sequence: 1, count: 1 });
        expect(await recordOne(ballot("second"))).toEqual({ outcome: "counted", sequence: 2, count: 2 });
        expect(await recordOne(ballot("third", { practice: "other" }))).toEqual({
          outcome: "counted",
          sequence: 3,
          count: 1,
        });
      });

      it("records nothing when nothing is sent", async () => {
        expect(await store.record([])).toEqual([]);
        expect(await store.head()).toEqual(emptyHead);
      });

      it("tells the place of a ballot that comes again, and the count of now", async () => {
        await recordOne(ballot("first"));
        await recordOne(ballot("second"));
        expect(await recordOne(ballot("first"))).toEqual({ outcome: "already-counted", sequence: 1, count: 2 });
      });

      it("counts a ballot once that comes 32 times at once", async () => {
        const results = await recordAtOnce(Array(32).fill(ballot("same")), [store]);
        expect(tally(outcomes(results))).toEqual({ counted: 1, "already-counted": 31 });
        expect(await countOf()).toBe(1);
      });

      it("counts a ballot once that comes 32 times at once through two connections", async () => {
        const results = await recordAtOnce(Array(32).fill(ballot("same")), [store, await opened.second()]);
        expect(tally(outcomes(results))).toEqual({ counted: 1, "already-counted": 31 });
        expect(await countOf()).toBe(1);
      });

      it("counts a ballot once that comes 32 times in one group", async () => {
        const results = await store.record(Array(32).fill(ballot("same")));
        expect(tally(outcomes(results))).toEqual({ counted: 1, "already-counted": 31 });
      });

      it("counts 200 ballots that come at once through two connections, in a log without gaps", async () => {
        const entries = [...ballots(100, "one"), ...ballots(100, "two", { practice: "other" })];
        // Twenty requests of ten ballots each, all on their way together.
        const groups = Array.from({ length: 20 }, (_, index) => entries.slice(index * 10, index * 10 + 10));
        const connections = [store, await opened.second()];
        const results = await Promise.all(
          groups.map((group, index) => (connections[index % 2] as VoteStore).record(group)),
        );
        expect(tally(outcomes(results.flat()))).toEqual({ counted: 200 });
        const { head, counts, fault } = await recounted();
        expect(fault).toBeUndefined();
        expect(head).toEqual(await store.head());
        expect(head.size).toBe(200);
        expect(counts).toEqual(await store.counts());
        expect(counts).toEqual(
          new Map([
            ["edno-gishe", 100],
            ["other", 100],
          ]),
        );
      });

      it("gives every vote that comes alone at once its own place", async () => {
        const results = await recordAtOnce(ballots(12, "alone"), [store, await opened.second()]);
        const places = results.map((result) => (result.outcome === "counted" ? result.sequence : 0));
        expect(places.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
        expect((await recounted()).fault).toBeUndefined();
      });

      it("keeps ids and keys as data, whatever is in them", async () => {
        const strange = [
          "__proto__",
          "constructor",
          `it's "quoted"`,
          "{a,b}",
          "NULL",
          "\\back\\",
          "; DROP TABLE log; --",
          "практика №1",
          "𝕏 e\u0301",
          " ",
          "$1 ?1 %s",
          "<script>",
          "a\r\nb",
        ];
        const results = await store.record(strange.map((practice) => ballot(`nonce ${practice}`, { practice })));
        expect(tally(outcomes(results))).toEqual({ counted: strange.length });
        const one = new Map(strange.map((practice) => [practice, 1]));
        expect(new Map(await store.counts())).toEqual(one);
        expect(new Map(await store.counts(strange))).toEqual(one);
        expect((await allRows()).map(({ practice }) => practice)).toEqual(strange);
        expect((await recounted()).fault).toBeUndefined();
        // And each has a quota of its own.
        const again = strange.map((practice) =>
          ballot(`2 ${practice}`, { practice, network: `network of nonce ${practice}`, household: 1 }),
        );
        expect(tally(outcomes(await store.record(again)))).toEqual({ quota: strange.length });
      });
    });

    describe("wrong answers", () => {
      it("spend the nonce, so that the right answer comes too late", async () => {
        expect(await recordOne(ballot("guess", { purpose: "spoil" }))).toEqual({ outcome: "spoiled" });
        expect(await recordOne(ballot("guess"))).toEqual({ outcome: "already-spent" });
        expect(await store.head()).toEqual(emptyHead);
        expect(await countOf()).toBe(0);
      });

      it("count nothing, though a thousand are tried on one nonce", async () => {
        const guesses = Array<StoreEntry>(250).fill(ballot("guess", { purpose: "spoil" }));
        const connections = [store, await opened.second()];
        const groups = await Promise.all(
          [0, 1, 2, 3].map((index) => (connections[index % 2] as VoteStore).record(guesses)),
        );
        expect(tally(outcomes(groups.flat()))).toEqual({ spoiled: 1, "already-spent": 999 });
        expect(await recordOne(ballot("guess"))).toEqual({ outcome: "already-spent" });
        expect(await countOf()).toBe(0);
      });

      it("come too late after the right one", async () => {
        await recordOne(ballot("known"));
        expect(await recordOne(ballot("known", { purpose: "spoil" }))).toEqual({
          outcome: "already-counted",
          sequence: 1,
          count: 1,
        });
      });

      it("and the right one at once have one winner", async () => {
        const entries = Array.from({ length: 16 }, (_, index) =>
          ballot("race", { purpose: index % 2 ? "vote" : "spoil" }),
        );
        const results = outcomes(await recordAtOnce(entries, [store, await opened.second()]));
        const winner = results.includes("counted") ? "counted" : "spoiled";
        const rest = winner === "counted" ? "already-counted" : "already-spent";
        expect(tally(results)).toEqual({ [winner]: 1, [rest]: 15 });
        expect(await countOf()).toBe(winner === "counted" ? 1 : 0);
      });

      it("count for their network as votes do, also when they come at once", async () => {
        const guesses = ballots(10, "guess", { network: "office", purpose: "spoil", household: 6 });
        const results = outcomes(await recordAtOnce(guesses, [store, await opened.second()]));
        expect(tally(results)).toEqual({ spoiled: 6, quota: 4 });
        expect(await recordOne(ballot("right", { network: "office", household: 6 }))).toEqual({ outcome: "quota" });
        expect(await countOf()).toBe(0);
      });
    });

    describe("quotas", () => {
      it("hold for a network and a practice, one ballot at a time", async () => {
        const office = { network: "office", household: 2 };
        expect(await recordOne(ballot("a", office))).toMatchObject({ outcome: "counted" });
        expect(await recordOne(ballot("b", office))).toMatchObject({ outcome: "counted" });
        expect(await recordOne(ballot("c", office))).toEqual({ outcome: "quota" });
        expect(await recordOne(ballot("d", { ...office, practice: "other" }))).toMatchObject({ outcome: "counted" });
        expect(await recordOne(ballot("e", { network: "school", household: 2 }))).toMatchObject({
          outcome: "counted",
        });
      });

      it("tell how many ballots have come from each network, of those that are asked for", async () => {
        await store.record([...ballots(3, "a", { network: "office" }), ballot("b", { network: "school" })]);
        const keys = ["office edno-gishe", "school edno-gishe", "nobody edno-gishe"];
        expect(new Map(await store.used(keys))).toEqual(
          new Map([
            [keys[0], 3],
            [keys[1], 1],
          ]),
        );
        expect(new Map(await store.used([]))).toEqual(new Map());
      });

      it("let work of too low a price count nothing and spend nothing", async () => {
        const cheap = { network: "office", kind: "work", household: 1, office: 3 } as const;
        await store.record(ballots(3, "a", { ...cheap, level: 2 }));
        await recordOne(ballot("b", { ...cheap, level: 2 }));
        expect(await recordOne(ballot("c", { ...cheap, level: 0 }))).toEqual({ outcome: "price" });
        expect(await recordOne(ballot("c", { ...cheap, level: 2 }))).toMatchObject({ outcome: "counted", count: 5 });
      });

      it("hold within one group, and only for the network that used its up", async () => {
        const office = ballots(4, "office", { network: "office", household: 3 });
        const school = ballots(4, "school", { network: "school", household: 3 });
        const mixed = office.flatMap((entry, index) => [entry, school[index] as StoreEntry]);
        expect(outcomes(await store.record(mixed))).toEqual([...Array(6).fill("counted"), "quota", "quota"]);
        expect(await countOf()).toBe(6);
      });

      it("hold for ballots that come at once through two connections", async () => {
        const entries = ballots(12, "office", { network: "office", household: 5 });
        const results = await recordAtOnce(entries, [store, await opened.second()]);
        expect(tally(outcomes(results))).toEqual({ counted: 5, quota: 7 });
      });

      it("leave the nonce unspent, so that it counts when there is room", async () => {
        await recordOne(ballot("a", { network: "office", household: 1 }));
        expect(await recordOne(ballot("b", { network: "office", household: 1 }))).toEqual({ outcome: "quota" });
        expect(await recordOne(ballot("b", { network: "office", household: 2 }))).toMatchObject({
          outcome: "counted",
        });
      });

      it("begin anew when their day is over", async () => {
        await recordOne(ballot("a", { network: "office", household: 1 }));
        await store.salt(tomorrow, salt(1));
        const next = ballot("b", { network: "office", household: 1, day: tomorrow });
        expect(await recordOne(next)).toMatchObject({ outcome: "counted" });
      });
    });

    it("decides about each ballot of a group as if it were alone", async () => {
      await recordOne(ballot("voted"));
      await recordOne(ballot("guessed", { purpose: "spoil" }));
      await recordOne(ballot("used up", { network: "office", household: 1 }));
      const results = await store.record([
        ballot("good 1"),
        ballot("voted"),
        ballot("good 2"),
        ballot("guessed"),
        ballot("over", { network: "office", household: 1 }),
        revocation("nobody's"),
        ballot("good 3", { practice: "other" }),
      ]);
      expect(results).toEqual([
        { outcome: "counted", sequence: 3, count: 3 },
        { outcome: "already-counted", sequence: 1, count: 3 },
        { outcome: "counted", sequence: 4, count: 4 },
        { outcome: "already-spent" },
        { outcome: "quota" },
        { outcome: "unknown-vote" },
        { outcome: "counted", sequence: 5, count: 1 },
      ]);
    });

    describe("editors' entries", () => {
      it("take a vote back once", async () => {
        await store.record([ballot("a"), ballot("b")]);
        expect(await recordOne(revocation("a"))).toEqual({ outcome: "counted", sequence: 3, count: 1 });
        expect(await recordOne(revocation("a"))).toEqual({ outcome: "already-counted", sequence: 3, count: 1 });
        expect(await countOf()).toBe(1);
        expect((await recounted()).fault).toBeUndefined();
      });

      it("take no vote back that is not in the log, nor a spoiled one", async () => {
        await recordOne(ballot("guess", { purpose: "spoil" }));
        expect(outcomes(await store.record([revocation("guess"), revocation("none")]))).toEqual([
          "unknown-vote",
          "unknown-vote",
        ]);
      });

      it("do not make a revoked ballot good for another vote", async () => {
        await recordOne(ballot("a"));
        await recordOne(revocation("a"));
        expect(await recordOne(ballot("a"))).toEqual({ outcome: "already-counted", sequence: 1, count: 0 });
      });

      it("bring an old count in once", async () => {
        await recordOne(ballot("a"));
        expect(await recordOne(oldCount("old site", 41))).toEqual({ outcome: "counted", sequence: 2, count: 42 });
        expect(await recordOne(oldCount("old site", 41))).toEqual({
          outcome: "already-counted",
          sequence: 2,
          count: 42,
        });
        expect(await recordOne(oldCount("older site", 8))).toMatchObject({ outcome: "counted", count: 50 });
        expect((await recounted()).fault).toBeUndefined();
      });
    });

    describe("salts", () => {
      it("are the same for all who ask at once", async () => {
        const second = await opened.second();
        const asked = await Promise.all(
          Array.from({ length: 8 }, (_, index) => (index % 2 ? store : second).salt(today, salt(index))),
        );
        expect(new Set(asked.map((bytes) => bytes.join()))).toHaveLength(1);
        expect(asked[0]).toBeInstanceOf(Uint8Array);
        expect(asked[0]).toHaveLength(32);
        expect(await store.salt(today, salt(99))).toEqual(asked[0]);
      });

      it("differ from day to day and are erased when their day is over", async () => {
        expect(await store.salt(today, salt(1))).toEqual(salt(1));
        expect(await store.salt(tomorrow, salt(2))).toEqual(salt(2));
        // Only because nothing is left of the first.
        expect(await store.salt(today, salt(3))).toEqual(salt(3));
      });

      it("go with the spoiled nonces of past days, never with votes", async () => {
        await store.record([
          ballot("old guess", { purpose: "spoil", day: day(20) }),
          ballot("new guess", { purpose: "spoil", day: day(24) }),
          ballot("old vote", { day: day(20) }),
        ]);
        await store.salt(day(25), salt(1));
        const results = await store.record([ballot("old guess"), ballot("new guess"), ballot("old vote")]);
        expect(outcomes(results)).toEqual(["counted", "already-spent", "already-counted"]);
      });
    });

    describe("reading", () => {
      it("finds an empty log empty", async () => {
        expect(await store.head()).toEqual(emptyHead);
        expect(await allRows()).toEqual([]);
        expect(new Map(await store.counts())).toEqual(new Map());
        expect(new Map(await store.counts(["edno-gishe"]))).toEqual(new Map([["edno-gishe", 0]]));
        expect(await store.findVote(sha256Hex("none"))).toBeUndefined();
      });

      it("gives counts of all practices with votes, or of those asked for", async () => {
        await store.record([
          ballot("1", { practice: "b" }),
          ballot("2", { practice: "a" }),
          ballot("3", { practice: "b" }),
        ]);
        await store.record([ballot("4", { practice: "gone" }), revocation("4", "gone")]);
        expect([...(await store.counts())]).toEqual([
          ["a", 1],
          ["b", 2],
        ]);
        expect(new Map(await store.counts(["b", "none", "gone"]))).toEqual(
          new Map([
            ["b", 2],
            ["none", 0],
            ["gone", 0],
          ]),
        );
        expect(new Map(await store.counts([]))).toEqual(new Map());
      });

      it("gives counts and log of one moment, whoever writes meanwhile", async () => {
        const other = await opened.second();
        let isDone = false;
        const writing = (async () => {
          for (let round = 0; round < 30; round++) await other.record(ballots(3, `round ${round}`));
          isDone = true;
        })();
        while (!isDone) {
          const { counts, log } = await store.tally();
          expect(counts.get("edno-gishe") ?? 0).toBe(log.size);
        }
        await writing;
        expect(await store.tally(["edno-gishe", "none"])).toEqual({
          counts: new Map([
            ["edno-gishe", 90],
            ["none", 0],
          ]),
          log: await store.head(),
        });
      });

      it("rehearses a vote, knows a key again, forgets it in time, and counts nothing", async () => {
        const rehearse = (key: string, now: number) => store.rehearse({ key, now, expiresAt: now + 60 });
        expect([await rehearse("a", 1_000), await rehearse("b", 1_000)]).toEqual([true, true]);
        expect(await rehearse("a", 1_030)).toBe(false);
        expect(await rehearse("b", 1_061)).toBe(true);
        expect(await store.tally()).toEqual({ counts: new Map(), log: emptyHead });
        await store.record([ballot("a")]);
        expect((await recounted()).head.size).toBe(1);
      });

      it("gives the log page by page", async () => {
        await store.record(ballots(25, "vote"));
        const page = async (from: number, limit: number) => (await store.rows(from, limit)).map((row) => row.sequence);
        expect(await page(1, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        expect(await page(21, 10)).toEqual([21, 22, 23, 24, 25]);
        expect(await page(26, 10)).toEqual([]);
        expect(await page(3, 1)).toEqual([3]);
      });

      it("gives rows with all their fields, the last of which is the head", async () => {
        await store.record([ballot("a"), oldCount("old site", 7, "other")]);
        const [first, last] = (await allRows()) as [LogRow, LogRow];
        expect({ ...first }).toEqual({
          sequence: 1,
          day: today,
          practice: "edno-gishe",
          kind: "vote",
          amount: 1,
          commitment: sha256Hex("a"),
          hash: sha256Hex(`[1,"${today}","edno-gishe","vote",1,"${sha256Hex("a")}","${"0".repeat(64)}"]`),
        });
        expect(last).toMatchObject({ sequence: 2, kind: "import", amount: 7, practice: "other" });
        expect(await store.head()).toEqual({ size: 2, root: last.hash });
      });

      it("finds a vote by its commitment, and whether it was taken back", async () => {
        await store.record([ballot("a"), ballot("b"), ballot("guess", { purpose: "spoil" }), oldCount("old", 3)]);
        await recordOne(revocation("b"));
        const [first, second] = (await allRows()) as [LogRow, LogRow];
        expect(await store.findVote(sha256Hex("a"))).toEqual({ row: { ...first }, revoked: false });
        expect(await store.findVote(sha256Hex("b"))).toEqual({ row: { ...second }, revoked: true });
        for (const other of ["guess", "old", "none"]) expect(await store.findVote(sha256Hex(other))).toBeUndefined();
      });
    });

    describe("the tally", () => {
      beforeEach(() => store.record([ballot("1"), ballot("2"), ballot("3", { practice: "other" })]));

      it("has nothing to fix when it agrees with the log", async () => {
        await store.record([ballot("4", { practice: "gone" }), revocation("4", "gone")]);
        expect(await store.rebuildTally()).toEqual([]);
      });

      it("is derived from the log again when somebody changed it", async () => {
        await opened.tamper("UPDATE tally SET votes = 1000 WHERE practice = 'edno-gishe'");
        await opened.tamper("DELETE FROM tally WHERE practice = 'other'");
        await opened.tamper("INSERT INTO tally VALUES ('invented', 7)");
        expect(await countOf()).toBe(1_000);
        expect(await store.rebuildTally()).toEqual(["edno-gishe", "invented", "other"]);
        expect([...(await store.counts())]).toEqual([
          ["edno-gishe", 2],
          ["other", 1],
        ]);
        expect(await store.rebuildTally()).toEqual([]);
        expect(await recordOne(ballot("4"))).toMatchObject({ outcome: "counted", count: 3 });
      });

      it("is right after fixing while others vote", async () => {
        await opened.tamper("UPDATE tally SET votes = 1000");
        const second = await opened.second();
        await Promise.all([...ballots(8, "busy").map((entry) => recordOne(entry, second)), store.rebuildTally()]);
        expect(await store.rebuildTally()).toEqual([]);
        expect(await countOf()).toBe(10);
      });
    });

    describe("the log", () => {
      beforeEach(() => store.record(ballots(3, "vote")));

      it.each([
        ["a change", "UPDATE log SET amount = 5 WHERE sequence = 2"],
        ["a change of everything", "UPDATE log SET practice = 'mine'"],
        ["a deletion", "DELETE FROM log WHERE sequence = 3"],
        ["a deletion of everything", "DELETE FROM log"],
      ])("refuses %s", async (_, sql) => {
        await expect(opened.tamper(sql)).rejects.toThrow(/append-only/);
        expect(await recounted()).toMatchObject({ fault: undefined, head: { size: 3 } });
      });
    });

    describe("moving", () => {
      const fill = async (source: VoteStore) => {
        await source.migrate();
        await source.record([...ballots(30, "moved"), ballot("other's", { practice: "other" }), oldCount("old", 12)]);
        await source.record([revocation("moved 3")]);
      };

      it("carries another store's log with the same root and goes on from there", async () => {
        const source = new SqliteStore(":memory:");
        await fill(source);
        for (let from = 1; ; from += 10) {
          const rows = await source.rows(from, 10);
          if (rows.length === 0) break;
          await store.restore(rows);
        }
        expect(await store.head()).toEqual(await source.head());
        expect(await allRows()).toEqual((await source.rows(1, 100)).map((row) => ({ ...row })));
        expect(new Map(await store.counts())).toEqual(new Map(await source.counts()));
        const more = [ballot("moved 3"), ballot("moved 4"), revocation("moved 5"), oldCount("old", 12), ballot("new")];
        const results = await store.record(more);
        expect(outcomes(results)).toEqual([
          "already-counted",
          "already-counted",
          "counted",
          "already-counted",
          "counted",
        ]);
        expect(results).toEqual(await source.record(more));
        expect(await store.head()).toEqual(await source.head());
        expect((await recounted()).fault).toBeUndefined();
        await source.close();
      });

      it("refuses rows that do not continue the log, and keeps none of them", async () => {
        const source = new SqliteStore(":memory:");
        await fill(source);
        const rows = await source.rows(1, 100);
        await source.close();
        await expect(store.restore(rows.slice(1))).rejects.toThrow(/row 2 does not continue/);
        const altered = rows.map((row) => (row.sequence === 20 ? { ...row, practice: "mine" } : row));
        await expect(store.restore(altered)).rejects.toThrow(/row 20 does not continue/);
        await expect(store.restore(rows.toSpliced(10, 1))).rejects.toThrow(/row 12 does not continue/);
        expect(await store.head()).toEqual(emptyHead);
        expect(new Map(await store.counts())).toEqual(new Map());
        await store.restore(rows);
        await expect(store.restore(rows)).rejects.toThrow(/row 1 does not continue/);
        expect((await store.head()).size).toBe(rows.length);
      });
    });

    describe("opening", () => {
      it("brings the tables up to date as often as it is asked", async () => {
        await recordOne(ballot("a"));
        await store.migrate();
        await store.migrate();
        expect(await countOf()).toBe(1);
      });

      it("keeps everything", async () => {
        await store.record([ballot("a", { network: "office", household: 1 }), ballot("g", { purpose: "spoil" })]);
        await store.salt(today, salt(7));
        const head = await store.head();
        store = await opened.reopen();
        await store.migrate();
        expect(await store.head()).toEqual(head);
        expect(await store.salt(today, salt(8))).toEqual(salt(7));
        const results = await store.record([
          ballot("a"),
          ballot("g"),
          ballot("b", { network: "office", household: 1 }),
          ballot("c"),
        ]);
        expect(outcomes(results)).toEqual(["already-counted", "already-spent", "quota", "counted"]);
        expect((await recounted()).fault).toBeUndefined();
      });
    });
  });

  describe(`${name} without tables`, () => {
    it("gets them when several processes start at once", async () => {
      const opened = await open();
      try {
        const second = await opened.second();
        await Promise.all([opened.store.migrate(), second.migrate(), opened.store.migrate(), second.migrate()]);
        expect(outcomes(await second.record([ballot("a")]))).toEqual(["counted"]);
      } finally {
        await opened.close();
      }
    });
  });
}
