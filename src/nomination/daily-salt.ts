import type { Bytes } from "./encoding.ts";
import type { Primitives } from "./primitives.ts";
import type { VoteStore } from "./store.ts";

/** The salt of a day, asked of the store once a day. */
export type DailySalt = (day: string) => Promise<Bytes>;

/** UTC day of a time in milliseconds, `2026-11-24`. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

export function createDailySalt(store: Pick<VoteStore, "salt">, { random }: Primitives): DailySalt {
  let known: { readonly day: string; readonly salt: Promise<Bytes> } | undefined;
  return (day) => {
    if (known?.day === day) return known.salt;
    const salt = store.salt(day, random(32));
    const asked = { day, salt };
    known = asked;
    salt.catch(() => {
      // Not to be remembered: the next ballot asks again.
      if (known === asked) known = undefined;
    });
    return salt;
  };
}
