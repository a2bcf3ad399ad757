import type { RawRequest } from "../adapter.ts";
import { currentVisitor } from "./token.ts";

/** Whether the token is ours, of this very channel, and not over; no credentials of the channel take part. */
export function verify({ url, headers }: RawRequest): boolean {
  const [, , , workspaceId, channelId] = new URL(url).pathname.split("/");
  const visitor = currentVisitor(headers.authorization);
  return (
    visitor !== undefined && visitor.workspaceId === workspaceId && visitor.channelId === channelId
  );
}
