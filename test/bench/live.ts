import { openConsole } from "../support/console.ts";
import { house } from "../support/house.ts";
import { postTwilio } from "../support/twilio.ts";
import { openBare } from "./live/bare.ts";
import { median, ms, quantile } from "./support/figures.ts";
import { atMost, comparison, report } from "./support/report.ts";

// From a provider's webhook to a signed-in agent's screen, through the whole house, in turns with a bare listener's
// round trip: `npm run bench:live`.

const rounds = 40;
const phone = "56950000123";
const { page, stop } = await openConsole("agent@hilo.test", { path: "/inbox?view=all" });

/** Posts a message and waits until the inbox shows it. */
async function untilShown(text: string): Promise<number> {
  const start = performance.now();
  const sent = postTwilio(house.baseUrl, "twilio-whatsapp", {
    MessageSid: `SM${text.replace(/\D/g, "").padStart(32, "0")}`,
    From: `whatsapp:+${phone}`,
    To: "whatsapp:+15550100001",
    Body: text,
    NumMedia: "0",
    ProfileName: "Medida En Vivo",
    WaId: phone,
  });
  await page.locator("a.row", { hasText: text }).first().waitFor({ timeout: 20_000 });
  const shown = performance.now() - start;
  const { status } = await sent;
  if (status !== 200) throw new Error(`The webhook answered ${status}`);
  return shown;
}

/** Opens a conversation by its row and waits, within the page, until its thread stands. */
function open(id: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const every = (root: Document | ShadowRoot, selector: string): Element[] => [
      ...root.querySelectorAll(selector),
      ...[...root.querySelectorAll("*")].flatMap((one) =>
        one.shadowRoot ? every(one.shadowRoot, selector) : [],
      ),
    ];
    const row = every(document, `a.row[data-id="${wanted}"]`)[0] as HTMLElement;
    const shown = () =>
      every(document, "hilo-thread").some(
        (thread) =>
          (thread as unknown as { conversationId?: string }).conversationId === wanted &&
          every(thread.shadowRoot as ShadowRoot, "[data-id]").length > 0,
      );
    const start = performance.now();
    row.click();
    while (!shown() && performance.now() - start < 10_000)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  }, id);
}

/** What the browser takes for a list of fifty plain rows, from its making to the frame that shows it. */
function drawPlainRows(): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const list = document.createElement("div");
    for (let i = 0; i < 50; i += 1)
      list.append(Object.assign(document.createElement("p"), { textContent: `fila ${i}` }));
    document.body.append(list);
    list.getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    list.remove();
    return performance.now() - start;
  });
}

// The functions of the emulator load at their first call.
await untilShown("calentando 1000");
await untilShown("calentando 1001");
const bare = await openBare("agent2@hilo.test");
for (let i = 0; i < 5; i += 1) await bare.roundTrip(`calentando ${i}`);
const times: number[] = [];
const trips: number[] = [];
for (let i = 0; i < rounds; i += 1) {
  times.push(await untilShown(`mensaje número ${2000 + i}`));
  trips.push(await bare.roundTrip(`vuelta número ${i}`));
}
await bare.stop();

const ids = await page
  .locator("a.row")
  .evaluateAll((rows) => rows.slice(1, 5).map((row) => (row as HTMLElement).dataset.id ?? ""));
for (const id of ids) await open(id);
const switches: number[] = [];
for (let round = 0; round < 5; round += 1) for (const id of ids) switches.push(await open(id));
const plain: number[] = [];
for (let round = 0; round < switches.length; round += 1) plain.push(await drawPlainRows());
await stop();

const [shown, trip] = [quantile(times, 0.95), quantile(trips, 0.95)];
report([
  comparison("webhook to screen, median", ms(median(times))),
  comparison("webhook to screen, p95", ms(shown)),
  comparison("a bare listener's round trip, median", ms(median(trips))),
  comparison("a bare listener's round trip, p95", ms(trip)),
  atMost("webhook to screen against it, p95", shown / trip, 3),
  comparison("switching conversation, p95", ms(quantile(switches, 0.95))),
  atMost(
    "switching against drawing as many plain rows",
    quantile(switches, 0.95) / quantile(plain, 0.95),
    10,
  ),
]);
process.exit();
