/** A reason not to go on that one sentence explains; printed without a stack. */
export class Refusal extends Error {
  override name = "Refusal";
}
