import type { Mail, UploadedFile } from "@hilo/schema";

/** What a mail on its way out has besides text and files, as its message keeps it. */
export type DraftMail = Pick<Mail, "cc" | "bcc" | "html" | "quoted" | "forwards"> & {
  /** The files of what is passed on. */
  files: readonly UploadedFile[];
  /** The subject of what is passed on, where nobody gives another. */
  subject?: string;
};
