import assert from "node:assert/strict";
import type { VisitorSession } from "@hilo/schema";
import type { Chat, Means } from "../../../widget/src/chat/chat.ts";
import { customerIn } from "../../../widget/src/chat/customer.ts";
import type { Shown } from "../../../widget/src/chat/live.ts";
import type { Page } from "../../../widget/src/chat/page.ts";
import { hostToken } from "../../support/host-token.ts";
import { eventually, settled } from "../../support/wait.ts";

const origin = "https://shop.test";
const customer: Page = {
  origin,
  language: "es",
  identity: { id: "204", name: "Camila", signature: "s" },
};
const nobody: Page = { origin, language: "es", identity: null };
const who = (page: Page) => customerIn(page.identity)?.id ?? "nobody";

function sessionOf(page: Page, form: "name"[]): VisitorSession {
  const settings = { title: "", color: "", greeting: "", form, open: true, opensAt: null };
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
  let opening: { page: Page; open: () => void; fail: () => void }[];
  let tell: (messages: readonly Shown[], connected: boolean) => void;
  let chat: Chat;
  /** What a stranger is asked before they write. */
  let form: "name"[];

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
    [posted, followed, opening, form, reachable] = [[], [], [], [], true];
    const { Chat } = await import("../../../widget/src/chat/chat.ts");
    const means: Means = {
      open: (page) =>
        new Promise((resolve, reject) => {
          const open = () => resolve(sessionOf(page, form));
          opening.push({ page, open, fail: () => reject(new TypeError("No network")) });
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

  it("goes on with one person whom the site vouches for anew", async () => {
    const vouched = (claims: object) => ({
      ...nobody,
      identity: hostToken(claims, { secret: "s" }),
    });
    const first = chat.begin(vouched({ sub: "204", name: "Ñusta", iat: 1 }));
    await openNext(1);
    await first;
    const { person } = chat;
    chat.draft = { text: "Escribo esto", files: [] };
    tell([{ id: "m1", direction: "inbound", externalId: "e1" } as Shown], true);
    const again = chat.begin(vouched({ sub: "204", name: "Ñusta", iat: 2 }));
    await openNext(2);
    await again;
    assert.equal(chat.person, person);
    assert.deepEqual([chat.draft.text, chat.state.value.messages.length], ["Escribo esto", 1]);
    const other = chat.begin(vouched({ sub: "205", iat: 3 }));
    assert.notEqual(chat.person, person);
    assert.deepEqual([chat.draft.text, chat.state.value.messages], ["", []]);
    await openNext(3);
    await other;
  });

  const tokens: [is: string, token: string, customer: object][] = [
    [
      "a token",
      hostToken({ sub: "1", name: "Ñusta", email: "n@x.cl" }, { secret: "s" }),
      {
        id: "1",
        name: "Ñusta",
        email: "n@x.cl",
      },
    ],
    ["claims of other types", hostToken({ sub: "1", name: 2 }, { secret: "s" }), { id: "1" }],
    [
      "no sub",
      hostToken({ sub: 1 }, { secret: "" }),
      { id: hostToken({ sub: 1 }, { secret: "" }) },
    ],
    ["no claims", hostToken(null, { secret: "s" }), { id: hostToken(null, { secret: "s" }) }],
    ["no token", "204", { id: "204" }],
    ["no letters of a token", "a.ñ.b", { id: "a.ñ.b" }],
  ];
  for (const [is, token, customer] of tokens) {
    it(`takes from the page who it is: ${is}`, () => {
      assert.deepEqual(customerIn(token), customer);
    });
  }

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

  it("sends what was written before the session was up, in its order", async () => {
    const begun = chat.begin(nobody);
    chat.send({ text: "Hola" });
    chat.send({ text: "¿Están?" });
    await settled();
    assert.deepEqual(posted, []);
    await openNext(1);
    await begun;
    assert.deepEqual(
      chat.state.value.outgoing.map(({ text }) => text),
      ["Hola", "¿Están?"],
    );
    await eventually(() => posted.length === 2);
    tell([], true);
    await settled();
    assert.equal(posted.length, 2);
  });

  it("sends it when opening failed first", async () => {
    const begun = chat.begin(nobody);
    chat.send({ text: "Hola" });
    (await eventually(() => opening.length === 1 && opening[0]))?.fail();
    await begun;
    assert.equal(chat.state.value.stage, "failed");
    assert.equal(chat.state.value.outgoing.length, 1);
    chat.again();
    await openNext(2);
    await eventually(() => posted.length === 1);
  });

  describe("of a stranger who has to say first who they are", () => {
    const [first, second] = [new File(["1"], "1.jpg"), new File(["2"], "2.jpg")];
    beforeEach(async () => {
      form = ["name"];
      void chat.begin(nobody);
      chat.send({ text: "Hola" });
      chat.send({ text: "¿Tienen hora?", files: [first] });
      chat.draft = { text: "para ma", files: [second] };
      await openNext(1);
      await eventually(() => followed.length === 1);
    });

    it("keeps it to be sent after that", async () => {
      tell([], true);
      await settled();
      assert.deepEqual([posted, chat.state.value.outgoing], [[], []]);
      assert.deepEqual(chat.draft, {
        text: "Hola\n¿Tienen hora?\npara ma",
        files: [first, second],
      });
    });

    it("sends it when they turn out to be known", async () => {
      tell([{ id: "m1", direction: "inbound", externalId: "e1" } as Shown], true);
      // The file of the other one is uploaded first.
      await eventually(() => posted.length === 1);
      assert.equal(chat.draft.text, "para ma");
    });

    it("shows it to nobody else", async () => {
      void chat.begin(customer);
      assert.deepEqual(chat.draft, { text: "", files: [] });
      await openNext(2);
      await eventually(() => followed.includes("thread of 204"));
      tell([], true);
      await settled();
      assert.deepEqual([posted, chat.state.value.outgoing, chat.draft.text], [[], [], ""]);
    });
  });
});

describe("times in the chat", () => {
  const afternoon = new Date(2024, 2, 5, 15, 4).getTime();
  const morning = new Date(2024, 2, 5, 0, 7).getTime();
  for (const language of ["es", "en"] as const) {
    it(`are those of the console in ${language}`, async () => {
      const { dayAndHour, shortTime } = await import("../../../widget/src/chat/words.ts");
      for (const tell of [dayAndHour, shortTime]) {
        assert.match(tell(afternoon, language), /\b15:04$/);
        assert.match(tell(morning, language), /\b00:07$/);
      }
    });
  }
});
