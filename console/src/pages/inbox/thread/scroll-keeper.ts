import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How close to the end still counts as being there, in pixels. */
const nearPx = 48;
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
  #gliding: ReturnType<typeof setTimeout> | undefined;
  #top = 0;
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

  /** The thread was scrolled: remember where. Only moving up leaves the end; growing below the reader does not. */
  scrolled(): void {
    const container = this.#container();
    if (!container) return;
    const movedUp = container.scrollTop < this.#top - 1;
    if (movedUp || !this.atEnd) this.atEnd = leftBelow(container) <= nearPx;
    this.#top = container.scrollTop;
    this.#anchor = this.#firstSeen(container);
  }

  toEnd(smooth = false): void {
    const container = this.#container();
    if (!container) return;
    this.atEnd = true;
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
    if (!container || this.#jumping) return;
    if (this.atEnd) container.scrollTop = container.scrollHeight;
    else if (this.#anchor) this.#hold(container, this.#anchor);
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

function leftBelow(container: HTMLElement): number {
  return container.scrollHeight - container.scrollTop - container.clientHeight;
}

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
