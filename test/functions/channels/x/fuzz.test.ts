import { InboundEvent } from "@hilo/schema";
import fc from "fast-check";
import { parse } from "../../../../functions/src/channels/x/inbound.ts";
import { verify } from "../../../../functions/src/channels/x/signature.ts";
import { samples } from "./samples.ts";

const bodies = samples.filter(({ direction }) => direction === "webhook").map(({ body }) => body);

/** Any event there may be can be kept. */
function readable(rawBody: Buffer): boolean {
  const events = parse({ rawBody }, { settings: {}, address: "1460000000000000001" });
  return events.length > 0 && events.every((event) => InboundEvent.safeParse(event).success);
}

type Path = readonly string[];

/** Every place inside a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

/** A copy in which another value stands at a place. */
function replaced(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = Array.isArray(value) ? Object([...value]) : Object({ ...Object(value) });
  copy[key] = replaced(copy[key], rest, other);
  return copy;
}

const spoiled = fc
  .constantFrom(...bodies)
  .chain((body) =>
    fc
      .tuple(fc.constantFrom(...pathsIn(body)), fc.jsonValue())
      .map(([path, other]) => replaced(body, path, other)),
  );

describe("X's webhooks of any form", () => {
  it("are read without an exception, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readable(Buffer.from(bytes))));
  });

  it("are read without an exception, whatever the JSON", () => {
    fc.assert(fc.property(fc.json(), (json) => readable(Buffer.from(json))));
  });

  it("give events that can be kept, whatever stands at one place of a sample", () => {
    fc.assert(
      fc.property(spoiled, (body) => readable(Buffer.from(JSON.stringify(body) ?? "null"))),
      { numRuns: 1000 },
    );
  });

  it("are refused without an exception, whatever the header", () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array(), (given, bytes) => {
        const headers = { "x-twitter-webhooks-signature": given };
        return !verify({ headers, rawBody: Buffer.from(bytes) }, { consumerSecret: "s" });
      }),
    );
  });
});
