import { type ChangedField, type ProblemCode, problemStatus } from "@hilo/schema";

export type ErrorDetails = { path: string; message: string }[];

/** Which contacts have what was asked for. */
export type TakenBy = readonly { path: string; contactId: string }[];

/** An error the caller can act on; anything else that is thrown answers 500 without a word of its own. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly details: ErrorDetails | undefined;
  /** What somebody else has changed meanwhile. */
  readonly changed: readonly ChangedField[] | undefined;
  readonly taken: TakenBy | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    options: {
      cause?: unknown;
      details?: ErrorDetails;
      changed?: readonly ChangedField[];
      taken?: TakenBy;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details;
    this.changed = options.changed;
    this.taken = options.taken;
  }

  get status(): number {
    return problemStatus[this.code];
  }
}
