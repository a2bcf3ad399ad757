import { commandFor } from "./commands.ts";
import { focused, takesText } from "./focus.ts";

type Keeping = {
  keys: KeyboardEventInit[];
  /** Gives up the field that is on its way. Where none is, Escape is kept like any other key. */
  cancel: (() => void) | undefined;
  /** What had the focus: that it gets it back with the window is nothing new. */
  before: HTMLElement | undefined;
};

/** As an event of the browser goes through the page. */
const everywhere = { bubbles: true, composed: true, cancelable: true };

/** Keys that a field understands besides what is written. */
const kept = ["Backspace", "Enter", "ArrowDown", "ArrowUp", "Escape"];

let keeping: Keeping | undefined;
let isWriting = false;

/**
 * Fetches a part of the page with a field in it. Keys that are pressed until that has the focus are typed into it:
 * none gets lost, or runs a command that nobody asked for. Resolves to whether it is still wanted: Escape gives it up,
 * and calls `cancel` at once.
 */
export async function awaitField(
  fetch: () => Promise<unknown>,
  cancel?: () => void,
): Promise<boolean> {
  let isWanted = true;
  const mine = begin(() => {
    isWanted = false;
    cancel?.();
  });
  try {
    await fetch();
  } catch (cause) {
    if (keeping === mine) forgetTyped();
    throw cause;
  }
  return isWanted;
}

/** Keeps keys until some other field has the focus, which gets them; Escape calls `cancel`. */
export function expectField(cancel: () => void): void {
  begin(cancel);
}

/** Gives the keys to a field that had the focus all the time. */
export function giveTyped(): void {
  if (keeping) void give(keeping);
}

/** Keeps keys, until what it returns gives them to whatever has the focus then. */
export function keepTyped(): () => void {
  const mine = begin(undefined);
  return () => void give(mine);
}

/** Keeps no keys any longer, since no field comes. */
export function forgetTyped(): void {
  keeping = undefined;
  removeEventListener("keydown", pressed, true);
  removeEventListener("beforeinput", entered, true);
  removeEventListener("pointerdown", forgetTyped, true);
}

/** Goes on with what was kept for something that has led here. */
function begin(cancel: (() => void) | undefined): Keeping {
  const mine = { keys: keeping?.keys ?? [], cancel, before: focused() };
  keeping = mine;
  addEventListener("keydown", pressed, true);
  addEventListener("beforeinput", entered, true);
  addEventListener("pointerdown", forgetTyped, true);
  look(mine);
  return mine;
}

/** Frame by frame: a focus that moves inside one shadow root tells nobody outside of that. */
function look(mine: Keeping): void {
  if (keeping !== mine || !mine.cancel) return;
  if (hasArrived(mine)) void give(mine);
  else requestAnimationFrame(() => look(mine));
}

function hasArrived({ before }: Keeping): boolean {
  const at = focused();
  return at !== before && takesText(at);
}

function pressed(event: KeyboardEvent): void {
  // What is given on here is not kept again.
  if (!keeping || !event.isTrusted || event.isComposing) return;
  if (keeping.cancel && hasArrived(keeping)) void give(keeping);
  keep(event);
}

/** Letters that come without a key of their own, put together of several. */
function entered(event: InputEvent): void {
  const { inputType, data, isComposing } = event;
  if (!keeping || isWriting || isComposing || inputType !== "insertText" || !data) return;
  swallow(event);
  keeping.keys.push(...[...data].map((key) => ({ key, ...everywhere })));
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function keep(event: KeyboardEvent): void {
  const mine = keeping;
  const cancel = event.key === "Escape" ? mine?.cancel : undefined;
  if (!mine || !(cancel || isKept(event))) return;
  swallow(event);
  if (cancel) {
    forgetTyped();
    cancel();
  } else if (!event.repeat) mine.keys.push(initOf(event));
}

function isKept(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const isPlain = !(ctrlKey || metaKey || altKey) || event.getModifierState("AltGraph");
  if (isPlain) return isLetter(key) || kept.includes(key);
  return commandFor(event, true) !== undefined;
}

function isLetter(key: string): boolean {
  return [...key].length === 1;
}

function initOf(event: KeyboardEvent): KeyboardEventInit {
  const { key, shiftKey } = event;
  const isSign = event.getModifierState("AltGraph");
  const mods = { ctrlKey: event.ctrlKey && !isSign, metaKey: event.metaKey };
  return { key, shiftKey, ...mods, ...everywhere };
}

/** Key by key, since one may open what the next is meant for, which then goes on with the rest. */
async function give(mine: Keeping): Promise<void> {
  mine.cancel = undefined;
  while (keeping === mine) {
    const key = mine.keys.shift();
    if (!key) forgetTyped();
    else if (!write(key)) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Presses a key where the focus is; says whether it wrote something. */
function write(init: KeyboardEventInit): boolean {
  const at = focused();
  const isLeft = (at ?? document.body).dispatchEvent(new KeyboardEvent("keydown", init));
  const { key = "", ctrlKey, metaKey } = init;
  if (!isLeft || ctrlKey || metaKey || !takesText(at)) return false;
  isWriting = true;
  // The one way that a field of any kind, a formatted text and their undoing understand.
  if (key === "Backspace") document.execCommand("delete");
  else if (isLetter(key)) document.execCommand("insertText", false, key);
  isWriting = false;
  return isLetter(key);
}
