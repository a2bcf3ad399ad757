import assert from "node:assert/strict";
import { eventually } from "../../support/wait.ts";
import { openWindow, send } from "../support/house.ts";
import { standingPair } from "../support/standing-pair.ts";

describe("The simulator's events", () => {
  const pair = standingPair();
  pair.stand();

  it("tell as they happen who wrote, what was sent, how far it came, and every call", async () => {
    const ending = new AbortController();
    const response = await fetch(`${pair.simulator.url}/control/events`, { signal: ending.signal });
    assert.equal(response.headers.get("content-type"), "text/event-stream");
    const seen: string[] = [];
    const reading = read(response, seen).catch(() => "ended");
    await openWindow(pair);
    await send(pair);
    const expected = ["entry customer received", "exchange in 201", "entry business delivered"];
    await eventually(() =>
      assert.ok(
        expected.every((one) => seen.includes(one)),
        seen.join(),
      ),
    );
    ending.abort();
    assert.equal(await reading, "ended");
  });
});

async function read(response: Response, seen: string[]): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    for (const line of decoder.decode(chunk, { stream: true }).split("\n")) {
      if (line.startsWith("data: ")) seen.push(describeEvent(JSON.parse(line.slice(6))));
    }
  }
}

function describeEvent({ type, entry, exchange }: Record<string, Record<string, string>>): string {
  const { from, status } = entry ?? {};
  if (entry) return `${type} ${from} ${status}`;
  return exchange ? `${type} ${exchange.direction} ${exchange.status}` : String(type);
}
