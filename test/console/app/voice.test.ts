import assert from "node:assert/strict";
import { Voice } from "../../../console/src/app/voice.ts";
import { eventually } from "../../support/wait.ts";
import { page, standInForPage } from "../page-stand-in.ts";

describe("of several tabs", () => {
  let takeAway: () => void;
  let tabs: Voice[];
  const owner = () => `demo:ana${tabs.length}`;
  const opened = (focused: boolean, name = "demo:ana") => {
    page.focused = focused;
    const tab = new Voice(name);
    tabs.push(tab);
    return tab;
  };
  const speaks = (tab: Voice) => eventually(() => tab.speaking.value);
  const isSilent = (tab: Voice) => eventually(() => !tab.speaking.value);

  before(() => {
    takeAway = standInForPage();
  });
  after(() => takeAway());
  beforeEach(() => {
    tabs = [];
  });
  afterEach(async () => {
    for (const tab of tabs) tab.end();
    await Promise.all(tabs.map(isSilent));
  });

  it("the one that is opened last under somebody's eyes speaks", async () => {
    const first = opened(true);
    await speaks(first);
    const second = opened(true);
    await speaks(second);
    await isSilent(first);
  });

  it("one that is opened behind them waits until the other is closed", async () => {
    const first = opened(true);
    await speaks(first);
    const second = opened(false);
    assert.equal(second.speaking.value, false);
    first.end();
    await speaks(second);
  });

  it("whoever lost the word to one that was closed has it again", async () => {
    const first = opened(true);
    await speaks(first);
    const second = opened(true);
    await speaks(second);
    await isSilent(first);
    second.end();
    await speaks(first);
  });

  it("of two people each has their own", async () => {
    const [one, other] = [opened(true, owner()), opened(true, owner())];
    await Promise.all([speaks(one), speaks(other)]);
  });

  it("none repeats what another has told", async () => {
    const [first, second] = [opened(true), opened(false)];
    assert.equal(first.tell("message:a", 5), true);
    assert.equal(first.tell("message:a", 5), false);
    // Each earlier than what was told: news only as long as the other has not heard of it.
    let at = 4;
    await eventually(() => {
      at += 0.001;
      return !second.tell("message:a", at);
    });
    assert.equal(second.tell("message:a", 6), true);
    assert.equal(second.tell("mention:a", 5), true);
  });
});
