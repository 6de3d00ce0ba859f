import { parseArgs } from "node:util";

export interface Options {
  /** Numbers of practices, in the order in which they are built. */
  readonly counts: readonly number[];
  readonly rounds: number;
  /** Other generators are not run on larger sites. */
  readonly peersMax: number;
  readonly hugo: boolean;
  readonly eleventy: boolean;
  readonly dev: boolean;
}

export const usage = `npm run bench -- [options]

  --counts 1000,10000   numbers of practices
  --large               50,000 and 100,000 as well
  --rounds 3            builds of each kind; medians are printed
  --peers-max 50000     the largest site that Hugo and Eleventy build
  --no-hugo             leave Hugo out
  --no-eleventy         leave Eleventy out
  --dev                 from saving a file to having it served, and the start of the servers
`;

const large = [50_000, 100_000];

/** Throws an `Error` with a text for the user if the arguments are wrong. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      counts: { type: "string", default: "1000,10000" },
      large: { type: "boolean", default: false },
      rounds: { type: "string", default: "3" },
      "peers-max": { type: "string", default: "50000" },
      "no-hugo": { type: "boolean", default: false },
      "no-eleventy": { type: "boolean", default: false },
      dev: { type: "boolean", default: false },
    },
  });
  const counts = values.counts.split(",").map((count) => toNumber("--counts", count));
  return {
    counts: [...new Set([...counts, ...(values.large ? large : [])])].sort((a, b) => a - b),
    rounds: toNumber("--rounds", values.rounds),
    peersMax: toNumber("--peers-max", values["peers-max"]),
    hugo: !values["no-hugo"],
    eleventy: !values["no-eleventy"],
    dev: values.dev,
  };
}

function toNumber(option: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${option}: “${text}” is not a whole number above 0`);
  return Number(text);
}
