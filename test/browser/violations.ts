import axe from "axe-core";
import type { Page } from "playwright-core";

type Violation = { id: string; impact: string | null; help: string; nodes: { target: string[] }[] };

/** What is not called serious, and still keeps somebody from finding their way. */
const alsoMeant = ["heading-order", "skip-link"];

/** What axe finds on the page by WCAG 2.2 A and AA, one line each; through the debugger, past the policy. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const runner = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await runner.run(document, { runOnly: { type: "tag", values: tags } });
    return violations as unknown as Violation[];
  });
  return found
    .filter(
      ({ id, impact }) => impact === "serious" || impact === "critical" || alsoMeant.includes(id),
    )
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map((n) => n.target.flat().join(" > ")).join(" | ")}`,
    );
}
