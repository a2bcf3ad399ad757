import type { Channel, ChannelChanges } from "@hilo/schema";
import { AppError } from "../platform/errors.ts";
import type { Adapter, Field } from "../providers/adapter.ts";

type Texts = Record<string, string>;

/**
 * Keeps a stored secret from being sent anywhere but where it was entered for. Throws `invalid` with each one that is
 * to be entered anew.
 */
export function refuseElsewhere(
  fields: readonly Field[],
  { before, after }: { before: Channel["settings"]; after: Texts },
  { stored, entered }: { stored: Texts | null; entered: ChannelChanges["credentials"] },
): void {
  const details = fields
    .filter(({ name }) => stored?.[name] && entered?.[name] === undefined)
    .map(({ name, boundTo = [] }) => ({
      path: `credentials.${name}`,
      moved: boundTo.filter((setting) => before[setting] !== after[setting]),
    }))
    .filter(({ moved }) => moved.length > 0)
    .map(({ path, moved }) => ({ path, message: `Enter it anew: ${moved.join(", ")} changed` }));
  if (details.length > 0)
    throw new AppError("invalid", "Correct the fields listed in errors.", { details });
}

/** Keeps a channel with its account, where another's messages would be taken for those it has; throws `invalid`. */
export function refuseAnother(
  { ownerOf }: Pick<Adapter<unknown>, "ownerOf">,
  { health }: Pick<Channel, "health">,
  { stored, entered }: { stored: Texts | null; entered: Texts },
): void {
  if (!ownerOf || !stored || health.received + health.sent === 0) return;
  if (ownerOf(stored) === ownerOf(entered)) return;
  const details = [{ path: "address", message: "Another account" }];
  throw new AppError("invalid", "Add the other account as a channel of its own.", { details });
}
