import type { LogRow } from "../../core/protocol.ts";

/** What the log gained on a day. */
export interface AuditDay {
  readonly day: string;
  readonly votes: number;
  /** Votes taken back on this day, whenever they were cast. */
  readonly revoked: number;
  /** Old counts that came in on this day. */
  readonly imported: number;
}

/** A day on which a practice got many more votes than it used to: a reason to look, not a proof of anything. */
export interface Burst {
  readonly practice: string;
  readonly day: string;
  readonly votes: number;
  /** The median of the practice's days with votes in the month before. */
  readonly usual: number;
  /** How many of these votes have been revoked since. */
  readonly revoked: number;
}

export interface Audit {
  readonly days: readonly AuditDay[];
  readonly bursts: readonly Burst[];
  readonly totals: Omit<AuditDay, "day">;
}

/**
 * A day is a burst from more than this many votes, and more than `factor` times the usual number, which is taken over so many
 * days before it.
 */
export const burstLimits = { votes: 10, factor: 5, days: 30 } as const;

interface CastDay {
  votes: number;
  revoked: number;
}

/** Looks through a log by days, and for bursts. Days are in order; bursts the latest first. */
export function auditLog(rows: readonly LogRow[]): Audit {
  const days = new Map<string, { votes: number; revoked: number; imported: number }>();
  const casts = new Map<string, Map<string, CastDay>>();
  const cast = new Map<string, CastDay>();
  for (const { day, practice, kind, amount, commitment } of rows) {
    const sum = days.get(day) ?? { votes: 0, revoked: 0, imported: 0 };
    days.set(day, sum);
    if (kind === "import") sum.imported += amount;
    else if (kind === "revoke") {
      sum.revoked += 1;
      const known = cast.get(commitment);
      if (known) known.revoked += 1;
    } else {
      sum.votes += 1;
      const byDay = casts.get(practice) ?? new Map<string, CastDay>();
      casts.set(practice, byDay);
      const castDay = byDay.get(day) ?? { votes: 0, revoked: 0 };
      byDay.set(day, castDay);
      castDay.votes += 1;
      cast.set(commitment, castDay);
    }
  }
  const ordered = [...days].map(([day, sum]) => ({ day, ...sum })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    days: ordered,
    bursts: [...casts].flatMap(([practice, byDay]) => findBursts(practice, byDay)).sort(latestFirst),
    totals: {
      votes: sumOf(ordered, "votes"),
      revoked: sumOf(ordered, "revoked"),
      imported: sumOf(ordered, "imported"),
    },
  };
}

function sumOf(days: readonly AuditDay[], field: "votes" | "revoked" | "imported"): number {
  return days.reduce((sum, day) => sum + day[field], 0);
}

function findBursts(practice: string, byDay: ReadonlyMap<string, CastDay>): Burst[] {
  const days = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  return days.flatMap(([day, { votes, revoked }], index) => {
    const first = daysBefore(day, burstLimits.days);
    const before = days.slice(0, index).filter(([other]) => other >= first);
    const usual = medianOf(before.map(([, other]) => other.votes));
    return votes > Math.max(burstLimits.votes, burstLimits.factor * usual)
      ? [{ practice, day, votes, usual, revoked }]
      : [];
  });
}

/** The middle value, or the mean of the two in the middle; 0 of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
}

function latestFirst(a: Burst, b: Burst): number {
  return a.day !== b.day ? (a.day > b.day ? -1 : 1) : b.votes - a.votes || (a.practice < b.practice ? -1 : 1);
}
