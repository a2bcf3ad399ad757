import { deepEqual } from "node:assert/strict";
import { kapso } from "../../../../functions/src/providers/kapso/index.ts";
import { everySampleIsClaimed } from "../claims.ts";
import { message } from "../meta/outgoing.ts";
import { providerServer } from "../provider-server.ts";
import { failureOf, type Listed, retriesAsListed } from "../retries.ts";
import { fixture, sample, samples, settings } from "./samples.ts";

const api = providerServer("KAPSO_API_BASE");
const credentials = { apiKey: "key", webhookSecret: "secret" };
const send = () => kapso.send(message({ text: "Hello", settings }), credentials);

const answer = (event: string) => {
  const { response, body } = sample(event);
  api.answer = () => ({ status: response?.status, body });
};

describe("what Kapso answers to a send", () => {
  api.serve();

  it("send_ok is a receipt", async () => {
    answer("send_ok");
    deepEqual(await send(), { externalId: "wamid.K9" });
    deepEqual(api.calls[0]?.path, `/meta/whatsapp/v24.0/${settings.phoneNumberId}/messages`);
  });

  it("error_409_in_flight is for a moment later: nothing was sent", async () => {
    answer("error_409_in_flight");
    const { kind, code, retryAfter } = await failureOf(send());
    deepEqual([kind, code, retryAfter], ["rateLimited", "409", 2000]);
  });

  const { errors } = fixture<{ errors: Listed[] }>("errors.json");
  retriesAsListed(errors, (code) => {
    api.answer = () => ({ status: Number(code), body: { error: "no" } });
    return send();
  });

  const { whatsapp } = fixture<{ whatsapp: { errors: Listed[] } }>("../meta/errors.json");
  describe("in Meta's words", () => {
    retriesAsListed(whatsapp.errors, (code) => {
      api.answer = () => ({ status: 400, body: { error: { code: Number(code), message: "no" } } });
      return send();
    });
  });
});

describe("Kapso's samples", () => {
  it("are all claimed by a test", () => {
    everySampleIsClaimed(import.meta.url, samples, ["send_ok", "error_409_in_flight"], {
      "errors.test.ts": ["send_text"],
    });
  });
});
