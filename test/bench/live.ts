import { openConsole } from "../support/console.ts";
import { house } from "../support/house.ts";
import { postTwilio } from "../support/twilio.ts";
import { median, ms, quantile } from "./support/figures.ts";
import { report } from "./support/report.ts";

// From a provider's webhook to a signed-in agent's screen, through the whole house: `npm run bench:live`.

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

// The functions of the emulator load at their first call.
await untilShown("calentando 1000");
await untilShown("calentando 1001");
const times: number[] = [];
for (let i = 0; i < rounds; i += 1) times.push(await untilShown(`mensaje número ${2000 + i}`));

const ids = await page
  .locator("a.row")
  .evaluateAll((rows) => rows.slice(1, 5).map((row) => (row as HTMLElement).dataset.id ?? ""));
for (const id of ids) await open(id);
const switches: number[] = [];
for (let round = 0; round < 5; round += 1) for (const id of ids) switches.push(await open(id));
await stop();

report([
  {
    what: "webhook to screen, median",
    figure: ms(median(times)),
    budget: "for information",
    ok: true,
  },
  {
    what: "webhook to screen, p95",
    figure: ms(quantile(times, 0.95)),
    budget: "≤ 500 ms",
    ok: quantile(times, 0.95) <= 500,
  },
  {
    what: "switching conversation, p95",
    figure: ms(quantile(switches, 0.95)),
    budget: "≤ 100 ms",
    ok: quantile(switches, 0.95) <= 100,
  },
]);
process.exit();
