import type { Bytes } from "../encoding.ts";

const headerLength = 44;

/** A WAV file of one channel, 8 bits a sample (0 to 255, silence at 128), from sound between -1 and 1. */
export function encodeWav(samples: Float32Array, sampleRate: number): Bytes {
  // A chunk of odd length is followed by a byte that its length does not count.
  const bytes = new Uint8Array(headerLength + samples.length + (samples.length & 1));
  const view = new DataView(bytes.buffer);
  const writeName = (at: number, name: string) => {
    for (let index = 0; index < name.length; index++) view.setUint8(at + index, name.charCodeAt(index));
  };
  writeName(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  writeName(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate, true); // bytes a second
  view.setUint16(32, 1, true); // bytes a sample
  view.setUint16(34, 8, true); // bits a sample
  writeName(36, "data");
  view.setUint32(40, samples.length, true);
  for (let index = 0; index < samples.length; index++) {
    const sample = Math.floor(128.5 + 127 * (samples[index] as number));
    bytes[headerLength + index] = Math.max(0, Math.min(255, sample));
  }
  return bytes;
}
