import assert from "node:assert/strict";
import { MessageState } from "@hilo/schema";
import { deliveryWords } from "../../console/src/pages/inbox/message/delivery-words.ts";
import { language, setLanguage } from "../../console/src/text/language.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { failuresBy, type Row, reconnect, unfit } from "../support/both-ways-channels.ts";
import { failureOn } from "../support/offered-failures.ts";
import { eventually } from "../support/wait.ts";
import { control } from "./control.ts";
import { isToReconnect, lastShown, type Person, treatAt, whoWrote } from "./elsewhere.ts";
import { messageOf } from "./records.ts";
import { act, reached, send, tokenOf } from "./staff.ts";

/** What the console says below a message, and the words of the buttons there. */
async function readBelow(person: Person, messageId: string): Promise<[text: string, ...string[]]> {
  const message = await messageOf(person, messageId);
  const { text = "", ways = [] } = deliveryWords({ id: messageId, ...message }) ?? {};
  return [text, ...ways.map((way) => way.text)];
}

for (const row of failuresBy("tables")) {
  describe(`an answer by ${row.channel} that fails`, () => {
    const usual = language();
    let agent: string;
    let person: Person;
    after(() => setLanguage(usual));
    before(async () => {
      setLanguage("es");
      agent = await tokenOf("agent");
      person = await whoWrote(row.channel, { text: "¿Siguen ahí?" });
      await treatAt(person, { pace: 5, readAfter: 5 });
    });

    /** The provider fails the next message by a code: why, and what is read below it. */
    async function failsBy(code: string) {
      const behaviour = { failure: failureOn(row.channel, code) };
      await control("behaviour", { scope: "next", personId: person.address, behaviour });
      const state = await reached(agent, await send(agent, person), "failed");
      const [text, ...buttons] = await readBelow(person, state.messageId);
      assert.doesNotMatch(text, unfit);
      return { id: state.messageId, reason: state.error?.reason, text, buttons };
    }

    it("for now says why, and comes when it is sent again", async () => {
      const { id, reason, text, buttons } = await failsBy(row.passing.code);
      assert.equal(reason, row.passing.reason);
      assert.match(text, row.passing.says);
      assert.deepEqual(buttons, ["Reintentar"]);
      const messageId = newId();
      const { status, json } = await act(agent, person, `messages/${id}/retry`, { messageId });
      assert.equal(status, 202, JSON.stringify(json));
      await comes(MessageState.parse(json), row);
      assert.deepEqual(await readBelow(person, id), ["Se envió de nuevo"]);
    });

    it("for good says why, and nothing offers to send it again", async () => {
      const { reason, text, buttons } = await failsBy(row.lasting.code);
      assert.equal(reason, row.lasting.reason);
      assert.match(text, row.lasting.says);
      assert.deepEqual(buttons, []);
    });

    it("for the channel's credentials asks administrators to connect it anew", async () => {
      const { reason, text, buttons } = await failsBy(row.locked);
      assert.equal(reason, reconnect.reason);
      assert.match(text, reconnect.says);
      assert.deepEqual(buttons, ["Reintentar"]);
      await isToReconnect(row.channel);
    });

    /** The house and the customer's phone have it, as far as anything comes on this channel. */
    async function comes(state: MessageState, { comes: { phone } }: Row): Promise<void> {
      assert.equal((await reached(agent, state, phone)).error, null);
      await eventually(async () => assert.equal((await lastShown(person)).status, phone));
    }
  });
}
