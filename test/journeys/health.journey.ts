import assert from "node:assert/strict";

describe("whether the house answers", () => {
  for (const path of ["/health", "/api/health"]) {
    it(`is told at ${path}`, async () => {
      const answer = await fetch(`${process.env.HILO_BASE_URL}${path}`);
      assert.equal(answer.status, 200);
      assert.deepEqual(await answer.json(), { status: "ok" });
    });
  }
});
