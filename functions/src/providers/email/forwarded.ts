const forwards =
  /^(?:fwd?|fv|fs|rv|reenv|enc|tr|wg|i|inoltra|doorst|vb|pd|转发)\s*(?:\[\d+\])?\s*[:：]/i;
const answers =
  /^(?:re|res|resp|aw|antw|sv|r|rif|rép|réf|ref|odp|vs|ynt|回复|答复)\s*(?:\[\d+\])?\s*[:：]/i;

/** `[EXTERNO] RE: Pedido` → `RE: Pedido`. */
function untagged(subject: string): string {
  return subject.replace(/^(?:\s*\[[^\]]{1,40}\])+/, "").trim();
}

/** Whether a subject says that the mail passes another on: `RV:`, `Fwd:`, `ENC:`, `TR:`, `WG:`, `I:`. */
export function isForwardedSubject(subject: string): boolean {
  return forwards.test(untagged(subject));
}

/** Whether a subject says that the mail answers another: `Re:`, `RES:`, `AW:`, `R:`. */
export function isAnsweringSubject(subject: string): boolean {
  return answers.test(untagged(subject));
}

const passedOn =
  "forwarded|re-?enviad[oa]|reencaminhad[oa]|encaminhad[oa]|weitergeleitete?|transf[ée]r[ée]|réexpédié|transmis|inoltrato|reenviat|doorgestuurd|vidarebefordrat|videresendt";
/** `---------- Forwarded message ---------`, by Gmail, Yahoo, Thunderbird and those after them. */
const between = new RegExp(`^-{2,}.{0,40}(?:${passedOn})`, "iu");
/** `Begin forwarded message:`, by Apple Mail. */
const begun = new RegExp(
  `^(?:begin|inicio del|início da|début du|anfang der|inizio(?: del)?|inici del|begin) .{0,20}(?:${passedOn}).{0,20}:$`,
  "iu",
);

/** Whether a line stands over a mail that is passed on. */
export function isForwardedHead(line: string): boolean {
  const even = line.slice(0, 200).trim();
  return between.test(even) || begun.test(even);
}
