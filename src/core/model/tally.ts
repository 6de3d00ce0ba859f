import type { CalendarDay } from "../language/calendar-day.ts";
import type { PracticeId } from "./ids.ts";

/** A tally as the nomination endpoint publishes it; its ids are those of the vote log, not all of them today's. */
export interface PublishedTally {
  readonly counts: Readonly<Record<string, number>>;
  /** Today's id by earlier ones that are counted together with it. */
  readonly formerIds?: Readonly<Record<string, string>> | undefined;
  readonly log: LogHead;
  /** The time at which this was true, ISO 8601 in UTC. */
  readonly asOf: string;
}

/** Where the vote log stood: its number of rows and the hash of the last, 64 hexadecimal digits. */
export interface LogHead {
  readonly size: number;
  readonly root: string;
}

/** Nominations as pages show them. */
export interface Tally {
  /** By today's id; practices without nominations are left out. */
  readonly counts: ReadonlyMap<PracticeId, number>;
  /** UTC day. */
  readonly day: CalendarDay;
  /** What it was made from, for whoever verifies it. */
  readonly published: PublishedTally;
}

/** A practice's place among those with nominations: 1, 2, 2, 4. */
export interface Ranked<Item> {
  readonly rank: number;
  readonly votes: number;
  readonly item: Item;
}
