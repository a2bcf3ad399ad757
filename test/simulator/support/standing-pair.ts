import type { RawRequest } from "../../../functions/src/providers/adapter.ts";
import { callInstead } from "../../functions/providers/provider-server.ts";
import { type Call, type Pair, type PairOptions, startPair } from "./house.ts";

type Options = PairOptions & {
  /** The variable that names a provider's API, and where the simulator has it. */
  api?: [variable: string, path: string];
};

/** Both ends, there during the tests of each block that calls `stand`, and as new before each of them. */
export type StandingPair = Pair & { stand(): void };

export function standingPair({ api, ...options }: Options = {}): StandingPair {
  const pair = { stand } as StandingPair;
  return pair;

  function stand(): void {
    let undo: () => void = () => undefined;
    before(async () => {
      Object.assign(pair, await startPair(options));
      if (api) undo = callInstead(api[0], `${pair.simulator.url}/${api[1]}`);
    });
    after(async () => {
      undo();
      await pair.stop();
    });
    beforeEach(() => {
      pair.simulator.control.reset();
      pair.calls.length = 0;
      pair.answers.length = 0;
      pair.files.clear();
    });
  }
}

/** A call as a channel's adapter takes it; a provider that signs its address signs the whole one. */
export function requestOf({ path, headers, raw: rawBody }: Call, origin = ""): RawRequest {
  const url = `${origin}${path}`;
  const rest = path.split("/").slice(5);
  return { method: "POST", url, headers, query: {}, rawBody, rest };
}
