import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Has the browser ask before the tab is closed or left, while something would be lost; gives the way to stop. */
export function askBeforeClosing(loses: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (loses()) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}

/** The same, for as long as its element is on the page. */
export class Unsaved implements ReactiveController {
  readonly #loses: () => boolean;
  #stop: () => void = () => undefined;

  constructor(host: ReactiveControllerHost, loses: () => boolean) {
    this.#loses = loses;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = askBeforeClosing(this.#loses);
  }

  hostDisconnected(): void {
    this.#stop();
  }
}
