import fc from "fast-check";

const [surrogates, beyond] = [0xd800, 0xe000];
const missing = beyond - surrogates;

/** Any character of Unicode, as fast-check's unit "binary", which takes two seconds to list them all. */
export const character = fc.integer({ min: 0, max: 0x10ffff - missing }).map(
  (place) => String.fromCodePoint(place < surrogates ? place : place + missing),
  (one) => {
    const point = typeof one === "string" ? one.codePointAt(0) : undefined;
    if (point === undefined || one !== String.fromCodePoint(point)) throw new TypeError();
    return point < surrogates ? point : point - missing;
  },
);
