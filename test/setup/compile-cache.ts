import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Node keeps what it has compiled, from one run to the next, for each account and version apart. */
export const compileCache = process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), "node-compile-cache");
