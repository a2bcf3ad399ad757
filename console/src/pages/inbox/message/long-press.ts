import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long a finger rests on a message until its actions show (ms), and how far it may tremble (px). */
const restMs = 450;
const tremblePx = 10;

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode };

/** Without a mouse, a long press shows what can be done with a message, until the focus leaves it. */
export class LongPress implements ReactiveController {
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #from = { clientX: 0, clientY: 0 };
  readonly #stop = () => clearTimeout(this.#timer);

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    host.addEventListener("pointerdown", (event) => this.#began(event));
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
      host.addEventListener(end, this.#stop);
    }
    host.addEventListener("pointermove", (event) => this.#moved(event));
    host.addEventListener("focusout", () => host.removeAttribute("held"));
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #began(event: PointerEvent): void {
    this.#stop();
    if (event.pointerType === "mouse") return;
    this.#from = event;
    this.#timer = setTimeout(() => this.#show(), restMs);
  }

  #moved({ clientX, clientY }: PointerEvent): void {
    const { clientX: x, clientY: y } = this.#from;
    if (Math.hypot(clientX - x, clientY - y) > tremblePx) this.#stop();
  }

  #show(): void {
    this.#host.setAttribute("held", "");
    this.#host.renderRoot.querySelector<HTMLElement>(".actions button")?.focus();
  }
}
