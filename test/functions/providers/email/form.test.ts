import assert from "node:assert/strict";
import fc from "fast-check";
import { readForm } from "../../../../functions/src/providers/email/form.ts";
import { character } from "../../../support/character.ts";
import { eventsOf, mail, requestTo } from "./samples.ts";

const type = "application/x-www-form-urlencoded";

describe("a posted form", () => {
  it("is read as the standard says", async () => {
    const pair = fc.tuple(fc.string({ unit: character }), fc.string({ unit: character }));
    await fc.assert(
      fc.asyncProperty(fc.array(pair), async (pairs) => {
        const body = new URLSearchParams(pairs).toString();
        const form = await readForm(requestTo("mailgun", type, body));
        for (const [name, value] of new Map(new URLSearchParams(body)))
          assert.equal(form.text(name), value);
      }),
    );
  });

  const odd: [string, string, string][] = [
    ["a pair without a value", "a&b=1", ""],
    ["empty pairs", "&&a=1&&", "1"],
    ["a percent sign that escapes nothing", "a=100%&b=%zz", "100%"],
    ["two equals signs", "a=b=c", "b=c"],
    ["nothing", "", ""],
  ];
  for (const [name, body, value] of odd)
    it(`may hold ${name}`, async () => {
      assert.equal((await readForm(requestTo("mailgun", type, body))).text("a"), value);
    });

  it("brings a whole mail in its own charset, however large", async () => {
    const latin = mail({ "Content-Type": "text/plain; charset=iso-8859-1" }, "Señora, ¿cuánto?");
    const escaped = [...Buffer.from(latin, "latin1")]
      .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
      .join("");
    const body = `recipient=hola%40hilo.test&body-mime=${escaped}&x=${"a".repeat(5_000_000)}`;
    const [event] = await eventsOf(requestTo("mailgun", type, body));
    assert.equal(event?.type === "message" && event.text, "Señora, ¿cuánto?");
  });
});
