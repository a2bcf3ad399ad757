/**
 * Words of the documents that browsers write or list, too. They stand without shapes, so that no browser carries zod
 * for them; the shapes are made of the same lists.
 */

/** The assignee of a conversation that nobody has. */
export const nobody = "none";

/** How much a member sees: all, what is their teams' or their own, or only their own. */
export const sights = ["all", "team", "own"] as const;

export const priorities = ["low", "normal", "high", "urgent"] as const;

/** What a member chooses to be. */
export const attendings = ["available", "away"] as const;

export const mediaKinds = ["image", "audio", "video", "document", "sticker"] as const;

/** Where an operation stands; one that is being undone is running again. */
export const operationStates = ["running", "done", "failed", "undone"] as const;

/** What may become of a row of an operation. */
export const outcomes = ["create", "update", "same", "skip", "refuse"] as const;

export const leadKinds = ["sale", "noInterest", "futureContact", "support", "recovery"] as const;

export const leadStates = ["new", "inProgress", "negotiation", "won", "lost"] as const;
