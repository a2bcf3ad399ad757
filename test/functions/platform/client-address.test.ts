import assert from "node:assert/strict";
import { clientAddress } from "../../../functions/src/platform/client-address.ts";
import { createApp } from "../../../functions/src/platform/http.ts";
import { type Listening, listen } from "../../support/listen.ts";

describe("the client's address", () => {
  let server: Listening;
  before(async () => {
    const app = createApp();
    app.get("/", (request, response) => {
      response.send(clientAddress(request));
    });
    server = await listen(app);
  });
  after(() => server.close());

  // The socket's peer is the platform (here: the test); what it appended is the last entry.
  const rows: [row: string, forwarded: string | undefined, is: string][] = [
    ["nobody forwards", undefined, "127.0.0.1"],
    ["called directly", "198.51.100.7", "198.51.100.7"],
    ["called directly with a forged address", "203.0.113.9, 198.51.100.7", "198.51.100.7"],
    [
      "forged to look as if it came through Hosting",
      "203.0.113.9, 74.125.1.1, 198.51.100.7",
      "198.51.100.7",
    ],
    ["through Hosting", "198.51.100.7, 74.125.1.1", "198.51.100.7"],
    [
      "through Hosting with a forged address",
      "203.0.113.9, 198.51.100.7, 74.125.1.1",
      "198.51.100.7",
    ],
    ["through Hosting by IPv6", "2001:db8::7, 2a00:1450:4001::5e", "2001:db8::7"],
    ["from a machine rented at Google", "203.0.113.9, 34.80.1.1", "34.80.1.1"],
    ["through the Hosting emulator", "198.51.100.7, 127.0.0.1", "198.51.100.7"],
  ];
  for (const [row, forwarded, expected] of rows) {
    it(row, async () => {
      const headers = forwarded ? { "X-Forwarded-For": forwarded } : {};
      const answer = await fetch(server.url, { headers });
      assert.equal(await answer.text(), expected);
    });
  }
});
