import assert from "node:assert/strict";
import { DraftStore } from "../../console/src/data/draft-store.ts";

function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe("drafts", () => {
  it("keeps an answer and a note apart, by conversation", () => {
    const drafts = new DraftStore(storage(), "ana");
    drafts.set("c1", "reply", { text: "hola", replyTo: "m1" });
    drafts.set("c1", "note", { text: "ojo" });
    assert.deepEqual(drafts.get("c1", "reply"), { text: "hola", replyTo: "m1" });
    assert.deepEqual(drafts.get("c1", "note"), { text: "ojo" });
    assert.deepEqual(drafts.get("c2", "reply"), { text: "" });
  });

  it("survives a reload, for its owner only", () => {
    const same = storage();
    new DraftStore(same, "ana").set("c1", "reply", { text: "hola" });
    assert.equal(new DraftStore(same, "ana").get("c1", "reply").text, "hola");
    assert.equal(new DraftStore(same, "luis").get("c1", "reply").text, "");
  });

  it("leaves nothing behind once sent", () => {
    const same = storage();
    const drafts = new DraftStore(same, "ana");
    drafts.set("c1", "reply", { text: "hola" });
    assert.equal(drafts.has("c1"), true);
    drafts.clear("c1", "reply");
    assert.equal(drafts.has("c1"), false);
    assert.equal(same.kept.size, 0);
  });

  it("is not stopped by a full storage", () => {
    const full = { ...storage(), setItem: () => assert.fail("QuotaExceededError") };
    const drafts = new DraftStore(full, "ana");
    drafts.set("c1", "reply", { text: "hola" });
    assert.equal(drafts.get("c1", "reply").text, "hola");
  });

  it("ignores what it did not write", () => {
    const broken = { ...storage(), getItem: () => "{" };
    assert.equal(new DraftStore(broken, "ana").get("c1", "reply").text, "");
  });

  it("tells which conversation changed, until stopped", () => {
    const drafts = new DraftStore(storage(), "ana");
    const heard: string[] = [];
    const stop = drafts.watch((id) => heard.push(id));
    drafts.set("c1", "reply", { text: "a" });
    stop();
    drafts.set("c2", "reply", { text: "b" });
    assert.deepEqual(heard, ["c1"]);
  });
});
