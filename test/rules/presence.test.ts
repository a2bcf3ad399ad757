import assert from "node:assert/strict";
import type { RulesTestEnvironment } from "@firebase/rules-unit-testing";
import { allows, clientOf, environment, stamped } from "./support/clients.ts";
import { presenceRows } from "./support/presence.ts";
import { serverTime } from "./support/question.ts";

describe("firestore.rules: the shape of presence", () => {
  let made: RulesTestEnvironment;
  before(async () => {
    made = await environment();
  });
  after(() => made.cleanup());

  for (const { is, data, may } of presenceRows) {
    it(`${may ? "takes" : "refuses"} ${is}`, async () => {
      const firestore = clientOf(made, "agent");
      const own = firestore.doc("workspaces/demo/presences/ana");
      await own.delete();
      assert.equal(await allows(() => own.set(stamped(data))), may, "created");
      await own.set(stamped({ conversationId: "c1", state: "viewing", at: serverTime }));
      assert.equal(await allows(() => own.set(stamped(data))), may, "updated");
    });
  }
});
