/** One frame of silence: MPEG-1 Layer III, 128 kbit/s, 44.1 kHz, so that it is 417 bytes and 26 ms. */
function frame(): Buffer {
  const bytes = Buffer.alloc(417);
  bytes.set([0xff, 0xfb, 0x90, 0x64]);
  return bytes;
}

const framesPerSecond = 44_100 / 1152;

/** So many seconds (60 at most) of nobody speaking, as MP3. */
export function silence(seconds: number): Buffer {
  const frames = Math.ceil(Math.min(Math.max(seconds, 1), 60) * framesPerSecond);
  return Buffer.concat(Array.from({ length: frames }, frame));
}
