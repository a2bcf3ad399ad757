import type { ReactiveController, ReactiveControllerHost } from "lit";
import { nearPx, type Place, stillAtEnd } from "./at-end.ts";

/** How long a smooth scroll may take, in milliseconds. */
const glideMs = 700;

type Host = ReactiveControllerHost & { renderRoot: ParentNode };
type Anchor = { id: string; top: number };

/**
 * Keeps a thread still: at its end while the reader is there, else at the message being read, whatever is added
 * above or below it or changes its size.
 */
export class ScrollKeeper implements ReactiveController {
  readonly #host: Host;
  readonly #sizes = new ResizeObserver(() => this.#restore());
  #anchor: Anchor | undefined;
  #observed: Element | undefined;
  #jumping = false;
  #toEnd = false;
  #gliding: ReturnType<typeof setTimeout> | undefined;
  #place: Place = { top: 0, height: 0, visible: 0 };
  /** Whether the reader is at the end. */
  atEnd = true;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#observed = undefined;
  }

  hostUpdated(): void {
    const content = this.#container()?.firstElementChild;
    if (content && content !== this.#observed) {
      this.#sizes.disconnect();
      this.#sizes.observe(content);
      const container = this.#container();
      if (container) this.#sizes.observe(container);
      this.#observed = content;
    }
    this.#restore();
  }

  /** The thread was scrolled, by the reader or by a change of its size: remember where. */
  scrolled(): void {
    const container = this.#container();
    if (!container) return;
    const place = placeOf(container);
    this.atEnd = stillAtEnd(this.#place, place, this.atEnd);
    this.#place = place;
    this.#anchor = this.#firstSeen(container);
  }

  toEnd(smooth = false): void {
    const container = this.#container();
    if (!container) return;
    this.atEnd = true;
    this.#toEnd = true;
    this.#go(container, container.scrollHeight, smooth);
  }

  /** Brings an element to where it can be read; `share` of the height stays above it. */
  show(element: HTMLElement, share: number, smooth = false): void {
    const container = this.#container();
    if (!container) return;
    const top = element.getBoundingClientRect().top - container.getBoundingClientRect().top;
    const to = container.scrollTop + top - container.clientHeight * share;
    const end = container.scrollHeight - container.clientHeight;
    this.atEnd = to >= end - nearPx;
    this.#toEnd = false;
    this.#go(container, to, smooth);
  }

  /** While it glides, nothing may hold it back. */
  #go(container: HTMLElement, top: number, smooth: boolean): void {
    const glides = smooth && !calm();
    container.scrollTo({ top, behavior: glides ? "smooth" : "instant" });
    this.scrolled();
    if (!glides) return;
    this.#jumping = true;
    clearTimeout(this.#gliding);
    this.#gliding = setTimeout(() => {
      this.#jumping = false;
      this.scrolled();
      this.#restore();
    }, glideMs);
  }

  #restore(): void {
    const container = this.#container();
    if (!container) return;
    // The end it glides to may have moved on.
    if (this.#jumping && this.#toEnd)
      container.scrollTo({ top: container.scrollHeight, behavior: "smooth" });
    if (this.#jumping) return;
    if (this.atEnd) container.scrollTop = container.scrollHeight;
    else if (this.#anchor) this.#hold(container, this.#anchor);
    this.#place = placeOf(container);
  }

  #hold(container: HTMLElement, { id, top }: Anchor): void {
    const element = container.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    if (!element) return;
    const moved = element.getBoundingClientRect().top - container.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) container.scrollTop += moved;
  }

  #firstSeen(container: HTMLElement): Anchor | undefined {
    const edge = container.getBoundingClientRect().top;
    for (const element of container.querySelectorAll<HTMLElement>("[data-id]")) {
      const box = element.getBoundingClientRect();
      if (box.bottom > edge) return { id: element.dataset.id ?? "", top: box.top - edge };
    }
    return undefined;
  }

  #container(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(".scroll");
  }
}

function placeOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement): Place {
  return { top: scrollTop, height: scrollHeight, visible: clientHeight };
}

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
