import assert from "node:assert/strict";
import { openDevice } from "../../../console/src/data/device.ts";
import type { Letter } from "../../../console/src/data/letter.ts";
import { Browser, file, held, letter, settled, shown, uploaded } from "./kept-tabs.ts";

const never = () => new Promise<never>(() => undefined);

describe("a device that keeps nothing", () => {
  const refusals: [why: string, open: Browser["open"]][] = [
    ["may not be opened", () => Promise.reject(new DOMException("No", "SecurityError"))],
    ["is full", () => full()],
    ["was written by a newer version", () => Promise.reject(new DOMException("", "VersionError"))],
    ["was closed by the browser", () => closed()],
    ["is not there", () => Promise.reject(new ReferenceError("indexedDB is not defined"))],
  ];
  for (const [why, open] of refusals) {
    it(`because it ${why} lets everything work in memory, and says so`, async () => {
      const browser = new Browser();
      browser.open = open;
      browser.desk.online = false;
      const tab = await browser.tab();
      await tab.outbox.add(letter("a"));
      tab.drafts.set("c", "reply", { text: "hola" });
      await settled();
      assert.deepEqual(tab.outbox.of("c")[0]?.local, { state: "waiting", unkept: true });
      assert.equal(tab.drafts.get("c", "reply").text, "hola");
      assert.ok(tab.failures > 0, "it is said");
      browser.desk.online = true;
      await tab.pass();
      assert.deepEqual(browser.desk.posted, ["a"]);
      assert.deepEqual(shown(tab), ["a:taken"]);
    });
  }

  it("leaves what one tab alone holds to that tab", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const [left, right] = [await browser.tab(), await browser.tab()];
    browser.open = full;
    await left.outbox.add(letter("a"));
    await settled();
    assert.deepEqual(shown(right), [], "the other could not tell whether it was sent");
    browser.desk.online = true;
    await right.pass();
    await left.pass();
    assert.deepEqual(browser.desk.posted, ["a"]);
  });

  it("that was emptied while the tab was open takes nothing for sent", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const tab = await browser.tab();
    await tab.outbox.add(letter("a"));
    await settled();
    await tab.keep.clear();
    await tab.outbox.keepOn(tab.keep, []);
    await settled();
    assert.deepEqual(await held(tab), ["a"], "it is kept anew");
    browser.desk.online = true;
    await tab.pass();
    assert.deepEqual(browser.desk.posted, ["a"]);
  });

  it("is not spoken of as long as nothing is to be kept", async () => {
    const browser = new Browser();
    browser.open = () => Promise.reject(new DOMException("No", "SecurityError"));
    assert.equal((await browser.tab()).failures, 0);
  });
});

describe("files that wait", () => {
  it("are kept with their message, byte for byte, and gone with it", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const before = await browser.tab();
    await before.outbox.add(letter("a", { enclosures: [file("f"), { ...uploaded, id: "g" }] }));
    await settled();
    before.crash();
    const after = await browser.tab();
    const [found] = (await after.keep.find())?.letters ?? [];
    const [first, second] = found?.enclosures ?? [];
    assert.equal(await first?.local?.file.text(), "bytes of f");
    assert.equal(second?.local, undefined);
    browser.desk.online = true;
    await after.outbox.flush();
    await settled();
    assert.deepEqual(await after.keep.find(), { letters: [], drafts: [], staged: [] });
  });

  it("are the draft's until a message takes them over", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const tab = await browser.tab();
    const bytes = new Blob(["bytes of f"]);
    tab.keep.keepFile({ of: "c:reply", id: "f", name: "f.txt", type: "", bytes, channelId: "x" });
    await settled();
    assert.deepEqual(
      (await tab.keep.find())?.staged.map(({ of }) => of),
      ["c:reply"],
    );
    await tab.outbox.add(letter("a", { enclosures: [file("f")] }));
    await settled();
    assert.deepEqual((await tab.keep.find())?.staged, []);
  });

  it("go out under the ids they were given before, also after a crash", async () => {
    const browser = new Browser();
    const upload = async (one: Letter, keep: (letter: Letter) => Promise<unknown>) => {
      await keep({
        ...one,
        enclosures: [uploaded],
        body: { ...one.body, attachments: [uploaded.id] },
      });
      return never();
    };
    const before = await browser.tab("demo:ana", upload);
    void before.outbox.add(letter("a", { enclosures: [file("f")] }));
    await settled();
    before.crash();
    await browser.tab();
    assert.match(browser.desk.taken.get("a") ?? "", /"attachments":\["uploaded"\]/);
  });
});

describe("the database on the device", () => {
  it("keeps what is in it when it is brought up to date", async () => {
    const browser = new Browser();
    browser.desk.online = false;
    const tab = await browser.tab();
    await tab.outbox.add(letter("a"));
    await settled();
    (await browser.open()).close();
    const done: string[] = [];
    const steps = [() => void done.push("first"), () => void done.push("second")];
    const newer = await openDevice(() => undefined, steps);
    assert.deepEqual(done, ["second"]);
    assert.equal(await newer.count("letters"), 1);
    newer.close();
  });

  it("is let go of for a page of a newer version", async () => {
    new Browser();
    const lost: string[] = [];
    await openDevice(() => void lost.push("the older page"));
    const newer = await openDevice(() => undefined, [() => undefined, () => undefined]);
    assert.deepEqual(lost, ["the older page"]);
    newer.close();
  });

  it("gives nothing of what another version left there in another shape", async () => {
    const browser = new Browser();
    const device = await browser.open();
    const strange: unknown[] = [{}, null, { conversationId: "c" }, { message: { id: 1 } }, "text"];
    for (const [i, value] of strange.entries()) {
      const shape = value as never;
      await device.put("letters", shape, ["demo:ana", `l${i}`]);
      await device.put("drafts", shape, ["demo:ana", `d${i}:reply`]);
    }
    const tab = await browser.tab();
    assert.deepEqual(await held(tab), []);
    assert.equal(tab.drafts.any, false);
  });
});

async function full() {
  const device = await openDevice(() => undefined);
  const refuse = () => {
    throw new DOMException("Full", "QuotaExceededError");
  };
  return new Proxy(device, {
    get: (target, name) => {
      if (name === "put") return refuse;
      if (name !== "transaction") return Reflect.get(target, name);
      return (names: "drafts", mode: "readwrite") =>
        mode === "readwrite" ? refuse() : target.transaction(names, mode);
    },
  });
}

async function closed() {
  const device = await openDevice(() => undefined);
  device.close();
  return device;
}
