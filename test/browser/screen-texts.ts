import type { Page } from "playwright-core";

/** All that a page says: what is read, what is told on hover, what stands in for nothing, what only is heard. */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const told = ["aria-label", "title", "placeholder", "alt", "label"];
    const read = (node: Node): string[] => {
      if (node instanceof Text) return [node.data];
      if (node instanceof HTMLElement && /^(?:STYLE|SCRIPT|CODE|PRE)$/.test(node.tagName))
        return [];
      const element = node instanceof Element ? node : undefined;
      const shadow = element?.shadowRoot;
      return [
        ...told.flatMap((name) => element?.getAttribute(name) ?? []),
        ...(shadow ? [...shadow.childNodes].flatMap(read) : []),
        ...[...node.childNodes].flatMap(read),
      ];
    };
    return [document.title, ...read(document.body)].filter((text) => text.trim() !== "");
  });
}

/** What the menus of a page say, each opened by itself and closed again. */
export function textsInMenus(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const within = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>("*")].flatMap((one) => [
        ...(one.hasAttribute("popover") && one.popover !== "manual" ? [one] : []),
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ]);
    const read = (node: Node): string[] => {
      if (node instanceof Text) return [node.data];
      const element = node instanceof Element ? node : undefined;
      const shadow = element?.shadowRoot;
      return [
        ...["aria-label", "title", "placeholder"].flatMap((n) => element?.getAttribute(n) ?? []),
        ...(shadow ? [...shadow.childNodes].flatMap(read) : []),
        ...[...node.childNodes].flatMap(read),
      ];
    };
    const said: string[] = [];
    for (const menu of within(document)) {
      if (!menu.isConnected) continue;
      menu.showPopover();
      for (let i = 0; i < 60 && !menu.textContent?.trim(); i += 1)
        await new Promise(requestAnimationFrame);
      said.push(...read(menu));
      menu.hidePopover();
    }
    return said.filter((text) => text.trim() !== "");
  });
}
