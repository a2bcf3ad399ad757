import { focused, takesText } from "./focus.ts";
import { isLetter, type KeyPress, withKey } from "./kept-keys.ts";

/** How long keys are kept at most, should nobody ever take them: longer than a page is waited for. */
const patienceMs = 20_000;
/** How many frames a place to write may take to get the focus. */
const patienceFrames = 30;

type Keeping = {
  keys: readonly string[];
  /** Told when Escape is pressed meanwhile: what was on its way is not wanted any more. */
  escaped: (() => void) | undefined;
  onlyText: boolean;
};

let keeping: Keeping | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;

/**
 * Keeps what is typed from now on, while a place to write is on its way or goes: none of it gets lost, or runs a
 * command that nobody asked for. What it returns gives the keys to whatever has the focus then, unless somebody else
 * keeps them by now. With `onlyText` they go into a field or nowhere.
 */
export function keepTyped({
  escaped,
  onlyText = false,
}: Partial<Pick<Keeping, "escaped" | "onlyText">> = {}): () => void {
  const mine: Keeping = { keys: keeping?.keys ?? [], escaped, onlyText };
  keeping = mine;
  addEventListener("keydown", pressed, { capture: true });
  clearTimeout(patience);
  patience = setTimeout(stop, patienceMs);
  return () => void give(mine);
}

function pressed(event: KeyboardEvent): void {
  // What is given on here is not kept again.
  if (!keeping || !event.isTrusted) return;
  const keys = event.key === "Escape" ? undefined : withKey(keeping.keys, pressOf(event));
  if (event.key === "Escape") leave(event, keeping);
  if (!keys) return;
  keeping.keys = keys;
  swallow(event);
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, ctrlKey, metaKey, altKey, isComposing, repeat } = event;
  return {
    key,
    ctrlKey,
    metaKey,
    altKey,
    isComposing,
    repeat,
    altGraph: event.getModifierState("AltGraph"),
  };
}

function leave(event: KeyboardEvent, { escaped }: Keeping): void {
  if (!escaped) return;
  swallow(event);
  stop();
  escaped();
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function stop(): void {
  keeping = undefined;
  clearTimeout(patience);
  removeEventListener("keydown", pressed, { capture: true });
}

/** Key by key, since one may open or close what the next is meant for; what is typed meanwhile comes after. */
async function give(mine: Keeping): Promise<void> {
  // Where the focus has just come back to, the caret is a frame later.
  await frame();
  for (let waited = 0; keeping === mine && mine.keys.length > 0; ) {
    const at = focused();
    const [key = "", ...rest] = mine.keys;
    const waits = mine.onlyText && !takesText(at) && waited < patienceFrames;
    if (waits) waited += 1;
    else mine.keys = rest;
    if (!waits && (takesText(at) || !mine.onlyText)) type(key, at);
    // What a key writes or moves is drawn before the next that does more than write.
    if (!takesText(at) || !isLetter(key) || !isLetter(rest[0])) await frame();
  }
  if (keeping === mine) stop();
}

function frame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}

function type(key: string, at: HTMLElement | undefined): void {
  const init = { key, bubbles: true, composed: true, cancelable: true };
  const taken = !(at ?? document.body).dispatchEvent(new KeyboardEvent("keydown", init));
  const field = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
  if (!taken && field && isLetter(key)) insert(key, at);
}

function insert(letter: string, field: HTMLInputElement | HTMLTextAreaElement): void {
  const { selectionStart, selectionEnd, value } = field;
  // Fields of some types (e-mail, number) have no caret that one can ask for.
  if (selectionStart === null || selectionEnd === null) field.value = value + letter;
  else field.setRangeText(letter, selectionStart, selectionEnd, "end");
  const init = { bubbles: true, composed: true, inputType: "insertText", data: letter };
  field.dispatchEvent(new InputEvent("input", init));
}
