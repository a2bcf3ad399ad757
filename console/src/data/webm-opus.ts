/** Sound by Opus without its container: the header that tells how to play it, and its packets in order (RFC 7845). */
export type OpusSound = { head: Uint8Array; packets: readonly Uint8Array[] };

/** Elements that hold others; what is in them is read as if it stood beside them, whether or not they tell their size. */
const holders = new Set([0x18538067, 0x1f43b675, 0x1654ae6b, 0xae, 0xa0]);
const codecPrivate = 0x63a2;
const blocks = new Set([0xa3, 0xa1]);

/**
 * The sound in a recording that a browser made in WebM, with one track of Opus. Throws when there is none. What was cut
 * off in the middle of a packet gives all packets before it.
 * @see https://www.rfc-editor.org/rfc/rfc9559
 */
export function opusIn(webm: Uint8Array): OpusSound {
  let head: Uint8Array | undefined;
  const packets: Uint8Array[] = [];
  for (const { id, content } of elementsOf(webm)) {
    if (id === codecPrivate) head = content;
    if (blocks.has(id)) packets.push(packetIn(content));
  }
  if (!head || !new TextDecoder().decode(head).startsWith("OpusHead"))
    throw new Error("There is no sound by Opus in the recording.");
  return { head, packets };
}

type Element = { id: number; content: Uint8Array };

function* elementsOf(bytes: Uint8Array): Generator<Element> {
  let at = 0;
  while (at < bytes.length) {
    const id = numberAt(bytes, at);
    const size = numberAt(bytes, at + id.length);
    const start = at + id.length + size.length;
    const end = start + size.value;
    const holds = holders.has(id.marked);
    if (!holds && end > bytes.length) return;
    if (!holds) yield { id: id.marked, content: bytes.subarray(start, end) };
    at = holds ? start : end;
  }
}

type VariableNumber = { value: number; marked: number; length: number };

/** A number whose first byte tells by its leading zeros how long it is; `marked` is it with the bit that ends them. */
function numberAt(bytes: Uint8Array, at: number): VariableNumber {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  let value = first & (0xff >> length);
  let marked = first;
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte;
    marked = marked * 256 + byte;
  }
  return { value, marked, length };
}

/** A block is its track's number, two bytes of time and one of flags, and the packet. */
function packetIn(block: Uint8Array): Uint8Array {
  const { length } = numberAt(block, 0);
  const laced = ((block[length + 2] ?? 0) & 0x06) !== 0;
  if (laced) throw new Error("The recording holds several packets in a block.");
  return block.subarray(length + 3);
}
