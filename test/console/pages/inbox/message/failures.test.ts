import assert from "node:assert/strict";
import { FailureReason } from "@hilo/schema";
import { deliveryWords } from "../../../../../console/src/pages/inbox/message/delivery-words.ts";
import { language, setLanguage } from "../../../../../console/src/text/language.ts";
import { channels } from "../../../../../simulator/src/phones/demo-channels.ts";
import {
  type Failure,
  failuresBy,
  reconnect,
  rows,
  unfit,
} from "../../../../support/both-ways-channels.ts";
import { failureOn } from "../../../../support/offered-failures.ts";
import { sources } from "../../../../support/sources.ts";
import { threadMessage } from "../../../thread-message.ts";

/** What is read below an answer that failed for a reason, and the words of the buttons there. */
function readBelow({ code, reason }: Pick<Failure, "code" | "reason">) {
  const error = { code, reason, message: "In English" };
  const failed = { direction: "outbound", status: "failed", statusAt: { failed: 1 } } as const;
  const { text = "", ways = [] } =
    deliveryWords(threadMessage("m", { ...failed, error })) ?? assert.fail("nothing is said");
  return { text, buttons: ways.map((way) => way.text) };
}

/** What may go when it is tried again, by time or by what somebody mends meanwhile. */
const mended = new Set<FailureReason>([
  "unreachable",
  "spamLimited",
  "rateLimited",
  "permission",
  "configuration",
  "credentials",
  "transient",
  "unconfirmed",
  "other",
]);

describe("why an answer failed, by every channel", () => {
  const usual = language();
  beforeEach(() => setLanguage("es"));
  after(() => setLanguage(usual));

  for (const { channel, passing, lasting, locked } of rows) {
    const connectAnew = { code: locked, ...reconnect };
    for (const [what, { code, reason, says }, buttons] of [
      ["for now", passing, ["Reintentar"]],
      ["for good", lasting, []],
      ["for the credentials", connectAnew, ["Reintentar"]],
    ] as const) {
      it(`is said in words by ${channel} ${what} (${code}), with what helps beside them`, () => {
        const read = readBelow({ code, reason });
        assert.match(read.text, says);
        assert.doesNotMatch(read.text, unfit);
        assert.deepEqual(read.buttons, buttons);
        assert.equal(String(failureOn(channel, code).code), code);
      });
    }
  }

  for (const reason of FailureReason.options) {
    it(`is said in both languages when it is ${reason}`, () => {
      for (const [language, retry] of [
        ["es", "Reintentar"],
        ["en", "Try again"],
      ] as const) {
        setLanguage(language);
        const { text, buttons } = readBelow({ code: "1", reason });
        assert.match(text, /^\p{Lu}.+\.$/u);
        assert.doesNotMatch(text, unfit);
        assert.deepEqual(buttons, mended.has(reason) ? [retry] : []);
      }
    });
  }

  it("is said of what was sent again, of what nobody knows, and of what never left", () => {
    const outbound = { direction: "outbound", statusAt: {} } as const;
    const said = (changes: Parameters<typeof threadMessage>[1]) => {
      const words = deliveryWords(threadMessage("m", { ...outbound, ...changes }));
      return words && [words.tone, ...words.ways.map(({ text, does }) => `${text}: ${does}`)];
    };
    const failed = { status: "failed", statusAt: { failed: 1 } } as const;
    const again = "Reintentar: retry";
    assert.deepEqual(said(failed), ["bad", again]);
    assert.deepEqual(said({ ...failed, retriedAs: "n" }), ["quiet"]);
    assert.deepEqual(said({ ...failed, echo: true }), ["bad"]);
    assert.deepEqual(said({ status: "unknown", statusAt: { unknown: 1 } }), [
      "warning",
      "Enviar otra vez: retry",
    ]);
    const local = { state: "refused", code: "windowClosed", detail: "" } as const;
    assert.deepEqual(said({ status: "queued", local }), ["bad", again, "Descartar: discard"]);
    assert.equal(said({ status: "sent", statusRank: 3 }), undefined);
    assert.equal(said({ ...failed, direction: "inbound" }), undefined);
  });
});

describe("the channels that are proved by both screens", () => {
  it("are all of the simulator's, but calls and the web chat, which have tests of their own", () => {
    const elsewhere = new Set<string>(["twilio-voice", "webchat"]);
    const ids = channels.map(({ id }) => id).filter((id) => !elsewhere.has(id));
    assert.deepEqual(rows.map(({ channel }) => channel).sort(), ids.sort());
  });

  it("fail before both screens for three providers, and by a journey for all the others", () => {
    const [screens, tables] = [failuresBy("screens"), failuresBy("tables")];
    const proved = [...screens, ...tables].map(({ channel }) => channel);
    assert.deepEqual(proved.sort(), rows.map(({ channel }) => channel).sort());
    const providers = screens.map((row) => channels.find(({ id }) => id === row.channel)?.provider);
    assert.ok(new Set(providers).size >= 3, String(providers));
    for (const [way, path] of [
      ["screens", "test/browser/both-ways.browser.ts"],
      ["tables", "test/journeys/failures.journey.ts"],
    ] as const) {
      const [{ text } = assert.fail(`${path} is gone`)] = sources(path);
      assert.match(text, new RegExp(`^for \\(const row of failuresBy\\("${way}"\\)\\) \\{$`, "m"));
    }
  });
});
