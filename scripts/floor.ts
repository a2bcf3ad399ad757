/** Somebody who has something to say while others do, too. */
export type Speaker = { say(text: string): void; end(): void };

type Waiting = Speaker & { words: string; ended: boolean };

const queue: Waiting[] = [];

/**
 * What several programs say at once, one after the other: the first is heard as it speaks, each later one when those
 * before it have ended.
 */
export function speaker(
  out: (text: string) => void = (text) => process.stdout.write(text),
): Speaker {
  const own: Waiting = {
    words: "",
    ended: false,
    say: (text) => {
      if (queue[0] === own) out(text);
      else own.words += text;
    },
    end: () => {
      own.ended = true;
      while (queue[0]?.ended) {
        queue.shift();
        const next = queue[0];
        if (next) out(next.words);
      }
    },
  };
  queue.push(own);
  return own;
}
