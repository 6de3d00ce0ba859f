import type { LogHead } from "../core/protocol.ts";
import { refuseVote } from "./price.ts";
import type { CheckedBallot, Recorded, StoreEntry } from "./store.ts";
import type { LogEntry } from "./vote-log.ts";

/*
 * Every store records in the same three steps: load what the entries touch, decide, apply the changes, all within one
 * transaction that no other writer shares. This file is the middle step and holds every rule of counting; the stores
 * hold none.
 */

/** What a store has to load for some entries. */
export interface Touched {
  readonly practices: readonly string[];
  /** Keys of `spentKey`. */
  readonly spent: readonly string[];
  readonly networks: readonly string[];
}

export interface Loaded {
  readonly head: LogHead;
  readonly counts: ReadonlyMap<string, number>;
  /** Spent keys with the sequence of their row; 0 for spoiled nonces. */
  readonly spent: ReadonlyMap<string, number>;
  /** Ballots by network key. */
  readonly used: ReadonlyMap<string, number>;
}

export interface Spent {
  readonly key: string;
  readonly sequence: number;
  /** Seconds since 1970 after which a spoiled nonce may be forgotten; 0: never. */
  readonly expiresAt: number;
}

export interface Changes {
  /** In order; the first gets the sequence after the loaded head's size. */
  readonly entries: readonly LogEntry[];
  readonly spent: readonly Spent[];
  /** New values, not differences. */
  readonly counts: ReadonlyMap<string, number>;
  readonly used: ReadonlyMap<string, { readonly day: string; readonly votes: number }>;
}

export interface Decision {
  readonly results: readonly Recorded[];
  readonly changes: Changes;
}

type SpentKind = "vote" | "revoke" | "import";

/** The unique key under which a nonce, a revocation or an import is spent. */
export function spentKey(kind: SpentKind, commitment: string): string {
  return `${kind}:${commitment}`;
}

function isBallot(entry: StoreEntry): entry is CheckedBallot {
  return "purpose" in entry;
}

export function touchedBy(entries: readonly StoreEntry[]): Touched {
  const practices = new Set<string>();
  const spent = new Set<string>();
  const networks = new Set<string>();
  for (const entry of entries) {
    practices.add(entry.practice);
    spent.add(spentKey("vote", entry.commitment));
    if (isBallot(entry)) {
      for (const { key } of entry.networks) networks.add(key);
    } else spent.add(spentKey(entry.kind, entry.commitment));
  }
  return { practices: [...practices], spent: [...spent], networks: [...networks] };
}

/** Decides what becomes of each entry, one after the other, as if each were alone. */
export function decide(entries: readonly StoreEntry[], loaded: Loaded): Decision {
  const counts = new Map<string, number>();
  const spent = new Map<string, Spent>();
  const used = new Map<string, { day: string; votes: number }>();
  const added: LogEntry[] = [];

  const countOf = (practice: string): number => counts.get(practice) ?? loaded.counts.get(practice) ?? 0;
  const sequenceOf = (key: string): number | undefined => spent.get(key)?.sequence ?? loaded.spent.get(key);
  const usedBy = (key: string): number => used.get(key)?.votes ?? loaded.used.get(key) ?? 0;

  const append = (entry: LogEntry): Recorded => {
    added.push(entry);
    const sequence = loaded.head.size + added.length;
    spent.set(spentKey(entry.kind, entry.commitment), {
      key: spentKey(entry.kind, entry.commitment),
      sequence,
      expiresAt: 0,
    });
    counts.set(entry.practice, countOf(entry.practice) + entry.amount);
    return { outcome: "counted", sequence, count: countOf(entry.practice) };
  };

  const decideOne = (entry: StoreEntry): Recorded => {
    const { day, practice, commitment } = entry;
    const kind = isBallot(entry) ? "vote" : entry.kind;
    const key = spentKey(kind, commitment);
    const sequence = sequenceOf(key);
    if (sequence === 0) return { outcome: "already-spent" };
    if (sequence !== undefined) return { outcome: "already-counted", sequence, count: countOf(practice) };
    if (!isBallot(entry)) {
      if (kind === "revoke" && !sequenceOf(spentKey("vote", commitment))) return { outcome: "unknown-vote" };
      return append({ day, practice, kind, amount: entry.amount, commitment });
    }
    const counted = entry.networks.map((network) => ({ ...network, used: usedBy(network.key) }));
    const refused = refuseVote(entry, counted);
    if (refused) return { outcome: refused };
    for (const { key, used: before } of counted) used.set(key, { day, votes: before + 1 });
    if (entry.purpose === "spoil") {
      spent.set(key, { key, sequence: 0, expiresAt: entry.expiresAt });
      return { outcome: "spoiled" };
    }
    return append({ day, practice, kind: "vote", amount: 1, commitment });
  };

  const results = entries.map(decideOne);
  return { results, changes: { entries: added, spent: [...spent.values()], counts, used } };
}
