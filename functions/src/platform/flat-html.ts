import type { TokenizerCallbacks as Callbacks } from "htmlparser2";

/**
 * So deep elements may stand in each other. Whoever reads HTML spends a time that grows with the square of its depth,
 * and nobody writes deeper by hand or by program.
 */
export const deepest = 100;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const empty = words(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr",
);
const indented = words("ul ol menu dir dl blockquote");
const inline = words(
  "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var",
);
/** What stands in itself only because nobody wrote its end, and what ends with it. */
const ends: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["a", words("a")],
  ["p", words("p")],
  ["li", words("p li")],
  ["dt", words("p dt dd")],
  ["dd", words("p dt dd")],
  ["td", words("p td th")],
  ["th", words("p td th")],
  ["tr", words("p td th tr")],
  ["tbody", words("p td th tr thead tbody")],
  ["tfoot", words("p td th tr thead tbody")],
  ["option", words("option")],
]);
const paragraph = words("p");
const none: ReadonlySet<string> = new Set();
/** What is drawn within HTML, where an element may end itself (`<g/>`); and what holds HTML in there. */
const drawn = words("svg math");
const within = words("mi mo mn ms mtext annotation-xml foreignobject desc title");

/**
 * HTML in which nothing stands deeper than `deepest`, and no list or quote in more than `indents` others: what does
 * keeps its words and, where it was a block, its lines. Ends that nobody wrote are written then, too. What is flat
 * enough stays as it is.
 */
export async function flatHtml(html: string, indents = deepest): Promise<string> {
  const walk = await walkThrough(html, indents);
  return walk.isDeep || walk.unwritten > deepest ? walk.flat() : html;
}

/** Whether HTML is nested deeper than anybody writes. */
export async function isTooDeep(html: string): Promise<boolean> {
  const { isDeep } = await walkThrough(html, deepest);
  return isDeep;
}

async function walkThrough(html: string, indents: number): Promise<Walk> {
  const { Tokenizer } = await import("htmlparser2");
  const walk = new Walk(html, indents);
  const reader = new Tokenizer({ xmlMode: false, decodeEntities: true }, walk);
  reader.write(html);
  reader.end();
  return walk;
}

/** An element that is not written: it stood in the last of so many open ones, known by its number. */
type Left = { depth: number; parent: number | undefined };

const nothing = (): void => undefined;

/** Follows which elements are open, and writes the same HTML with empty ones in the place of those that are too deep. */
class Walk implements Callbacks {
  isDeep = false;
  /** How many ends nobody wrote. */
  unwritten = 0;
  readonly #html: string;
  readonly #mostIndents: number;
  readonly #pieces: string[] = [];
  #copied = 0;
  /** The names of those that are open and written, and a number for each. */
  readonly #open: string[] = [];
  readonly #numbers: number[] = [];
  #opens = 0;
  readonly #left = new Map<string, Left[]>();
  #indents = 0;
  /** Of what is drawn and of what holds HTML in it, which was opened last. */
  readonly #drawings: boolean[] = [];
  #opened = "";
  /** Whether there are words since the last line that was ended here. */
  #isSaid = false;

  readonly onattribdata = nothing;
  readonly onattribentity = nothing;
  readonly onattribend = nothing;
  readonly onattribname = nothing;
  readonly oncdata = nothing;
  readonly oncomment = nothing;
  readonly ondeclaration = nothing;
  readonly onend = nothing;
  readonly onopentagend = nothing;
  readonly onprocessinginstruction = nothing;

  constructor(html: string, mostIndents: number) {
    this.#html = html;
    this.#mostIndents = mostIndents;
  }

  flat(): string {
    return this.#pieces.join("") + this.#html.slice(this.#copied);
  }

  ontext(from: number, to: number): void {
    this.#isSaid ||= this.#html.slice(from, to).trim() !== "";
  }

  ontextentity(): void {
    this.#isSaid = true;
  }

  onopentagname(from: number, to: number): void {
    const name = this.#html.slice(from, to).toLowerCase();
    this.#opened = "";
    if (empty.has(name)) return;
    const ended = ends.get(name) ?? (inline.has(name) ? none : paragraph);
    while (ended.has(this.#open.at(-1) ?? "")) this.#end(from - 1);
    const isIndented = indented.has(name) && this.#indents >= this.#mostIndents;
    if (isIndented || this.#open.length >= deepest) this.#leave(name, from, to);
    else this.#keep(name);
  }

  onselfclosingtag(): void {
    const ends = this.#drawings.at(-1) === true && this.#opened !== "";
    if (ends && this.#open.at(-1) === this.#opened) this.#pop();
  }

  onclosetag(from: number, to: number): void {
    const name = this.#html.slice(from, to).toLowerCase();
    const kept = this.#open.lastIndexOf(name);
    const left = this.#lastLeft(name);
    if (left && left.depth > kept) {
      this.#left.get(name)?.pop();
      while (this.#open.length > left.depth) this.#end(this.#html.lastIndexOf("<", from));
      this.#write(from, to, "wbr");
      return;
    }
    if (drawn.has(name) || within.has(name)) this.#drawings.pop();
    if (kept < 0) return;
    while (this.#open.length > kept + 1) this.#end(this.#html.lastIndexOf("<", from));
    this.#pop();
  }

  /** The last of this name that is not written and still would be open. */
  #lastLeft(name: string): Left | undefined {
    const all = this.#left.get(name) ?? [];
    const isGone = ({ depth, parent }: Left) => this.#numbers[depth - 1] !== parent;
    while (all.length > 0 && all.slice(-1).every(isGone)) all.pop();
    return all.at(-1);
  }

  #keep(name: string): void {
    this.#opens += 1;
    this.#open.push(name);
    this.#numbers.push(this.#opens);
    if (indented.has(name)) this.#indents += 1;
    if (drawn.has(name) || within.has(name)) this.#drawings.push(drawn.has(name));
    this.#opened = name;
  }

  /** In its place stands an element that is always empty: one that ends the line, or one that does nothing. */
  #leave(name: string, from: number, to: number): void {
    this.isDeep = true;
    const all = this.#left.get(name) ?? [];
    all.push({ depth: this.#open.length, parent: this.#numbers.at(-1) });
    this.#left.set(name, all);
    const isLine = this.#isSaid && !inline.has(name);
    this.#write(from, to, isLine ? "br" : "wbr");
    if (isLine) this.#isSaid = false;
  }

  #end(at: number): void {
    this.unwritten += 1;
    this.#write(at, at, `</${this.#pop()}>`);
  }

  #pop(): string {
    const name = this.#open.pop() ?? "";
    this.#numbers.pop();
    if (indented.has(name)) this.#indents -= 1;
    return name;
  }

  #write(from: number, to: number, instead: string): void {
    this.#pieces.push(this.#html.slice(this.#copied, from), instead);
    this.#copied = to;
  }
}
