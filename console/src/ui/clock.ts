import { type Source, source } from "./source.ts";

const step = 20_000;

/** The time, moving on every 20 seconds while somebody looks: what relative times are told against. */
export const clock: Source<number> = (() => {
  const time = source(Date.now(), () => {
    const timer = setInterval(() => time.set(Date.now()), step);
    return () => clearInterval(timer);
  });
  return {
    get value() {
      return Math.max(time.value, Date.now() - (Date.now() % 1000));
    },
    subscribe: time.subscribe,
  };
})();
