import assert from "node:assert/strict";
import { forgetConnections } from "../../functions/src/channels/connections.ts";
import { secretOf } from "../../functions/src/channels/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { twilio } from "../../functions/src/providers/twilio/index.ts";
import { during } from "../support/during.ts";
import { signTwilio } from "../support/twilio.ts";
import { shoot } from "./nasty.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { documentsOf, freshWorkspace } from "./workspace.ts";

describe("a request that was signed with nobody's secret", () => {
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
  });

  async function shootAt(channelId: string): Promise<number> {
    const path = `/webhooks/twilio/${workspaceId}/${channelId}`;
    const base = process.env.PUBLIC_BASE_URL ?? "";
    const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "hola" });
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": signTwilio(base + path, form, twilio.decoy.authToken),
    };
    const body = new URLSearchParams(form).toString();
    const before = await documentsOf(workspaceId);
    const { status } = await shoot(base, { method: "POST", path, headers, body });
    assert.deepEqual(await documentsOf(workspaceId), before);
    return status;
  }

  it("is refused where there is no channel", async () => {
    assert.equal(await shootAt("none"), 404);
  });

  it("is refused by a channel that has a secret, and by one that has none", async () => {
    assert.equal(await shootAt("twilio-sms"), 401);
    await secretOf(workspaceId, "twilio-sms").delete();
    forgetConnections();
    assert.equal(await shootAt("twilio-sms"), 401);
  });
});
