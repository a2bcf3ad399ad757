/** How programs begin the subject of an answer that nobody wrote, by language. */
const away: Record<string, RegExp> = {
  es: /respuesta autom[aá]tica|fuera de (?:la )?oficina|ausente de la oficina|aviso de ausencia/,
  en: /auto(?:matic)?[- ]?(?:reply|response|responder)|out[- ]of[- ](?:the[- ])?office|ooo\b|on (?:vacation|leave)/,
  pt: /resposta autom[aá]tica|fora do escrit[oó]rio|aus[eê]ncia (?:do|tempor[aá]ria)/,
  de: /automatische (?:antwort|r[uü]ckmeldung)|abwesenheits(?:notiz|meldung|benachrichtigung)|abwesend/,
  fr: /r[eé]ponse automatique|absen(?:ce|t)(?:e)? d[ue] bureau|message d['’]absence/,
  it: /risposta automatica|fuori (?:sede|ufficio)|assenza dall['’]ufficio/,
  ca: /resposta autom[aà]tica|fora de l['’]oficina/,
  nl: /automatisch(?:e)? (?:antwoord|beantwoord)|afwezig(?:heid)?|niet aanwezig/,
};

const begins = new RegExp(
  `^(?:${Object.values(away)
    .map(({ source }) => source)
    .join("|")})`,
  "iu",
);

/** Whether a subject begins as that of somebody out of office does; alone it proves nothing. */
export function isAwaySubject(subject: string): boolean {
  return begins.test(
    subject
      .slice(0, 200)
      .normalize("NFC")
      .replace(/^[\s[(*"'«]*(?:(?:re|rv|aw|sv)\s*:\s*)*/iu, ""),
  );
}
