import assert from "node:assert/strict";
import type { ReactiveController } from "lit";
import { Unsaved } from "../../../console/src/ui/unsaved.ts";

/** A form on a page, and what the page is asked before it goes. */
function setUp() {
  const before = globalThis.window;
  const page = new EventTarget();
  globalThis.window = page as typeof globalThis.window;
  const controllers: ReactiveController[] = [];
  const host = { addController: (one: ReactiveController) => controllers.push(one) };
  let written = false;
  new Unsaved(host as never, () => written);
  return {
    show: () => controllers.forEach((one) => void one.hostConnected?.()),
    hide: () => controllers.forEach((one) => void one.hostDisconnected?.()),
    write: (now = true) => {
      written = now;
    },
    /** Whether the browser asks. */
    asks: () => !page.dispatchEvent(new Event("beforeunload", { cancelable: true })),
    end: () => {
      globalThis.window = before;
    },
  };
}

describe("a form that would be lost with the tab", () => {
  const rows: [what: string, asks: boolean, act: (form: ReturnType<typeof setUp>) => void][] = [
    ["with nothing in it", false, ({ show }) => show()],
    ["that was written in", true, ({ show, write }) => [show(), write()]],
    ["that was saved", false, ({ show, write }) => [show(), write(), write(false)]],
    ["that was left", false, ({ show, write, hide }) => [show(), write(), hide()]],
    ["that is not shown yet", false, ({ write }) => write()],
    ["that was left and shown again", true, (f) => [f.show(), f.write(), f.hide(), f.show()]],
  ];
  for (const [what, asks, act] of rows) {
    it(`${asks ? "has" : "does not have"} the browser ask when it is one ${what}`, () => {
      const form = setUp();
      try {
        act(form);
        assert.equal(form.asks(), asks);
      } finally {
        form.end();
      }
    });
  }
});
