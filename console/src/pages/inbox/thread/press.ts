import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long a finger rests on a message until its actions show, in milliseconds. */
const restMs = 450;

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode };

/** Without a mouse, a long press shows what can be done with a message, until the focus leaves it. */
export class Press implements ReactiveController {
  readonly #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stop = () => clearTimeout(this.#timer);

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    host.addEventListener("pointerdown", (event) => this.#began(event));
    for (const end of ["pointerup", "pointercancel", "pointermove", "pointerleave"]) {
      host.addEventListener(end, this.#stop);
    }
    host.addEventListener("focusout", () => host.removeAttribute("held"));
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #began(event: PointerEvent): void {
    this.#stop();
    if (event.pointerType === "mouse") return;
    this.#timer = setTimeout(() => this.#show(), restMs);
  }

  #show(): void {
    this.#host.setAttribute("held", "");
    this.#host.renderRoot.querySelector<HTMLElement>(".actions button")?.focus();
  }
}
