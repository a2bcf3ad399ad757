import { getDocsFromServer, limit, orderBy, query, where } from "firebase/firestore";
import { collectionOf, fromDocument } from "./firestore.ts";
import { signedIn } from "./session.ts";
import type { ThreadMessage } from "./thread-merge.ts";
import { blankMessage } from "./whole.ts";

/** The newest note of a conversation that mentions this member. */
export async function noteToMe(conversationId: string): Promise<ThreadMessage | undefined> {
  const { uid } = signedIn();
  const { docs } = await getDocsFromServer(
    query(
      collectionOf("conversations", conversationId, "messages"),
      where("mentions", "array-contains", uid),
      orderBy("providerAt", "desc"),
      limit(1),
    ),
  );
  const [newest] = docs;
  return newest && fromDocument<ThreadMessage>(newest.id, newest.data(), blankMessage);
}
