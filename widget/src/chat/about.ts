import type { ChatSettings } from "@hilo/schema";
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../protocol.ts";
import { clock, type Words, weekday } from "./words.ts";

type Part = TemplateResult | typeof nothing;

/** The faces of who answers: the first letter of what they are called. */
export function faces({ people = [] }: ChatSettings, words: Words, language: Language): Part {
  if (people.length === 0) return nothing;
  const names = new Intl.ListFormat(language).format(people.map(({ name }) => name));
  return html`<span class="faces" role="img" aria-label=${words.answer(names)} title=${names}>
    ${people.map(({ name }) => face(name))}
  </span>`;
}

export function face(name: string): TemplateResult {
  return html`<span class="face" aria-hidden="true">${[...name][0]?.toUpperCase()}</span>`;
}

/** How soon somebody answers, while somebody is there. */
export function soon({ open, answersIn = null }: ChatSettings, words: Words): Part {
  if (!open || answersIn === null) return nothing;
  const minutes = answersIn / 60_000;
  const within = words.within.find(([most]) => minutes <= most)?.[1];
  return within ? html`<p class="soon">${words.usually(within)}</p>` : nothing;
}

/** The hours of the week, from today on, by the visitor's own clock. */
export function hours({ week }: ChatSettings, words: Words, language: Language): TemplateResult {
  const noon = new Date().setHours(12, 0, 0, 0);
  const days = Array.from({ length: 7 }, (_, i) =>
    new Date(noon).setDate(new Date(noon).getDate() + i),
  );
  return html`<section class="hours" id="hours" aria-label=${words.hours}>
    <dl>
      ${days.map((day, i) => {
        const ranges = week.filter(({ from }) => sameDay(from, day));
        const said = ranges.map((range) => rangeWords(range, words, language));
        return html`<div class=${i === 0 ? "today" : ""}>
          <dt>${i === 0 ? words.today : weekday(day, language)}</dt>
          <dd>${said.join(", ") || words.shut}</dd>
        </div>`;
      })}
    </dl>
    <p>${words.yourTime}</p>
  </section>`;
}

type Range = ChatSettings["week"][number];

/** The midnight that ends a day is its hour 24, not the one it began with. */
function rangeWords({ from, to }: Range, words: Words, language: Language): string {
  const [begins, ends] = [isMidnight(from), isMidnight(to)];
  if (begins && ends) return words.allDay;
  return `${clock(from, language)}–${ends ? "24:00" : clock(to, language)}`;
}

function isMidnight(at: number): boolean {
  return new Date(at).setHours(0, 0, 0, 0) === at;
}

function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
