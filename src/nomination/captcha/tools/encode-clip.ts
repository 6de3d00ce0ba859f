import { alphabet, blockLength, levelOf, predictors, stepCount, stepOf } from "../decode-clip.ts";

interface Block {
  text: string;
  last: number;
  before: number;
  error: number;
}

/** Encodes sound from -1 to 1 as text for `decodeClip`; tries every predictor and step, and keeps the best. */
export function encodeClip(samples: Float32Array): string {
  let text = "";
  let [last, before] = [0, 0];
  for (let start = 0; start < samples.length; start += blockLength) {
    // The last block is filled up with silence.
    const block = Float32Array.from({ length: blockLength }, (_, index) => samples[start + index] ?? 0);
    let best: Block | undefined;
    for (let predictor = 0; predictor < predictors.length; predictor++) {
      for (let step = 0; step < stepCount; step++) {
        const written = writeBlock(block, { predictor, step }, { last, before });
        if (!best || written.error < best.error) best = written;
      }
    }
    ({ last, before } = best as Block);
    text += (best as Block).text;
  }
  return text;
}

function writeBlock(
  block: Float32Array,
  { predictor, step }: { readonly predictor: number; readonly step: number },
  { last, before }: { last: number; before: number },
): Block {
  const [first, second] = predictors[predictor] as readonly [number, number];
  const codes: number[] = [];
  let error = 0;
  for (const sample of block) {
    const predicted = first * last + second * before;
    const nearest = Math.round((sample - predicted) / stepOf(step) - levelOf(0));
    const code = Math.max(0, Math.min(7, nearest));
    before = last;
    last = predicted + stepOf(step) * levelOf(code);
    error += (sample - last) ** 2;
    codes.push(code);
  }
  let text = characterOf(predictor) + characterOf(step);
  for (let index = 0; index < codes.length; index += 2) {
    text += characterOf((codes[index] as number) | ((codes[index + 1] as number) << 3));
  }
  return { text, last, before, error };
}

function characterOf(value: number): string {
  return alphabet[value] as string;
}
