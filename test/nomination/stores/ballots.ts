import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import type { CheckedBallot, EditorEntry } from "../../../src/nomination/store.ts";

export const today = "2026-11-24";
export const tomorrow = "2026-11-25";
/** Noon of a day, in seconds since 1970. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;

interface BallotOptions {
  readonly practice?: string;
  readonly day?: string;
  readonly purpose?: "vote" | "spoil";
  /** By default each nonce comes from a network of its own. */
  readonly network?: string;
  readonly kind?: CheckedBallot["kind"];
  /** How many ballots by code the network may send for a practice. */
  readonly household?: number;
  readonly office?: number;
  /** The price that was paid. */
  readonly level?: number;
}

/** A ballot as it reaches the store. */
export function ballot(nonce: string, options: BallotOptions = {}): CheckedBallot {
  const { practice = "edno-gishe", day = today, purpose = "vote", network = `network of ${nonce}` } = options;
  return {
    practice,
    day,
    commitment: sha256Hex(nonce),
    purpose,
    expiresAt: noonOf(day),
    kind: options.kind ?? "code",
    level: options.level ?? 0,
    networks: [
      { key: `${network} ${practice}`, shares: { household: options.household ?? 5, office: options.office ?? 60 } },
    ],
  };
}

/** So many ballots with different nonces. */
export function ballots(count: number, prefix: string, options: BallotOptions = {}): CheckedBallot[] {
  return Array.from({ length: count }, (_, index) => ballot(`${prefix} ${index}`, options));
}

export function revocation(nonce: string, practice = "edno-gishe"): EditorEntry {
  return { day: today, practice, kind: "revoke", amount: -1, commitment: sha256Hex(nonce) };
}

export function oldCount(source: string, amount: number, practice = "edno-gishe"): EditorEntry {
  return { day: today, practice, kind: "import", amount, commitment: sha256Hex(source) };
}
