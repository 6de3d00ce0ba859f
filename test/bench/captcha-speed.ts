// How long a picture and a spoken code take, in milliseconds: node test/bench/captcha-speed.ts
import { createHash } from "node:crypto";
import { loadClips } from "../../src/locales/endpoint.ts";
import { codeFromBytes } from "../../src/nomination/captcha/code.ts";
import { drawPicture } from "../../src/nomination/captcha/draw-picture.ts";
import { speakCode } from "../../src/nomination/captcha/speak-code.ts";

const rounds = 100;
const seedOf = (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

async function measure(name: string, work: (round: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${name}: median ${times[rounds / 2]?.toFixed(1)}, longest ${times.at(-1)?.toFixed(1)}`);
}

await measure("picture", (round) => drawPicture(codeFromBytes(seedOf(`code ${round}`)), seedOf(`size ${round}`)));
for (const language of ["bg", "en"] as const) {
  const clips = await loadClips(language);
  await measure(`spoken (${language})`, (round) => speakCode("234567", clips, seedOf(`voice ${round}`)));
}
