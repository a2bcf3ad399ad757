import assert from "node:assert/strict";
import { html } from "lit";
import {
  assignItems,
  assignOrder,
} from "../../../../../console/src/pages/inbox/thread/header/assign-items.ts";
import { t } from "../../../../../console/src/text/desk.ts";
import { w } from "../../../../../console/src/text/words.ts";

type State = "available" | "away" | undefined;
const member = (id: string, state: State) => ({ id, name: `Name ${id}`, ...(state && { state }) });
const all = [
  member("zoe", "available"),
  member("ana", undefined),
  member("eva", "away"),
  member("luis", "available"),
  member("me", "away"),
  member("bea", undefined),
];
const face = () => html``;
const order = assignOrder(all, "me");

describe("those to whom it can be assigned", () => {
  it("are me, who is available, who is away and who is offline, each by name", () => {
    assert.deepEqual(order, ["me", "luis", "zoe", "eva", "ana", "bea"]);
  });

  it("stay where they are while the menu is open, whoever comes or goes; a new one is last", () => {
    const later = [
      ...all.map(
        ({ id, name }) => ({ id, name, state: id === "ana" ? "available" : "away" }) as const,
      ),
      member("new", "available"),
    ];
    const items = assignItems(later, {
      self: "me",
      assigneeId: "eva",
      loads: new Map(),
      order,
      face,
    });
    assert.deepEqual(
      items.map(({ id }) => id),
      [...order, "new", "none"],
    );
    assert.equal(items.find(({ id }) => id === "ana")?.said, w.available.toLocaleLowerCase());
    assert.equal(items.find(({ checked }) => checked)?.id, "eva");
  });

  it("tell what they have where that is known, and nothing where it is not", () => {
    const loads = new Map([
      ["luis", 0],
      ["zoe", 1],
      ["eva", 12],
    ]);
    const items = assignItems(all, { self: "me", assigneeId: "none", loads, order, face });
    assert.deepEqual(
      items.map(({ hint }) => hint),
      [undefined, t.load(0), t.load(1), t.load(12), undefined, undefined, undefined],
    );
  });

  it("are found by their names and by whether they are here", () => {
    const [me, luis] = assignItems(all, {
      self: "me",
      assigneeId: "none",
      loads: new Map(),
      order,
      face,
    });
    assert.deepEqual([me?.text, me?.also], [t.assignToMe, `Name me ${w.away}`]);
    assert.deepEqual([luis?.text, luis?.also], ["Name luis", w.available]);
  });
});
