import assert from "node:assert/strict";
import type { VisitorSession } from "@hilo/schema";
import type { Chat, Means } from "../../widget/src/chat/chat.ts";
import type { Shown } from "../../widget/src/chat/live.ts";
import type { Page } from "../../widget/src/chat/session.ts";
import { eventually, settled } from "../support/wait.ts";

const origin = "https://shop.test";
const customer: Page = {
  origin,
  language: "es",
  identity: { id: "204", name: "Camila", signature: "s" },
};
const nobody: Page = { origin, language: "es", identity: null };
const who = ({ identity }: Page) => identity?.id ?? "nobody";

function sessionOf(page: Page): VisitorSession {
  const settings = { title: "", color: "", greeting: "", form: [], open: true, opensAt: null };
  return {
    token: `token of ${who(page)}`,
    expires: Date.now() + 3_600_000,
    conversationId: `thread of ${who(page)}`,
    refresh: false,
    settings: settings as unknown as VisitorSession["settings"],
  };
}

describe("a visitor's chat", () => {
  const kept: Record<string, PropertyDescriptor | undefined> = {};
  const globals = {
    addEventListener: () => undefined,
    document: { addEventListener: () => undefined, visibilityState: "visible" },
    location: { search: "?workspace=demo&channel=webchat", origin },
    fetch: async (_url: string, init: { headers: { authorization: string } }) => {
      if (!reachable) throw new TypeError("No network");
      posted.push(init.headers.authorization);
      return new Response("{}");
    },
  };
  let posted: string[];
  let reachable: boolean;
  let followed: string[];
  let opening: { page: Page; open: () => void }[];
  let tell: (messages: readonly Shown[], connected: boolean) => void;
  let chat: Chat;

  before(() => {
    for (const [name, value] of Object.entries(globals)) {
      kept[name] = Object.getOwnPropertyDescriptor(globalThis, name);
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
  });
  after(() => {
    for (const [name, own] of Object.entries(kept)) {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
  });
  beforeEach(async () => {
    [posted, followed, opening, reachable] = [[], [], [], true];
    const { Chat } = await import("../../widget/src/chat/chat.ts");
    const means: Means = {
      open: (page) =>
        new Promise((resolve) => {
          opening.push({ page, open: () => resolve(sessionOf(page)) });
        }),
      prepare: async () => undefined,
      follow: (conversationId, news) => {
        followed.push(conversationId);
        tell = news;
        return () => followed.push(`no more ${conversationId}`);
      },
    };
    chat = new Chat(means);
  });

  const openNext = async (count: number) => {
    const next = await eventually(() => opening.length === count && opening.at(-1));
    next?.open();
  };

  it("drops the session of who was there when somebody else comes, though it was still opening", async () => {
    const first = chat.begin(customer);
    const second = chat.begin(nobody);
    await openNext(1);
    await settled();
    const token = chat.token();
    await openNext(2);
    await Promise.all([first, second]);
    assert.equal(await token, "token of nobody");
    assert.deepEqual(
      opening.map(({ page }) => who(page)),
      ["204", "nobody"],
    );
    assert.deepEqual(followed, ["thread of nobody"]);
    assert.equal(await chat.token(), "token of nobody");
  });

  it("takes the thread away at once when somebody else comes, and gives nobody else's token", async () => {
    const first = chat.begin(customer);
    await openNext(1);
    await first;
    tell([{ id: "m1", direction: "inbound", externalId: "e1" } as Shown], true);
    assert.equal(chat.state.value.messages.length, 1);
    const second = chat.begin(nobody);
    assert.deepEqual(followed, ["thread of 204", "no more thread of 204"]);
    assert.deepEqual(chat.state.value.messages, []);
    const token = chat.token();
    await openNext(2);
    assert.equal(await token, "token of nobody");
    await second;
  });

  it("posts what one person wrote in no other's name", async () => {
    const first = chat.begin(customer);
    chat.send({ text: "De Camila" });
    await settled(); // It waits for the token now.
    const second = chat.begin(nobody);
    await openNext(1);
    await openNext(2);
    await Promise.all([first, second]);
    await settled();
    assert.deepEqual(posted, []);
    assert.deepEqual(chat.state.value.outgoing, []);
    chat.send({ text: "De otra persona" });
    await eventually(() => posted.length === 1);
    assert.deepEqual(posted, ["Bearer token of nobody"]);
  });

  it("sends what waited when the server is heard again, though the browser was never offline", async () => {
    const begun = chat.begin(nobody);
    await openNext(1);
    await begun;
    tell([], true);
    reachable = false;
    chat.send({ text: "¿Hola?" });
    await eventually(() => chat.state.value.outgoing[0]?.state === "failed");
    tell([], false);
    reachable = true;
    tell([], true);
    await eventually(() => posted.length === 1);
    tell([], true);
    await settled();
    assert.equal(posted.length, 1);
  });
});
