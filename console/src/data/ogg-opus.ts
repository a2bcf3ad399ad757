import type { OpusSound } from "./webm-opus.ts";

/** About a second of 20 milliseconds each; a page has room for 255 parts of packets. */
const packetsOnPage = 50;
const partsOnPage = 255;
const flags = { first: 2, last: 4 };

/** The same sound in an Ogg file, no packet of it changed (RFC 3533, RFC 7845). */
export function oggOf({ head, packets }: OpusSound): Uint8Array<ArrayBuffer>[] {
  let position = 0;
  let sequence = 1;
  const pages = [page({ flags: flags.first, position, sequence: 0, packets: [head] })];
  pages.push(page({ flags: 0, position, sequence, packets: [tags()] }));
  const groups = grouped(packets);
  for (const [index, group] of groups.entries()) {
    for (const packet of group) position += samplesIn(packet);
    sequence += 1;
    const last = index === groups.length - 1 ? flags.last : 0;
    pages.push(page({ flags: last, position, sequence, packets: group }));
  }
  return pages;
}

function grouped(packets: readonly Uint8Array[]): Uint8Array[][] {
  const groups: Uint8Array[][] = [];
  let parts = partsOnPage;
  for (const packet of packets) {
    const group = groups.at(-1);
    parts += partsOf(packet);
    if (group && parts <= partsOnPage && group.length < packetsOnPage) group.push(packet);
    else {
      groups.push([packet]);
      parts = partsOf(packet);
    }
  }
  return groups;
}

function partsOf({ length }: Uint8Array): number {
  return Math.floor(length / 255) + 1;
}

/** How long a packet is, in samples of 48 kHz, by its first byte (RFC 6716, section 3.1). */
export function samplesIn(packet: Uint8Array): number {
  const [first = 0, second = 0] = packet;
  const code = first & 3;
  const frames = code === 0 ? 1 : code === 3 ? second & 0x3f : 2;
  return frames * frameOf(first >> 3);
}

function frameOf(configuration: number): number {
  if (configuration < 12) return [480, 960, 1920, 2880][configuration & 3] ?? 0;
  if (configuration < 16) return [480, 960][configuration & 1] ?? 0;
  return [120, 240, 480, 960][configuration & 3] ?? 0;
}

type Page = {
  flags: number;
  /** The samples until its end. */
  position: number;
  sequence: number;
  packets: readonly Uint8Array[];
};

/** The one stream of its file, by any number. */
const serial = 0x68696c6f;

function page({ flags, position, sequence, packets }: Page): Uint8Array<ArrayBuffer> {
  const lengths = packets.flatMap((packet) => [
    ...Array<number>(partsOf(packet) - 1).fill(255),
    packet.length % 255,
  ]);
  const size = packets.reduce((sum, { length }) => sum + length, 27 + lengths.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("OggS"));
  view.setUint8(5, flags);
  view.setBigUint64(6, BigInt(position), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  view.setUint8(26, lengths.length);
  bytes.set(lengths, 27);
  let at = 27 + lengths.length;
  for (const packet of packets) {
    bytes.set(packet, at);
    at += packet.length;
  }
  view.setUint32(22, checksumOf(bytes), true);
  return bytes;
}

/** The comments, which are none. */
function tags(): Uint8Array {
  const words = new TextEncoder().encode("OpusTags\x04\0\0\0Hilo");
  const bytes = new Uint8Array(words.length + 4);
  bytes.set(words);
  return bytes;
}

/** CRC-32 by the polynomial 04C11DB7, not reflected, which is not the one of zip. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = (sum << 8) ^ (table[(sum >>> 24) ^ byte] ?? 0);
  return sum >>> 0;
}

const table = Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  return sum;
});
