import assert from "node:assert/strict";
import type { Draft, DraftMode } from "../../../console/src/data/draft-store.ts";
import { staleMs } from "../../../console/src/data/outbox.ts";
import { Browser, file, held, letter, settled, shown } from "./kept-tabs.ts";

const never = () => new Promise<never>(() => undefined);

describe("what is kept on the device", () => {
  it("goes out once and in its order after the tab was closed without network", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const before = await browser.tab();
    for (const id of ["a", "b", "c"]) await before.outbox.add(letter(id));
    await settled();
    before.crash();
    browser.desk.online = true;
    const after = await browser.tab();
    await settled();
    assert.deepEqual(browser.desk.posted, ["a", "b", "c"]);
    assert.deepEqual(shown(after), ["a:taken", "b:taken", "c:taken"]);
    assert.deepEqual(await held(after), []);
  });

  it("keeps the order of writing, whatever its keys are called", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const before = await browser.tab();
    for (const id of ["z", "m", "a"]) await before.outbox.add(letter(id));
    await before.outbox.add(letter("n", { to: "addNote", body: { text: "n" } }));
    await settled();
    before.crash();
    const after = await browser.tab();
    await settled();
    assert.deepEqual(shown(after), ["z:waiting", "m:waiting", "a:waiting", "n:waiting"]);
    browser.desk.online = true;
    await after.outbox.flush();
    assert.deepEqual(browser.desk.posted, ["z", "m", "a", "n"]);
  });

  it("is handed over again, word for word, by whoever comes after a crash between sending and forgetting", async () => {
    const browser = new Browser();
    const before = await browser.tab("demo:ana", async (one) => {
      await browser.desk.post(one);
      return never();
    });
    void before.outbox.add(letter("a"));
    await settled();
    before.crash();
    await browser.tab();
    await settled();
    assert.deepEqual(browser.desk.posted, ["a", "a"], "the second time under the same id");
    assert.deepEqual([...browser.desk.taken.keys()], ["a"]);
  });

  it("is tried again while an earlier attempt is still running", async () => {
    const browser = new Browser();
    browser.desk.answers.set("a", { type: "busy", code: "conflict", detail: "Still running." });
    const tab = await browser.tab();
    await tab.outbox.add(letter("a"));
    assert.deepEqual(shown(tab), ["a:waiting"]);
    browser.desk.answers.clear();
    await tab.pass();
    assert.deepEqual(shown(tab), ["a:taken"]);
  });

  it("does not wait for ever for an attempt that never ends", async () => {
    const browser = new Browser();
    browser.desk.answers.set("a", { type: "busy", code: "conflict", detail: "Still running." });
    const tab = await browser.tab();
    await tab.outbox.add(letter("a"));
    for (let i = 0; i < 40; i += 1) await tab.pass();
    assert.deepEqual(shown(tab), ["a:refused"]);
  });

  it("shows a refusal after a reload, and does not try it again unasked", async () => {
    const browser = new Browser();
    const reason = { type: "refused", code: "windowClosed", detail: "Closed." } as const;
    browser.desk.answers.set("a", reason);
    const before = await browser.tab();
    await before.outbox.add(letter("a"));
    await settled();
    before.crash();
    const after = await browser.tab();
    await after.outbox.add(letter("b"));
    assert.deepEqual(shown(after), ["a:refused", "b:taken"]);
    assert.deepEqual(after.outbox.of("c")[0]?.local, {
      state: "refused",
      code: "windowClosed",
      detail: "Closed.",
    });
    assert.deepEqual(browser.desk.posted, ["a", "b"]);
    browser.desk.answers.clear();
    await after.outbox.retry("a");
    assert.deepEqual(browser.desk.posted, ["a", "b", "a"]);
  });

  it("asks before it sends what was written more than a day ago", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const before = await browser.tab();
    const old = letter("old");
    old.message.providerAt -= staleMs;
    await before.outbox.add(old);
    await before.outbox.add(letter("new"));
    await settled();
    before.crash();
    browser.desk.online = true;
    const after = await browser.tab();
    assert.deepEqual(shown(after), ["old:stale", "new:taken"]);
    await after.outbox.retry("old");
    assert.deepEqual(browser.desk.posted, ["new", "old"]);
  });

  it("survives a second crash, and a third", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const first = await browser.tab();
    await first.outbox.add(letter("a"));
    await settled();
    first.crash();
    for (let i = 0; i < 2; i += 1) (await browser.tab()).crash();
    browser.desk.online = true;
    await browser.tab();
    assert.deepEqual(browser.desk.posted, ["a"]);
  });
});

describe("what two tabs keep", () => {
  it("shows what waits once in each, and is sent by one of them", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const [left, right] = [await browser.tab(), await browser.tab()];
    await left.outbox.add(letter("a"));
    await right.outbox.add(letter("b"));
    await settled();
    for (const tab of [left, right]) assert.deepEqual(shown(tab), ["a:waiting", "b:waiting"]);
    browser.desk.online = true;
    await Promise.all([left.outbox.flush(), right.outbox.flush()]);
    await settled();
    assert.deepEqual(browser.desk.posted, ["a", "b"]);
    for (const tab of [left, right]) assert.deepEqual(shown(tab), ["a:taken", "b:taken"]);
  });

  it("goes on in one when the other is gone", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const [left, right] = [await browser.tab(), await browser.tab()];
    await left.outbox.add(letter("a"));
    await settled();
    left.crash();
    browser.desk.online = true;
    await right.pass();
    assert.deepEqual(browser.desk.posted, ["a"]);
  });

  it("is not held up by a tab that died while it was sending", async () => {
    const browser = new Browser();
    const left = await browser.tab("demo:ana", never);
    const right = await browser.tab();
    void left.outbox.add(letter("a"));
    await settled();
    assert.deepEqual(shown(right), ["a:sending"]);
    await right.pass();
    assert.deepEqual(browser.desk.posted, [], "the other one is at it");
    left.crash();
    await right.pass();
    await settled();
    assert.deepEqual(browser.desk.posted, ["a"]);
  });

  it("disappears from both when it is given up in one", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const [left, right] = [await browser.tab(), await browser.tab()];
    await left.outbox.add(letter("a"));
    await settled();
    right.outbox.settle(["a"], "dropped");
    await settled();
    for (const tab of [left, right]) assert.deepEqual(shown(tab), []);
    assert.deepEqual(await held(left), []);
    browser.desk.online = true;
    await left.pass();
    assert.deepEqual(browser.desk.posted, []);
  });

  it("has one draft of a conversation, written in either", async () => {
    const browser = new Browser();
    const [left, right] = [await browser.tab(), await browser.tab()];
    for (const text of ["h", "ho", "hol", "hola"]) left.drafts.set("c", "reply", { text });
    assert.equal(right.drafts.get("c", "reply").text, "hola");
    right.drafts.set("c", "reply", { text: "hola, ¿qué tal?" });
    assert.equal(left.drafts.get("c", "reply").text, "hola, ¿qué tal?");
    await settled();
    left.crash();
    right.crash();
    const after = await browser.tab();
    assert.equal(after.drafts.get("c", "reply").text, "hola, ¿qué tal?");
  });
});

describe("drafts on the device", () => {
  const addressee = { id: "m1", channelId: "sms", to: "+569", name: "Ana" };
  const written: [what: string, key: string, draft: Draft][] = [
    ["an answer", "c:reply", { text: "hola" }],
    ["a note", "c:note", { text: "ojo" }],
    ["what it quotes", "c:reply", { text: "", replyTo: "m1" }],
    ["the subject of a mail", "c:reply", { text: "hola", subject: "Precio" }],
    ["a conversation that is yet to begin", "start:reply", { text: "hola", addressee }],
    ["captions", "c:reply", { text: "", files: [{ id: "f1", caption: "De frente" }] }],
    ["line breaks and emoji", "c:reply", { text: "uno\n\ndos 👍🏽 ñ" }],
  ];
  for (const [what, key, draft] of written) {
    it(`bring back ${what}`, async () => {
      const browser = new Browser();
      const before = await browser.tab();
      const [place = "", mode] = key.split(":");
      before.drafts.set(place, mode as DraftMode, draft);
      await settled();
      before.crash();
      const after = await browser.tab();
      assert.deepEqual(after.drafts.get(place, mode as DraftMode), draft);
    });
  }

  it("bring back the newest words, however fast one types, and nothing once they were sent", async () => {
    const browser = new Browser();
    const before = await browser.tab();
    for (let n = 1; n <= 300; n += 1) before.drafts.set("c", "reply", { text: "a".repeat(n) });
    await settled();
    before.crash();
    const after = await browser.tab();
    assert.equal(after.drafts.get("c", "reply").text.length, 300);
    after.drafts.clear("c", "reply");
    await settled();
    after.crash();
    assert.equal((await browser.tab()).drafts.any, false);
  });
});

describe("who finds what is kept", () => {
  const others: [who: string, owner: string][] = [
    ["a colleague", "demo:luis"],
    ["somebody whose id begins the same", "demo:an"],
    ["somebody whose id goes on", "demo:ana2"],
    ["the same person in another workspace", "other:ana"],
    ["nobody's id", ""],
  ];
  for (const [who, owner] of others) {
    it(`is its member, and not ${who}`, async () => {
      const browser = new Browser();
      browser.desk.online = false;
      const ana = await browser.tab();
      await ana.outbox.add(letter("a"));
      ana.drafts.set("c", "note", { text: "para mí" });
      await settled();
      const other = await browser.tab(owner);
      assert.deepEqual(shown(other), []);
      assert.equal(other.drafts.any, false);
      await other.keep.clear();
      ana.crash();
      const back = await browser.tab();
      await settled();
      assert.deepEqual(shown(back), ["a:waiting"]);
      assert.equal(back.drafts.get("c", "note").text, "para mí");
    });
  }

  it("is nobody once its member has signed out", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const tab = await browser.tab();
    await tab.outbox.add(letter("a", { enclosures: [file("f")] }));
    tab.drafts.set("c", "reply", { text: "hola" });
    await settled();
    await tab.keep.clear();
    assert.deepEqual(await tab.keep.find(), { letters: [], drafts: [], staged: [] });
  });
});
