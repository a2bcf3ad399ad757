import type { Administration } from "./administration.ts";
import { addMeta } from "./meta-account.ts";
import type { startProvider } from "./provider.ts";
import { freshWorkspace } from "./workspace.ts";

/** A template as somebody writes it. */
export const written = {
  name: "Pedido en camino",
  category: "Ventas",
  text: "Hola {{1}}, tu pedido {{2}} va en camino.",
  examples: { "1": "Ana", "2": "4471" },
};

/** A workspace with Meta's accounts, whose administrator has entered; the provider is as at first. */
export async function templateOffice(
  administration: Administration,
  provider: Awaited<ReturnType<typeof startProvider>>,
): Promise<string> {
  provider.control.reset();
  const workspaceId = await freshWorkspace();
  await addMeta(workspaceId);
  await administration.enter(workspaceId);
  return workspaceId;
}
