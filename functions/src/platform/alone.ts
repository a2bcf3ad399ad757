import { log } from "./log.ts";

/**
 * Does something that must not keep others from being done when it fails: that is told in the log as `event`, with what
 * it was about. Whether it was done.
 */
export async function alone(
  event: string,
  about: Record<string, string>,
  run: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    log.error(event, { ...about, error });
    return false;
  }
}
