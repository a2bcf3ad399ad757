type Ends = { stop(): unknown } | { close(): unknown };

/** What is started before the tests of the block that asks for it, and ended after them; empty until then. */
export function during<T extends Ends>(start: () => Promise<T>): T {
  const live = {} as T;
  before(async () => {
    Object.assign(live, await start());
  });
  after(async () => {
    await ("stop" in live ? live.stop() : live.close());
  });
  return live;
}
