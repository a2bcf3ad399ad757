// The console's own sources, imported once its page is there.

export { channels } from "../../../console/src/data/channels.ts";
export { contact, conversationsWith } from "../../../console/src/data/contacts.ts";
export {
  conversationOf,
  counts,
  myConversations,
} from "../../../console/src/data/conversations.ts";
export { db } from "../../../console/src/data/firestore.ts";
export { lead } from "../../../console/src/data/leads.ts";
export { countLoads } from "../../../console/src/data/loads.ts";
export { assignable, members } from "../../../console/src/data/members.ts";
export { unseenMentions } from "../../../console/src/data/mentions.ts";
export { threadOf } from "../../../console/src/data/messages.ts";
export { OwnPresence } from "../../../console/src/data/own-presence.ts";
export { mostConversations, presencesIn } from "../../../console/src/data/presences.ts";
export { followSession, isSignedIn, signIn } from "../../../console/src/data/session.ts";
export { settings } from "../../../console/src/data/settings.ts";
export { templates } from "../../../console/src/data/templates.ts";
export { assignOrder } from "../../../console/src/pages/inbox/thread/header/assign-items.ts";
