import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { conversationsOf } from "../../../functions/src/conversations/store.ts";
import { db, FieldValue } from "../../../functions/src/platform/firestore.ts";
import { launchBrowser } from "../../support/browser.ts";
import { demoPassword } from "../../support/demo-members.ts";
import { house } from "../../support/house.ts";
import { listen } from "../../support/listen.ts";

export type Bare = {
  /**
   * Milliseconds of what the way of a message consists of, without Hilo: a request that a function answers at once, a
   * write, and a page's listener that is told of it.
   */
  roundTrip(text: string): Promise<number>;
  stop(): Promise<void>;
};

/** Opens a page that only listens to the newest conversations, as the inbox does. */
export async function openBare(email: string): Promise<Bare> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const script = await bundled();
  const body = `<!doctype html><meta charset="utf-8"><title>listener</title><script type="module">${script}</script>`;
  const server = await listen((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(body);
  });
  await page.goto(server.url);
  const { projectId, auth, firestore } = house;
  const settings = { projectId, auth, firestore, email, password: demoPassword };
  await page.evaluate((one) => window.listen(one), settings);
  const conversation = conversationsOf("demo").doc("bare-listener");
  return {
    roundTrip: (text) => roundTrip(page, conversation, text),
    stop: async () => {
      await browser.close();
      await server.close();
      await conversation.delete();
    },
  };
}

async function roundTrip(
  page: Page,
  conversation: FirebaseFirestore.DocumentReference,
  text: string,
): Promise<number> {
  const shown = page.evaluate((wanted) => window.shows(wanted), text);
  const start = performance.now();
  const { status } = await fetch(`${house.baseUrl}/api/health`);
  if (status !== 200) throw new Error(`The API's health was answered ${status}`);
  const batch = db().batch();
  const at = Date.now();
  batch.create(conversation.collection("messages").doc(text), { text, providerAt: at });
  batch.set(
    conversation,
    { preview: { text }, lastMessageAt: FieldValue.maximum(at), count: FieldValue.increment(1) },
    { merge: true },
  );
  await batch.commit();
  await shown;
  return performance.now() - start;
}

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL("./page.ts", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
  });
  return outputFiles[0]?.text.replaceAll("</script", "<\\/script") ?? "";
}
