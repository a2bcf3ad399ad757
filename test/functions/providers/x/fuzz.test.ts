import { InboundEvent } from "@hilo/schema";
import fc from "fast-check";
import { parse } from "../../../../functions/src/providers/x/inbound.ts";
import { verify } from "../../../../functions/src/providers/x/signature.ts";
import { spoiled } from "../../../support/spoiled.ts";
import { samples } from "./samples.ts";

const bodies = samples.filter(({ direction }) => direction === "webhook").map(({ body }) => body);

/** Any event there may be can be kept. */
function readable(rawBody: Buffer): boolean {
  const events = parse({ rawBody }, { settings: {}, address: "1460000000000000001" });
  return events.length > 0 && events.every((event) => InboundEvent.safeParse(event).success);
}

describe("X's webhooks of any form", () => {
  it("are read without an exception, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readable(Buffer.from(bytes))));
  });

  it("are read without an exception, whatever the JSON", () => {
    fc.assert(fc.property(fc.json(), (json) => readable(Buffer.from(json))));
  });

  it("give events that can be kept, whatever stands at one place of a sample", () => {
    fc.assert(fc.property(spoiled(bodies), readable), { numRuns: 1000 });
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
