import { cut, longestAddress, type Sender } from "@hilo/schema";
import type { Mailbox } from "postal-mime";
import { allOf, firstOf } from "./headers.ts";
import type { Letter } from "./letter.ts";
import { isNoReply, isOwn, type Own } from "./machine.ts";
import { domainOf, localOf } from "./thread.ts";

/** Who wrote a mail and is answered: `onBehalf` when another address sent it for them. */
export type Person = { sender: Sender; onBehalf: boolean; sameDomain: boolean };

/**
 * Who is to be answered (RFC 5322, 3.6.2): a form on a website and a list write from an address of their own and name
 * the person in Reply-To. Undefined when it is nobody but ourselves.
 */
export function personOf(own: Own, letter: Letter): Person | undefined {
  const { from } = letter;
  const person = named(own, letter) ?? original(own, letter) ?? from;
  const address = plain(person);
  if (!person || address === "" || address.length > longestAddress || isOwn(own, address))
    return undefined;
  const onBehalf = address !== plain(from);
  const name = (onBehalf ? nameOf(person, from) : person.name).replace(/\s+/g, " ").trim();
  return {
    sender: {
      address,
      email: address,
      ...(name ? { name: cut(name, 100) } : {}),
    },
    onBehalf,
    sameDomain: domainOf(address) === domainOf(plain(from)),
  };
}

function plain(mailbox: Mailbox | undefined): string {
  return mailbox?.address.trim().toLowerCase() ?? "";
}

/** The person in Reply-To: not we, not nobody, and not the list to which a list has its answers sent. */
function named(own: Own, letter: Letter): Mailbox | undefined {
  const lists = listsOf(letter);
  return letter.replyTo.find(
    (one) => !isOwn(own, one.address) && !isNoReply(localOf(one.address)) && !lists.has(plain(one)),
  );
}

/** The addresses of the list that passed a mail on: it names itself, or stands among those who got it. */
function listsOf({ headers, to, cc }: Letter): Set<string> {
  const post = firstOf(headers, "list-post").toLowerCase();
  const own = [...post.matchAll(/mailto:([^\s<>,?]+)/g)].map(([, address = ""]) => address);
  const isList = post !== "" || firstOf(headers, "list-id") !== "";
  return new Set(isList ? [...own, ...[...to, ...cc].map(plain)] : []);
}

/**
 * The writer's own address, as lists keep it that write from theirs ("Ana via Ventas") and have answers sent there.
 * @see https://support.google.com/a/answer/9375437
 */
function original(own: Own, { headers, from, originals }: Letter): Mailbox | undefined {
  const isPassedOn = viaIn(from) !== undefined || allOf(headers, "list-id").length > 0;
  if (!isPassedOn) return undefined;
  return originals.find(({ address }) => !isOwn(own, address));
}

/** `'Ana' via Ventas`, as lists and forms write in several languages → `Ana`. */
function viaIn(from: Mailbox | undefined): string | undefined {
  const [, name] =
    /^['"“”‘’]?(.+?)['"“”‘’]?\s+(?:v[ií]a|(?:a )?través de|através d[aeo]|mediante|über|tramite|par l['’]intermédiaire de)\s+\S/iu.exec(
      from?.name.slice(0, longestName) ?? "",
    ) ?? [];
  return name;
}

/** What a person is called whose mail another address sent: that one's name is theirs only when their address says so. */
function nameOf(person: Mailbox, from: Mailbox | undefined): string {
  if (person.name) return viaIn(person) ?? person.name;
  const via = viaIn(from);
  if (via) return via;
  const local = folded(localOf(person.address));
  const words = folded(from?.name.slice(0, longestName) ?? "").split(/[^\p{L}]+/u);
  return words.some((word) => word.length > 2 && local.includes(word)) ? (from?.name ?? "") : "";
}

/** What is longer is no name, and is not searched. */
const longestName = 300;

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
