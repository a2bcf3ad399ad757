import assert from "node:assert/strict";
import type { Letter, PostOutcome } from "../../../console/src/data/letter.ts";
import { Outbox } from "../../../console/src/data/outbox.ts";
import { merge, type ThreadMessage } from "../../../console/src/data/thread-merge.ts";

const noon = 1_800_000_000_000;

function message(id: string, changes: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id,
    direction: "outbound",
    kind: "text",
    text: id,
    attachments: [],
    status: "queued",
    statusRank: 1,
    statusAt: {},
    externalId: null,
    author: { type: "member", id: "ana", name: "Ana" },
    providerAt: noon,
    createdAt: new Date(noon),
    local: { state: "sending" },
    ...changes,
  };
}

function setUp() {
  let written = 0;
  const later: (() => void)[] = [];
  const sent: string[] = [];
  const outcomes = new Map<string, PostOutcome[]>();
  const post = ({ message: { id } }: Letter): Promise<PostOutcome> => {
    sent.push(id);
    return Promise.resolve(outcomes.get(id)?.shift() ?? { type: "taken" });
  };
  const outbox = new Outbox(post, (work) => later.push(work));
  /** A letter, and how the attempts to send it end; taken at last. */
  const letter = (id: string, ...attempts: PostOutcome[]): Letter => {
    outcomes.set(id, attempts);
    const at = noon + written++;
    const shown = message(id, { providerAt: at });
    return { conversationId: "c", to: "sendMessage", message: shown, body: { text: id } };
  };
  const states = (conversationId = "c") =>
    outbox.of(conversationId).map((one) => `${one.id}:${one.local?.state ?? "taken"}`);
  return { outbox, later, sent, letter, states };
}

const unreachable: PostOutcome = { type: "unreachable" };
const refused: PostOutcome = { type: "refused", code: "windowClosed", detail: "Closed." };

describe("outbox of the console", () => {
  it("sends nothing that may still be taken back, and what is behind it after it", async () => {
    const { outbox, letter, states, sent, later } = setUp();
    const held = { ...letter("a"), heldUntil: Date.now() + 60_000 };
    await outbox.add(held);
    await outbox.add(letter("b"));
    await outbox.flush();
    assert.deepEqual([sent, states()], [[], ["a:sending", "b:sending"]]);
    held.heldUntil = Date.now();
    later.shift()?.();
    await outbox.flush();
    assert.deepEqual(sent, ["a", "b"]);
  });

  it("takes back what is held, all of it or nothing", async () => {
    const { outbox, letter, states, sent } = setUp();
    const heldUntil = Date.now() + 60_000;
    await outbox.add({ ...letter("a"), heldUntil });
    await outbox.add({ ...letter("b"), heldUntil });
    assert.equal(outbox.takeBack(["a", "gone"]), false);
    assert.deepEqual(states(), ["a:sending", "b:sending"]);
    assert.equal(outbox.takeBack(["a", "b"]), true);
    await outbox.flush();
    assert.deepEqual([sent, states()], [[], []]);
  });

  it("takes back nothing that may have gone", async () => {
    const { outbox, letter, sent } = setUp();
    await outbox.add({ ...letter("a"), heldUntil: Date.now() - 1 });
    assert.equal(outbox.takeBack(["a"]), false);
    assert.deepEqual(sent, ["a"]);
  });

  it("shows a message at once, and until Firestore shows it", async () => {
    const { outbox, letter, states } = setUp();
    const sending = outbox.add(letter("a"));
    assert.deepEqual(states(), ["a:sending"]);
    await sending;
    assert.deepEqual(states(), ["a:taken"]);
    outbox.settle(["a"]);
    assert.deepEqual(states(), []);
  });

  it("keeps waiting messages in order, and sends each once when the network is back", async () => {
    const { outbox, letter, states, sent } = setUp();
    await outbox.add(letter("a", unreachable));
    await outbox.add(letter("b", unreachable));
    assert.deepEqual(states(), ["a:taken", "b:waiting"]);
    await outbox.flush();
    assert.deepEqual(states(), ["a:taken", "b:taken"]);
    assert.deepEqual(sent, ["a", "a", "b", "b"]);
  });

  it("holds what comes after an unreachable one back", async () => {
    const { outbox, letter, states, sent } = setUp();
    const first = outbox.add(letter("a", unreachable));
    const second = outbox.add(letter("b"));
    await Promise.all([first, second]);
    assert.deepEqual(states(), ["a:waiting", "b:waiting"]);
    assert.deepEqual(sent, ["a"]);
  });

  it("tries again by itself after a while", async () => {
    const { outbox, letter, later, states } = setUp();
    await outbox.add(letter("a", unreachable));
    later.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(states(), ["a:taken"]);
  });

  it("keeps a refused message with its reason, lets others pass, and can retry it", async () => {
    const { outbox, letter, states, sent } = setUp();
    await outbox.add(letter("a", refused));
    await outbox.add(letter("b"));
    assert.deepEqual(states(), ["a:refused", "b:taken"]);
    assert.deepEqual(outbox.of("c")[0]?.local, {
      state: "refused",
      code: "windowClosed",
      detail: "Closed.",
    });
    await outbox.retry("a");
    assert.deepEqual(states(), ["a:taken", "b:taken"]);
    assert.deepEqual(sent, ["a", "b", "a"]);
  });

  it("keeps conversations apart", async () => {
    const { outbox, letter, states } = setUp();
    await outbox.add(letter("a", unreachable));
    await outbox.add({ ...letter("b"), conversationId: "d" });
    assert.deepEqual(states("c"), ["a:waiting"]);
    assert.deepEqual(states("d"), ["b:taken"]);
  });

  it("sends nothing any more once its writer is gone", async () => {
    const { outbox, letter, later, states, sent } = setUp();
    await outbox.add(letter("a", unreachable));
    const told: string[] = [];
    outbox.watch((id) => told.push(id));
    outbox.forget();
    assert.deepEqual(told, [], "what shows it cannot be drawn without its reader");
    later.shift()?.();
    await outbox.flush();
    assert.deepEqual(states(), []);
    assert.deepEqual(sent, ["a"]);
  });

  it("never sends the same message twice at once", async () => {
    const { outbox, letter, sent } = setUp();
    const sending = outbox.add(letter("a"));
    await Promise.all([outbox.flush(), outbox.flush(), sending]);
    assert.deepEqual(sent, ["a"]);
  });
});

describe("merging a thread", () => {
  it("lets the stored message replace the one shown meanwhile", () => {
    const stored = message("a", { status: "sent", statusRank: 3, providerAt: noon + 5 });
    const { local: _, ...shown } = stored;
    const merged = merge([shown], [message("a"), message("b", { providerAt: noon + 9 })]);
    assert.deepEqual(
      merged.map((one) => [one.id, one.local?.state]),
      [
        ["a", undefined],
        ["b", "sending"],
      ],
    );
  });

  it("keeps thread order whatever comes first, and what waits below it", () => {
    const early = message("z", { providerAt: noon - 1 });
    assert.deepEqual(
      merge([message("b"), early], [message("a")]).map((one) => one.id),
      ["z", "b", "a"],
    );
  });
});
