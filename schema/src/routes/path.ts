/** Where the API stands. */
export const apiBase = "/api/v1";

/** Where files are served to whoever holds a signed link. */
export const filesBase = "/files";

/** Where a provider posts what it has to tell: of all its accounts, or of the account of one channel. */
export const webhookPaths = {
  provider: "/webhooks/{provider}/{workspaceId}",
  channel: "/webhooks/{provider}/{workspaceId}/{channelId}",
} as const;

/** The parameters that a path names in braces. */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & ParamsOf<Rest>
  : unknown;

/** A path with its parameters filled in. */
export function fill(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}
