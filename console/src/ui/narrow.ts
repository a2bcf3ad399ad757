import type { Source } from "./source.ts";

const media = () => matchMedia("(max-width: 859px)");

/** Whether one thing is shown at a time, as on a phone. */
export const narrow: Source<boolean> = {
  get value() {
    return media().matches;
  },
  subscribe(listener) {
    const one = media();
    one.addEventListener("change", listener);
    return () => one.removeEventListener("change", listener);
  },
};
