import type Sharp from "sharp";

let library: Promise<typeof Sharp | undefined> | undefined;

/** The library that makes pictures. Undefined on machines for which it has no program: sites then do without what it makes. */
export function loadSharp(): Promise<typeof Sharp | undefined> {
  library ??= import("sharp").then(
    ({ default: sharp }) => sharp,
    () => undefined,
  );
  return library;
}
