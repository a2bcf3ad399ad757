import type { Alone, Told } from "./keep.ts";

/** A member's other tabs: what is told to them, and how to part. */
export type OtherTabs = { tell: (told: Told) => void; close: () => void };

/** Hears a member's other tabs and tells them what happens here. */
export function otherTabs(owner: string, hear: (told: Told) => void): OtherTabs {
  const channel = new BroadcastChannel(`hilo.kept:${owner}`);
  channel.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
  let open = true;
  return {
    // What was begun before may end after they parted.
    tell: (told) => {
      if (open) channel.postMessage(told);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}

/**
 * Of all tabs, only one does what has this name at a time. Where the browser has no locks or refuses them, all may:
 * a message that is sent twice under one id is taken once.
 */
export const alone: Alone = async (name, work) => {
  let begun = false;
  const run = () => {
    begun = true;
    return work();
  };
  try {
    await navigator.locks.request(name, run);
  } catch (error) {
    if (begun) throw error;
    await work();
  }
};
