/** Prints one line for a piece of work when it is done, with its time; and what it is, while it lasts. */
export async function step<T>(
  doing: string,
  work: (say: (outcome: string) => void) => Promise<T>,
): Promise<T> {
  const start = performance.now();
  let outcome = doing;
  if (process.stdout.isTTY) process.stdout.write(`  … ${doing}`);
  const answer = await work((text) => {
    outcome = text;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const back = process.stdout.isTTY ? "\r\u001b[K" : "";
  process.stdout.write(`${back}  ✓ ${outcome} (${seconds} s)\n`);
  return answer;
}
