import axe from "axe-core";
import type { Frame } from "playwright-core";

type Violation = { id: string; help: string; nodes: { target: string[] }[] };

/** What axe finds by WCAG 2.2 A and AA in the chat's frame, one line each; through the debugger, past the policy. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const runner = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await runner.run(document, { runOnly: { type: "tag", values: tags } });
    return violations as unknown as Violation[];
  });
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((n) => n.target.flat().join(" > ")).join(" | ")}`,
  );
}
