import type { FullBehaviour } from "./behaviour.ts";

/** How the provider behaves unless told otherwise. */
export const usual: FullBehaviour = {
  call: "answer",
  accepted: false,
  failure: null,
  late: 0,
  pace: 350,
  early: false,
  doubled: false,
  disordered: false,
  dropped: false,
  read: "automatic",
  readAfter: 1500,
  window: "open",
  network: "up",
};
