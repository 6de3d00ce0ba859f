// npx node test/bench/kill.ts 1000 – what test/nomination/faults/kill.test.ts does a hundred times, as often as you like.
import { killAgainAndAgain } from "../nomination/faults/kill.ts";
import { siteRoot } from "../nomination/faults/serve-process.ts";

console.log(await killAgainAndAgain(siteRoot(), Number(process.argv[2] ?? 1_000)));
process.exit(0);
