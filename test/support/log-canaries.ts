// Run by the log's test as a program of its own: its stdout is what Cloud Logging would read.
import { AppError } from "../../functions/src/platform/errors.ts";
import { createApp, problems } from "../../functions/src/platform/http.ts";
import { log } from "../../functions/src/platform/log.ts";
import { listen } from "./listen.ts";

const canary = "canary-4711";
const phone = "+56 9 1111 2222";

log.debug("plain.debug", { messageId: "m1" });
log.info("plain.info", { count: 3, context: "inbox", missing: undefined, severity: "forged" });
log.warn("plain.warn", {
  ids: ["a", "b"],
  took: { ms: 4, nested: { deep: { deeper: { than: canary } } } },
});

for (const field of [
  ..."body text token phone address authorization name email key secret password from to url".split(
    " ",
  ),
  ..."accessToken rawBody raw_body toAddress apiKey phoneNumber authToken X-Authorization".split(
    " ",
  ),
]) {
  log.info("private.field", {
    [field]: canary,
    inner: { [field]: canary },
    list: [{ [field]: canary }],
  });
}
for (const value of [
  phone,
  "whatsapp:+56911112222",
  "rocio.canary@example.com",
  "Bearer canary-4711-token",
  "eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOiI0NzExIn0.c2lnbmF0dXJl",
  "hilo_demo_canary_0000000001",
]) {
  log.info("private.value", { note2: value, reason: `sent to ${value}`, list: [value] });
}

const cause = new Error(`no row for "${canary}" and 56911112222`);
log.error("private.error", {
  error: Object.assign(new Error(`cannot send '${canary}' to ${phone}`, { cause }), { code: 14 }),
});

const app = createApp();
app.get("/bug", () => {
  throw new TypeError(`Cannot read "${canary}"`);
});
app.get("/refused", () => {
  throw new AppError("conflict", `${canary} is in the way`);
});
app.use(...problems);
const server = await listen(app);
for (const path of [`/bug?q=${canary}`, `/refused?q=${canary}`, `/${canary}`]) {
  await fetch(server.url + path, { headers: { authorization: `Bearer ${canary}` } });
}
await server.close();
