import { type BallotPaper, type Localized, type NomineeList, trialPractice } from "../core/protocol.ts";

export interface Nominee {
  /** As it is today. */
  readonly id: string;
  readonly titles: Localized;
  /** Under which it was nominated before it was renamed. */
  readonly formerIds: readonly string[];
}

/** Reads a file of the built site by its name: undefined if the site has none; rejects if nobody can tell. */
export type ReadSiteFile = (name: "nominees.json" | "ballot-paper.json") => Promise<unknown>;

/** Whether nominations are accepted at the moment. */
export type ContestPhase =
  | { readonly is: "open" | "over" }
  /** `opens`: the first moment, ISO 8601 with the site's offset. */
  | { readonly is: "ahead"; readonly opens: string };

export interface Nominees {
  /** What the site says of this moment. Rejects if its list cannot be read. */
  phase(): Promise<ContestPhase>;
  /** The practice of an id, also of one that has been renamed. Rejects if the site's list cannot be read. */
  find(id: string): Promise<Nominee | undefined>;
  /** Today's id by earlier ones. Rejects if the site's list cannot be read. */
  formerIds(): Promise<ReadonlyMap<string, string>>;
  /** What the form says of the site. */
  site(): Promise<BallotPaper["site"]>;
}

/** For how long a list is used before it is read again, in milliseconds. */
const freshMs = 60_000;

/** The same for a site on another host, which would otherwise be asked by every machine that serves the endpoint. */
export const publishedFreshMs = 300_000;

interface Register {
  readonly contest: Omit<Extract<NomineeList, { readonly open: boolean }>, "ids">;
  readonly ids: ReadonlySet<string>;
  readonly formerIds: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, Localized>;
  readonly site: BallotPaper["site"];
}

/**
 * Looks practices up in the site's own list, which is kept for a while, and for longer if the site is out of reach. A practice
 * that is not in it may be new: then a list of more than a minute is read again.
 */
export function createNominees(read: ReadSiteFile, now: () => number, keepMs = freshMs): Nominees {
  let register: Register | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Register> | undefined;
  const load = async (maxAgeMs = keepMs): Promise<Register> => {
    if (register && now() - readAt < maxAgeMs) return register;
    reading ??= readRegister(read).finally(() => {
      reading = undefined;
    });
    try {
      register = await reading;
    } catch (error) {
      if (!register) throw error;
    }
    readAt = now();
    return register;
  };
  return {
    phase: async () => phaseOf((await load()).contest, now()),
    find: async (id) => findNominee(id, await load()) ?? findNominee(id, await load(freshMs)),
    formerIds: async () => (await load()).formerIds,
    site: async () => (await load()).site,
  };
}

function phaseOf({ open, opens, closes }: Register["contest"], now: number): ContestPhase {
  if (!open || (closes !== undefined && now >= Date.parse(closes))) return { is: "over" };
  return opens !== undefined && now < Date.parse(opens) ? { is: "ahead", opens } : { is: "open" };
}

function findNominee(id: string, { ids, formerIds, titles }: Register): Nominee | undefined {
  if (id === trialPractice) return { id, titles: {}, formerIds: [] };
  const current = ids.has(id) ? id : formerIds.get(id);
  if (current === undefined || !ids.has(current)) return undefined;
  const former = [...formerIds].flatMap(([earlier, today]) => (today === current ? [earlier] : []));
  return { id: current, titles: titles.get(current) ?? {}, formerIds: former };
}

async function readRegister(read: ReadSiteFile): Promise<Register> {
  const [list, paper] = await Promise.all([
    read("nominees.json"),
    read("ballot-paper.json") as Promise<Partial<BallotPaper> | undefined>,
  ]);
  // An older site has no ballot paper: its practices can be nominated all the same. One that only cannot be read now is not
  // taken for none, which would part practices that were renamed from their earlier nominations.
  const { ids, ...contest } = parseNominees(list);
  return {
    contest,
    ids: new Set(ids),
    // An id that is in use again is no former one.
    formerIds: new Map(Object.entries(paper?.formerIds ?? {}).filter(([id]) => !ids.includes(id))),
    titles: new Map(Object.entries(paper?.titles ?? {})),
    site: paper?.site ?? {},
  };
}

/** A list that cannot be understood is an error: in doubt nothing is counted. */
function parseNominees(list: unknown): Extract<NomineeList, { readonly open: boolean }> {
  const { open, ids, opens, closes } = Array.isArray(list)
    ? { open: true, ids: list, opens: undefined, closes: undefined }
    : ((list ?? {}) as Record<string, unknown>);
  if (typeof open !== "boolean" || !Array.isArray(ids) || !isMoment(opens) || !isMoment(closes))
    throw new Error("nominees.json is not a list of nominees");
  return {
    open,
    ...(opens !== undefined && { opens }),
    ...(closes !== undefined && { closes }),
    ids: ids.filter((id) => typeof id === "string"),
  };
}

function isMoment(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === "string" && !Number.isNaN(Date.parse(value)));
}
