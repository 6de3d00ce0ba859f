export const statusStates = ["active", "ended", "unknown"] as const;
export type StatusState = (typeof statusStates)[number];

/** How much of the original a translation says. */
export const translations = ["full", "short", "machine"] as const;
export type Translation = (typeof translations)[number];
