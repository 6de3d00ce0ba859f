import type { BallotPaper, Localized, NomineeList } from "../core/protocol.ts";

export interface Nominee {
  /** As it is today. */
  readonly id: string;
  readonly titles: Localized;
}

/** Reads a file of the built site by its name; rejects if there is none. */
export type ReadSiteFile = (name: "nominees.json" | "ballot-paper.json") => Promise<unknown>;

export interface Nominees {
  /** Whether the site accepts nominations now. Rejects if its list cannot be read. */
  areOpen(): Promise<boolean>;
  /** The practice of an id, also of one that has been renamed. Rejects if the site's list cannot be read. */
  find(id: string): Promise<Nominee | undefined>;
  /** What the form says of the site. */
  site(): Promise<BallotPaper["site"]>;
}

/** For how long a list is used before it is read again, in milliseconds: a site that is built anew is soon noticed. */
const freshMilliseconds = 60_000;

interface Register {
  readonly open: boolean;
  readonly ids: ReadonlySet<string>;
  readonly formerIds: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, Localized>;
  readonly site: BallotPaper["site"];
}

/** Looks practices up in the site's own list, which is kept for a minute, and for longer if the site is out of reach. */
export function createNominees(read: ReadSiteFile, now: () => number): Nominees {
  let register: Register | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<Register> | undefined;
  const load = async (): Promise<Register> => {
    if (register && now() - readAt < freshMilliseconds) return register;
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
    areOpen: async () => (await load()).open,
    async find(id) {
      const { ids, formerIds, titles } = await load();
      const current = ids.has(id) ? id : formerIds.get(id);
      return current !== undefined && ids.has(current) ? { id: current, titles: titles.get(current) ?? {} } : undefined;
    },
    site: async () => (await load()).site,
  };
}

async function readRegister(read: ReadSiteFile): Promise<Register> {
  const [list, paper] = await Promise.all([
    read("nominees.json"),
    // An older site has no ballot paper: its practices can be nominated all the same.
    read("ballot-paper.json").catch(() => ({})) as Promise<Partial<BallotPaper>>,
  ]);
  const { open, ids } = parseNominees(list);
  return {
    open,
    ids: new Set(ids),
    formerIds: new Map(Object.entries(paper.formerIds ?? {})),
    titles: new Map(Object.entries(paper.titles ?? {})),
    site: paper.site ?? {},
  };
}

/** A list that cannot be understood is an error: in doubt nothing is counted. */
function parseNominees(list: unknown): Exclude<NomineeList, readonly string[]> {
  const { open, ids } = Array.isArray(list) ? { open: true, ids: list } : ((list ?? {}) as Record<string, unknown>);
  if (typeof open !== "boolean" || !Array.isArray(ids)) throw new Error("nominees.json is not a list of nominees");
  return { open, ids: ids.filter((id) => typeof id === "string") };
}
