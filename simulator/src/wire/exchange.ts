/** One HTTP request between the two ends. */
export type Exchange = {
  id: string;
  at: number;
  /** "in": the business called the provider; "out": the provider called a webhook. */
  direction: "in" | "out";
  method: string;
  path: string;
  /** Null when there was no answer. */
  status: number | null;
  ms: number;
  note?: string;
};
