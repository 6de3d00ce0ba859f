import type Sharp from "sharp";

/** The library that makes pictures. Undefined on machines for which it has no program: sites then do without what it makes. */
export async function loadSharp(): Promise<typeof Sharp | undefined> {
  try {
    return (await import("sharp")).default;
  } catch {
    return undefined;
  }
}
