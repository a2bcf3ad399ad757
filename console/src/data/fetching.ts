import { call } from "./api.ts";

/** Has the files of a message fetched again that could not be had before. Rejects with `ApiProblem`. */
export async function fetchAgain(conversationId: string, messageId: string): Promise<void> {
  await call("fetchFilesAgain", { params: { conversationId, messageId } });
}
