import { noChange } from "lit";
import { Directive, type DirectiveResult, directive, type ElementPart } from "lit/directive.js";

class Paint extends Directive {
  override render(_styles: Readonly<Record<string, string>>): typeof noChange {
    return noChange;
  }

  override update(
    part: ElementPart,
    [styles]: [Readonly<Record<string, string>>],
  ): typeof noChange {
    if (!(part.element instanceof HTMLElement)) return noChange;
    for (const [name, value] of Object.entries(styles)) part.element.style.setProperty(name, value);
    return noChange;
  }
}

/**
 * Sets styles and custom properties of an element by script: `<i ${paint({ width: "40%" })}>`. Our content security
 * policy blocks style attributes, and Lit's own `styleMap` begins with one.
 */
export const paint: (styles: Readonly<Record<string, string>>) => DirectiveResult =
  directive(Paint);
