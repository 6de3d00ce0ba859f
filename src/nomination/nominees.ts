import type { BallotPaper, Localized } from "../core/protocol.ts";

export interface Nominee {
  /** As it is today. */
  readonly id: string;
  readonly titles: Localized;
}

/** Reads a file of the built site by its name; rejects if there is none. */
export type ReadSiteFile = (name: "nominees.json" | "ballot-paper.json") => Promise<unknown>;

export interface Nominees {
  /** The practice of an id, also of one that has been renamed. Rejects if the site's list cannot be read. */
  find(id: string): Promise<Nominee | undefined>;
  /** What the form says of the site. */
  site(): Promise<BallotPaper["site"]>;
}

/** For how long a list is used before it is read again, in milliseconds: a site that is built anew is soon noticed. */
const freshMilliseconds = 60_000;

interface Register {
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
    async find(id) {
      const { ids, formerIds, titles } = await load();
      const current = ids.has(id) ? id : formerIds.get(id);
      return current !== undefined && ids.has(current) ? { id: current, titles: titles.get(current) ?? {} } : undefined;
    },
    site: async () => (await load()).site,
  };
}

async function readRegister(read: ReadSiteFile): Promise<Register> {
  const [ids, paper] = await Promise.all([
    read("nominees.json"),
    // An older site has no ballot paper: its practices can be nominated all the same.
    read("ballot-paper.json").catch(() => ({})) as Promise<Partial<BallotPaper>>,
  ]);
  if (!Array.isArray(ids)) throw new Error("nominees.json is not a list");
  return {
    ids: new Set(ids.filter((id) => typeof id === "string")),
    formerIds: new Map(Object.entries(paper.formerIds ?? {})),
    titles: new Map(Object.entries(paper.titles ?? {})),
    site: paper.site ?? {},
  };
}
