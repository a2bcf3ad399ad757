import { Cue } from "@hilo/schema";

const order = new Map<Cue, bigint>(Cue.options.map((cue, at) => [cue, 1n << BigInt(at)]));

/** A set of cues as a short text: a bit for each, in the order of the schema, in base 36. */
export function packCues(cues: Iterable<Cue>): string {
  let bits = 0n;
  for (const cue of cues) bits |= order.get(cue) ?? 0n;
  return bits === 0n ? "" : bits.toString(36);
}

export function unpackCues(packed: string): Set<Cue> {
  let bits = 0n;
  for (const digit of packed) bits = bits * 36n + BigInt(Number.parseInt(digit, 36));
  return new Set([...order].flatMap(([cue, bit]) => ((bits & bit) === 0n ? [] : [cue])));
}
