import type { EndpointName, Endpoints } from "@hilo/schema";

/**
 * Method and path of each endpoint, spelled out so that the schemas, and zod with them, stay out of the bundle.
 * The type holds every entry to the schema's table, letter by letter.
 */
export const endpoints: { readonly [N in EndpointName]: `${Method<N>} ${Path<N>}` } = {
  sendMessage: "POST /conversations/{conversationId}/messages",
  retryMessage: "POST /conversations/{conversationId}/messages/{messageId}/retry",
  fetchFilesAgain: "POST /conversations/{conversationId}/messages/{messageId}/fetch",
  startConversation: "POST /channels/{channelId}/messages",
  getMessage: "GET /messages/{conversationId}/{messageId}",
  addNote: "POST /conversations/{conversationId}/notes",
  markRead: "POST /conversations/{conversationId}/read",
  seeMention: "POST /conversations/{conversationId}/mentions/seen",
  markUnread: "POST /conversations/{conversationId}/unread",
  assignConversation: "POST /conversations/{conversationId}/assign",
  claimConversation: "POST /conversations/{conversationId}/claim",
  setStatus: "POST /conversations/{conversationId}/status",
  setPriority: "POST /conversations/{conversationId}/priority",
  setTags: "POST /conversations/{conversationId}/tags",
  snoozeConversation: "POST /conversations/{conversationId}/snooze",
  listChannels: "GET /channels",
  listChannelKinds: "GET /channel-kinds",
  getChannel: "GET /channels/{channelId}",
  addChannel: "POST /channels",
  changeChannel: "PATCH /channels/{channelId}",
  testChannel: "POST /channels/{channelId}/test",
  tryChannel: "POST /channel-tests",
  listDeadLetters: "GET /channels/{channelId}/dead-letters",
  getDeadLetter: "GET /dead-letters/{letterId}",
  replayDeadLetter: "POST /dead-letters/{letterId}/replay",
  replayDeadLetters: "POST /channels/{channelId}/dead-letters/replay",
  deleteDeadLetter: "DELETE /dead-letters/{letterId}",
  inviteMember: "POST /members",
  listMembers: "GET /members",
  inviteAgain: "POST /members/{uid}/invitation",
  withdrawInvitation: "DELETE /members/{uid}/invitation",
  getInvitation: "GET /invitations/{workspaceId}",
  acceptInvitation: "POST /invitations/{workspaceId}/accept",
  setPassword: "POST /accounts/password",
  changeMember: "PATCH /members/{uid}",
  changeSignatures: "PATCH /members/me/signatures",
  sayHere: "POST /members/me/presence",
  getSignIn: "GET /members/me/sign-in",
  endSessions: "POST /members/{uid}/sign-out",
  addApiKey: "POST /api-keys",
  removeApiKey: "DELETE /api-keys/{apiKeyId}",
  uploadFile: "POST /files",
  linkFiles: "GET /files/links",
  linkHeldFile: "POST /files/{fileId}/held-link",
  listTemplates: "GET /templates",
  createTemplate: "POST /templates",
  changeTemplate: "PATCH /templates/{templateId}",
  removeTemplate: "DELETE /templates/{templateId}",
  restoreTemplate: "POST /templates/{templateId}/restore",
  copyTemplate: "POST /templates/{templateId}/copy",
  submitTemplate: "POST /templates/{templateId}/submit",
  syncTemplates: "POST /channels/{channelId}/templates/sync",
  countTemplateUse: "POST /templates/{templateId}/uses",
};

type Method<N extends EndpointName> = Endpoints[N]["method"];
type Path<N extends EndpointName> = Endpoints[N]["path"];

/** The names in braces of a path. */
export type ParamsOf<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & ParamsOf<Rest>
  : unknown;

/** Fills the braces of a path. */
export function fill(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}
