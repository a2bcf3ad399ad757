/** One Opus packet and the samples (at 48 kHz) it holds. */
export type OpusPacket = { bytes: Buffer; samples: number };

const serial = 0x68696c6f;

/** Opus packets as an Ogg stream, one packet a page (RFC 3533, RFC 7845). */
export function makeOgg(packets: OpusPacket[], preSkip = 312): Buffer {
  const pages = [page(0, 0, 2, head(preSkip)), page(1, 0, 0, tags())];
  let position = 0;
  packets.forEach((packet, index) => {
    position += packet.samples;
    const last = index === packets.length - 1;
    pages.push(page(index + 2, position, last ? 4 : 0, packet.bytes));
  });
  return Buffer.concat(pages);
}

function head(preSkip: number): Buffer {
  const bytes = Buffer.alloc(19);
  bytes.write("OpusHead", 0, "latin1");
  // Version 1, one channel.
  bytes.set([1, 1], 8);
  bytes.writeUInt16LE(preSkip, 10);
  bytes.writeUInt32LE(48_000, 12);
  return bytes;
}

function tags(): Buffer {
  const vendor = "Hilo";
  const bytes = Buffer.alloc(8 + 4 + vendor.length + 4);
  bytes.write("OpusTags", 0, "latin1");
  bytes.writeUInt32LE(vendor.length, 8);
  bytes.write(vendor, 12, "latin1");
  return bytes;
}

function page(sequence: number, position: number, flags: number, packet: Buffer): Buffer {
  const lacing = Array.from({ length: Math.floor(packet.length / 255) }, () => 255);
  const segments = Buffer.from([...lacing, packet.length % 255]);
  const header = Buffer.alloc(27);
  header.write("OggS", 0, "latin1");
  header.writeUInt8(flags, 5);
  header.writeBigUInt64LE(BigInt(position), 6);
  header.writeUInt32LE(serial, 14);
  header.writeUInt32LE(sequence, 18);
  header.writeUInt8(segments.length, 26);
  const whole = Buffer.concat([header, segments, packet]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/** CRC-32 of polynomial 04C11DB7, not reflected, from 0: not the CRC of zip. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1)
      sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
