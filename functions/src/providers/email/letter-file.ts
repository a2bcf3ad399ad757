export type LetterFile = {
  name: string;
  /** MIME type, lower case, without parameters. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Without brackets. */
  contentId?: string;
};
