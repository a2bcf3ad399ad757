/** Samples in a second: twice the highest sound that a voice needs. */
const rate = 16_000;
const sampleBytes = 2;
const headBytes = 44;

export const bytesPerSecond: number = rate * sampleBytes;

/** A recording as plain samples, for platforms that take no Opus. Rejects when the browser cannot read it. */
export async function wavOf(recorded: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, 1, rate);
  const sound = await context.decodeAudioData(await recorded.arrayBuffer());
  return new Blob([wav(sound.getChannelData(0))], { type: "audio/wav" });
}

/** One channel of samples between -1 and 1, as 16 bits each. */
export function wav(samples: Float32Array): ArrayBuffer {
  const size = samples.length * sampleBytes;
  const view = new DataView(new ArrayBuffer(headBytes + size));
  const words: [at: number, word: string][] = [
    [0, "RIFF"],
    [8, "WAVEfmt "],
    [36, "data"],
  ];
  for (const [at, word] of words)
    for (const [i, char] of [...word].entries()) view.setUint8(at + i, char.charCodeAt(0));
  view.setUint32(4, headBytes - 8 + size, true);
  view.setUint32(16, 16, true);
  // Plain samples, of one channel.
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, bytesPerSecond, true);
  view.setUint16(32, sampleBytes, true);
  view.setUint16(34, 8 * sampleBytes, true);
  view.setUint32(40, size, true);
  for (const [i, sample] of samples.entries())
    view.setInt16(headBytes + i * sampleBytes, Math.max(-1, Math.min(1, sample)) * 0x7fff, true);
  return view.buffer;
}
