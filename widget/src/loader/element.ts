const svgSpace = "http://www.w3.org/2000/svg";

type Properties<T> = { [K in keyof T]?: T[K] };

/** An element with its properties, attributes and children; no markup is ever parsed in a foreign page. */
export function element<N extends keyof HTMLElementTagNameMap>(
  name: N,
  properties: Properties<HTMLElementTagNameMap[N]> = {},
  attributes: Record<string, string> = {},
  ...children: Node[]
): HTMLElementTagNameMap[N] {
  const made = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A drawing of one line. */
export function icon(line: string): SVGElement {
  const svg = document.createElementNS(svgSpace, "svg");
  const path = document.createElementNS(svgSpace, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", line);
  svg.append(path);
  return svg;
}
