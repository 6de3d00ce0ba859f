import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/nomination/node/node-primitives.ts";
import { chain, emptyHead, type LogEntry, type LogFault, recount } from "../../src/nomination/vote-log.ts";

const vote = (commitment: string, practice = "a", amount = 1): LogEntry => ({
  day: "2026-11-24",
  practice,
  kind: "vote",
  amount,
  commitment,
});
const revoke = (commitment: string, practice = "a", amount = -1): LogEntry => ({
  ...vote(commitment, practice, amount),
  kind: "revoke",
});
const oldCount = (commitment: string, amount: number): LogEntry => ({
  ...vote(commitment, "a", amount),
  kind: "import",
});

/** A log whose chain is whole, whatever its rows say. */
const logOf = (...entries: readonly LogEntry[]) => chain(entries, emptyHead, sha256Hex);
const recounted = (...entries: readonly LogEntry[]) => recount(logOf(...entries), sha256Hex);

describe("recounting a log", () => {
  it("adds up votes, revocations and old counts by practice", () => {
    const log = logOf(vote("1"), vote("2"), revoke("1"), vote("3", "b"), oldCount("file", 40));
    expect(recount(log, sha256Hex)).toEqual({
      head: { size: 5, root: log[4]?.hash },
      counts: new Map([
        ["a", 41],
        ["b", 1],
      ]),
      fault: undefined,
    });
  });

  it.each<[string, readonly LogEntry[], LogFault["reason"]]>([
    ["a vote that counts twice", [vote("1"), vote("2", "a", 2)], "amount"],
    ["a vote that counts nothing", [vote("1"), vote("2", "a", 0)], "amount"],
    ["a revocation that takes two", [vote("1"), revoke("1", "a", -2)], "amount"],
    ["a revocation that adds one", [vote("1"), revoke("1", "a", 1)], "amount"],
    ["a revocation booked on another practice", [vote("1", "a"), revoke("1", "b")], "amount"],
    ["a revocation of a vote that nobody cast", [vote("1"), revoke("2")], "amount"],
    ["an old count of nothing", [vote("1"), oldCount("file", 0)], "amount"],
    ["an old count below nothing", [vote("1"), oldCount("file", -1)], "amount"],
    ["a vote that comes twice", [vote("1"), vote("1", "b")], "repeated"],
  ])("stops at %s", (_, entries, reason) => {
    const { counts, fault, head } = recounted(...entries);
    expect(fault).toEqual({ sequence: 2, reason });
    // What came before stands.
    expect([head.size, counts]).toEqual([1, new Map([["a", 1]])]);
  });

  it("stops at the second revocation of one vote", () => {
    expect(recounted(vote("1"), vote("2"), revoke("1"), revoke("1")).fault).toEqual({
      sequence: 4,
      reason: "repeated",
    });
  });

  it("allows a vote, its revocation and an old count to name the same commitment", () => {
    expect(recounted(vote("1"), revoke("1"), oldCount("1", 3)).fault).toBeUndefined();
  });

  it("stops where a row is missing or altered", () => {
    const [first, second, third] = logOf(vote("1"), vote("2"), vote("3"));
    if (!first || !second || !third) throw new Error("no rows");
    expect(recount([first, third], sha256Hex).fault).toEqual({ sequence: 2, reason: "missing" });
    expect(recount([second], sha256Hex).fault).toEqual({ sequence: 1, reason: "missing" });
    for (const change of [{ practice: "b" }, { day: "2026-11-23" }, { commitment: "9" }, { hash: first.hash }])
      expect(recount([first, { ...second, ...change }, third], sha256Hex).fault).toEqual({
        sequence: 2,
        reason: "altered",
      });
  });

  it("goes on from what was published before, and not from anything else", () => {
    const log = logOf(vote("1"), vote("2"), vote("3"));
    const published = { size: 2, root: log[1]?.hash ?? "" };
    expect(recount(log, sha256Hex, published).fault).toBeUndefined();
    expect(recount(log.slice(0, 2), sha256Hex, published).fault).toBeUndefined();
    expect(recount(log.slice(0, 1), sha256Hex, published).fault).toEqual({ sequence: 2, reason: "truncated" });
    const other = logOf(vote("1"), vote("x"), vote("3"));
    expect(recount(other, sha256Hex, published).fault).toEqual({ sequence: 2, reason: "altered" });
  });
});
