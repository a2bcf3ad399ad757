import { deepEqual, ok } from "node:assert/strict";
import { reachedBy } from "../../scripts/changed-tests.ts";
import { filesOf, suiteNames } from "../../scripts/suites.ts";

const agreements = filesOf("unit").filter((file) => /^test\/[^/]+$/.test(file));

describe("the tests that a change can reach", () => {
  it("are those that import it, directly or not, and those that run a program with it", () => {
    const reached = reachedBy(["console/src/ui/avatar.ts"]);
    deepEqual(reached.browser, filesOf("browser"));
    deepEqual(reached.benches, ["size"]);
    deepEqual(
      [reached.rules, reached.journeys, reached.delivery, reached.histories],
      [[], [], [], []],
    );
    const { unit } = reachedBy(["functions/src/providers/telegram/wire.ts"]);
    ok(unit.includes("test/functions/providers/telegram/inbound.test.ts"));
    ok(!unit.includes("test/console/data/drafts.test.ts"));
  });

  it("are a changed test itself, and what imports its support", () => {
    const own = "test/browser/answer.browser.ts";
    deepEqual(reachedBy([own]).browser, [own]);
    ok(reachedBy(["test/browser/scene.ts"]).browser.includes(own));
  });

  it("are the agreements for a document, and all for a file whose readers are not known", () => {
    const { unit, ...others } = reachedBy(["docs/architecture.md"]);
    deepEqual(unit, agreements);
    ok(Object.values(others).every((files) => files.length === 0));
    for (const path of ["firestore.rules", "package-lock.json", "test/fixtures/x/text.json"]) {
      const reached = reachedBy([path]);
      for (const name of suiteNames) deepEqual(reached[name], filesOf(name), `${path}: ${name}`);
      deepEqual(reached.benches, ["ops", "exchange", "size", "rules", "classify"], path);
    }
  });

  it("are every test that runs in the house, for a module of the functions", () => {
    const reached = reachedBy(["functions/src/inbound/receive.ts"]);
    deepEqual(reached.journeys, filesOf("journeys"));
    deepEqual(reached.browser, filesOf("browser"));
    ok(reached.histories.includes("test/delivery/histories/telegram.test.ts"));
    ok(["ops", "exchange"].every((name) => reached.benches.includes(name)));
    ok(!reached.benches.includes("rules"));
  });
});
