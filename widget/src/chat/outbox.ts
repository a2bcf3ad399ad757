import type { UploadedFile, VisitorMessage } from "@hilo/schema";

/** A message on its way: shown at once, replaced by the real one when that arrives. */
export type Outgoing = {
  id: string;
  at: number;
  text: string;
  files: { file: File; progress: number; uploaded?: UploadedFile }[];
  choice?: { id: string; title: string };
  replyTo?: string;
  state: "sending" | "failed";
  /** Why trying again would not help. */
  problem?: FileProblem;
};

const fileProblems = ["tooLarge", "wrongType", "dangerous", "empty"] as const;
type FileProblem = (typeof fileProblems)[number];

/** Why a file will never be taken, by the code of the answer; undefined when it may be taken later. */
export function fileProblemOf(code: string): FileProblem | undefined {
  return fileProblems.find((problem) => problem === code);
}

/** The post of an outgoing message whose files have all been uploaded. */
export function postOf({ id, text, files, choice, replyTo }: Outgoing): VisitorMessage {
  return {
    type: "message",
    id,
    text,
    files: files.flatMap(({ uploaded }) =>
      uploaded ? [{ id: uploaded.id, type: uploaded.type }] : [],
    ),
    ...(choice ? { choice } : {}),
    ...(replyTo ? { replyTo } : {}),
  };
}
