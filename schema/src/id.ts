import * as z from "zod";

/** Ids people or programs choose for workspaces, channels and the like: short, lower-case, safe in a path. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/**
 * The id of any Firestore document, as accepted in a URL; `__…__` is Firestore's own.
 * https://firebase.google.com/docs/firestore/quotas#collections_documents_and_fields
 */
export const DocumentId = z.string().regex(/^(?!__.*__$)[A-Za-z0-9_-]{1,128}$/);
export type DocumentId = z.infer<typeof DocumentId>;

/** A name of a caller's own choice that becomes a field: not empty, on one line, and not one that Firestore keeps to itself. */
export const FieldName = z.string().regex(/^(?!__.*__$)[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{1,100}$/u);

/** A client's own UUID (RFC 9562), which makes a double click one message. */
export const MessageId = z.uuid();
