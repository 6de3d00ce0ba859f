import type { ChallengeKind } from "../core/protocol.ts";

/*
 * What a vote costs. No network is refused work: each vote beyond a household's and an office's share costs more than the
 * one before, so that people behind one address can all vote and programs cannot vote without end. A network counts the votes
 * of one way (work, code) for one practice on one day; the dearest of the networks around an address decides.
 */

/** Votes for one practice on one day. */
export interface Shares {
  /** Up to here a vote is as cheap as it can be; it is also how many votes may come by a code. */
  readonly household: number;
  /** Beyond it, and beyond each further share of this size, the price doubles. */
  readonly office: number;
}

/** One of the networks around an address. */
export interface CountedNetwork {
  /** Keyed hash of the network, the practice and the way; see network.ts. */
  readonly key: string;
  readonly shares: Shares;
}

/** A computer would need days for one more doubling. */
export const maxLevel = 9;

/** The number of doublings after `used` votes. */
function levelAfter(used: number, { household, office }: Shares): number {
  if (used < household) return 0;
  if (used < office) return 1;
  return Math.min(maxLevel, 1 + Math.floor(used / Math.max(office, 1)));
}

/** The price of the next vote: its level. */
export function priceLevel(networks: readonly CountedNetwork[], used: ReadonlyMap<string, number>): number {
  return Math.max(0, ...networks.map(({ key, shares }) => levelAfter(used.get(key) ?? 0, shares)));
}

/** What became too cheap, or is used up. */
export type Refused = "price" | "quota";

/**
 * Whether a vote is refused after those that the networks have had.
 * @param level the price that was paid
 */
export function refuseVote(
  { kind, level }: { readonly kind: ChallengeKind; readonly level: number },
  counted: readonly { readonly shares: Shares; readonly used: number }[],
): Refused | undefined {
  for (const { shares, used } of counted) {
    // Readers who work at the same time do not make each other's work worthless.
    if (kind === "work" && level < levelAfter(used - Math.floor(shares.office / 3), shares)) return "price";
    // A hosted service judges its readers by itself; a code that programs read soon is for a few.
    if (kind === "code" && used >= shares.household) return "quota";
    if (kind === "hosted" && used >= shares.office) return "quota";
  }
  return undefined;
}
