/**
 * Of which version this code reads documents: that of the newest migration whose end makes readers of before it wrong.
 * A console that is older than `minVersion` of its workspace's settings has its page loaded anew.
 */
export const documentsVersion = 3;
