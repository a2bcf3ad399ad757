import assert from "node:assert/strict";
import type { InboundRequest } from "@hilo/simulator";
import { adapterOf } from "../../../functions/src/providers/index.ts";
import { channelTable } from "../../../scripts/seed/channel-table.ts";
import { type AttachAction, attachActions } from "../../../simulator/src/page/ui/attach-actions.ts";
import { addressOf } from "../../../simulator/src/phones/addresses.ts";
import { channels } from "../../../simulator/src/phones/demo-channels.ts";
import { people } from "../../../simulator/src/phones/demo-people.ts";
import type { ProviderName } from "../../../simulator/src/providers/index.ts";
import { requestOf, standingPair } from "../support/standing-pair.ts";

/** What an action sends when its form is left as it comes. */
function contentOf({ form, content }: AttachAction): Partial<InboundRequest> {
  const fields = form?.fields ?? [];
  const values = fields.map(({ name, value, options }) => [
    name,
    value ?? options?.[0]?.value ?? "algo",
  ]);
  return content(Object.fromEntries(values));
}

describe("What a customer can do on the simulator's page", () => {
  const pair = standingPair({ smtpPort: 0 });
  pair.stand();

  for (const channel of channels) {
    const { id, platform, address } = channel;
    if (channel.provider === "webchat") continue;
    const provider: ProviderName = channel.provider;
    const person = people.find((one) => addressOf(one, platform) !== undefined);

    /** What the house reads of the calls, each of them proved. */
    async function read() {
      const adapter = adapterOf(provider) ?? assert.fail();
      const { credentials, settings } = channelTable[id];
      const webhook = `${pair.target}/webhooks/${provider}/demo/${id}`;
      const account = { workspaceId: "demo", channelId: id, platform, address, settings, webhook };
      const requests = pair.calls.map((call) => requestOf(call, pair.target));
      for (const request of requests) assert.ok(adapter.verify(request, credentials), "proved");
      return (await Promise.all(requests.map((one) => adapter.parse(one, account)))).flat();
    }

    for (const action of attachActions(channel, false).filter(({ file }) => !file)) {
      it(`reaches the house by ${id}: ${action.label}`, async () => {
        const { id: _, platform: __, channelId: ___, ...from } = person ?? assert.fail();
        const content = contentOf(action);
        await pair.simulator.control.inbound({ channel: platform, from, ...content }, provider);
        await pair.simulator.control.settled();
        const events = await read();
        // Whoever blocks a page tells nobody.
        assert.ok(events.length > 0 || content.kind === "block");
        for (const event of events) assert.ok(!/unsupported|ignored/.test(event.type), event.type);
      });
    }
  }
});
