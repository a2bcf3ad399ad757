import assert from "node:assert/strict";
import { type Draft, DraftStore } from "../../../console/src/data/draft-store.ts";

/** A device that keeps drafts, and what it holds. */
function device() {
  const held = new Map<string, Draft>();
  const keep = (key: string, draft: Draft | undefined) => {
    if (draft) held.set(key, draft);
    else held.delete(key);
  };
  return { held, keep };
}

describe("drafts", () => {
  it("keeps an answer and a note apart, by conversation", () => {
    const drafts = new DraftStore();
    drafts.set("c1", "reply", { text: "hola", replyTo: "m1", subject: "Precio" });
    drafts.set("c1", "note", { text: "ojo" });
    assert.deepEqual(drafts.get("c1", "reply"), {
      text: "hola",
      replyTo: "m1",
      subject: "Precio",
    });
    assert.deepEqual(drafts.get("c1", "note"), { text: "ojo" });
    assert.deepEqual(drafts.get("c2", "reply"), { text: "" });
  });

  it("takes up what the device holds, and keeps what is written from then on", () => {
    const { held, keep } = device();
    const drafts = new DraftStore();
    drafts.keepOn(keep, [["c1:reply", { text: "hola" }]]);
    assert.equal(drafts.get("c1", "reply").text, "hola");
    drafts.set("c2", "note", { text: "ojo" });
    assert.deepEqual([...held], [["c2:note", { text: "ojo" }]]);
  });

  it("keeps what was written before the device was there, and lets it win over what was found", () => {
    const { held, keep } = device();
    const drafts = new DraftStore();
    drafts.set("c1", "reply", { text: "nuevo" });
    drafts.set("c2", "reply", { text: "borrado" });
    drafts.clear("c2", "reply");
    drafts.keepOn(keep, [
      ["c1:reply", { text: "viejo" }],
      ["c2:reply", { text: "viejo" }],
    ]);
    assert.equal(drafts.get("c1", "reply").text, "nuevo");
    assert.equal(drafts.get("c2", "reply").text, "");
    assert.deepEqual([...held], [["c1:reply", { text: "nuevo" }]]);
  });

  const nothing: [what: string, draft: Draft][] = [
    ["no text", { text: "" }],
    ["no subject either", { text: "", subject: "" }],
  ];
  for (const [what, draft] of nothing) {
    it(`leaves nothing behind when there is ${what}`, () => {
      const { held, keep } = device();
      const drafts = new DraftStore();
      drafts.keepOn(keep, []);
      drafts.set("c1", "reply", { text: "hola" });
      assert.ok(drafts.has("c1") && drafts.any);
      drafts.set("c1", "reply", draft);
      assert.ok(!drafts.has("c1") && !drafts.any);
      assert.equal(held.size, 0);
    });
  }

  it("keeps what is quoted, and a subject, before there is a text", () => {
    const { held, keep } = device();
    const drafts = new DraftStore();
    drafts.keepOn(keep, []);
    drafts.set("c1", "reply", { text: "", replyTo: "m1" });
    drafts.set("c2", "reply", { text: "", subject: "Precio" });
    assert.deepEqual([...held.keys()], ["c1:reply", "c2:reply"]);
  });

  it("keeps the order of its files, and waits for what is written below one", () => {
    const { held, keep } = device();
    const drafts = new DraftStore();
    drafts.keepOn(keep, []);
    drafts.set("c1", "reply", { text: "", files: [{ id: "f1", caption: "" }] });
    assert.ok(held.has("c1:reply") && !drafts.has("c1") && !drafts.any);
    drafts.set("c1", "reply", { text: "", files: [{ id: "f1", caption: "De frente" }] });
    assert.ok(drafts.has("c1") && drafts.any);
    drafts.set("c1", "reply", { text: "", files: [] });
    assert.equal(held.size, 0);
  });

  it("shows what another tab wrote, without keeping it again", () => {
    const { held, keep } = device();
    const drafts = new DraftStore();
    drafts.keepOn(keep, []);
    drafts.hear("c1:reply", { text: "de la otra" });
    assert.equal(drafts.get("c1", "reply").text, "de la otra");
    drafts.hear("c1:reply", undefined);
    assert.equal(drafts.has("c1"), false);
    assert.equal(held.size, 0);
  });

  it("forgets whose they were, and leaves the device alone", () => {
    const { held, keep } = device();
    const drafts = new DraftStore();
    drafts.keepOn(keep, []);
    drafts.set("c1", "reply", { text: "hola" });
    drafts.forget();
    assert.equal(drafts.has("c1"), false);
    drafts.set("c1", "reply", { text: "de otra persona" });
    assert.deepEqual([...held], [["c1:reply", { text: "hola" }]]);
  });

  it("tells which conversation changed, until stopped", () => {
    const drafts = new DraftStore();
    const heard: string[] = [];
    const stop = drafts.watch((id) => heard.push(id));
    drafts.set("c1", "reply", { text: "a" });
    drafts.hear("c3:note", { text: "b" });
    stop();
    drafts.set("c2", "reply", { text: "b" });
    assert.deepEqual(heard, ["c1", "c3"]);
  });
});
