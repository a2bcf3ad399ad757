import { rowStyles } from "@hilo/bricks/row-styles";
import { html, LitElement, nothing } from "lit";
import { channels } from "../../phones/demo-channels.ts";
import type { Person } from "../../phones/person.ts";
import type { Thread } from "../../phones/thread.ts";
import { channelsOf, firstOf, select, selection, threadOf } from "../data/selection.ts";
import { StoreController, store } from "../data/store.ts";
import { knownBy } from "../text/address.ts";
import { formatExact, formatTime } from "../text/formats.ts";
import { texts } from "../text/texts.ts";
import "./avatar.ts";
import { base } from "./base.ts";
import { icon } from "./icon.ts";
import { peopleStyles } from "./people-styles.ts";
import { preview } from "./preview.ts";

/** Everybody whose phone can be taken, with the latest first. */
class People extends LitElement {
  static override styles = [base, rowStyles, peopleStyles];

  constructor() {
    super();
    new StoreController(this);
  }

  protected override render() {
    const rows = store.state.people.map((person) => ({ person, thread: latest(person) }));
    rows.sort((a, b) => lastAt(b.thread) - lastAt(a.thread));
    return html`
      <header>
        <div class="names">
          <h1>${texts.title}</h1>
          <p>${texts.subtitle}</p>
        </div>
        <button
          class="icon-button"
          title=${texts.newPerson}
          aria-label=${texts.newPerson}
          @click=${() => this.dispatchEvent(new Event("new-person"))}
        >${icon("plus")}</button>
        <button
          class="icon-button narrow"
          title=${texts.controls}
          aria-label=${texts.controls}
          @click=${() => this.dispatchEvent(new Event("show-controls"))}
        >${icon("sliders")}</button>
      </header>
      <nav aria-label=${texts.people}>
        <ul>${rows.map(({ person, thread }) => this.#row(person, thread))}</ul>
      </nav>
      <footer>
        <a href=${`${store.state.target}/widget/demo.html`} target="_blank" rel="noreferrer">
          ${texts.shop}
        </a>
        <p class="cut" title=${store.state.target}>${texts.calls(store.state.target)}</p>
      </footer>
    `;
  }

  #row(person: Person, thread: Thread | undefined) {
    const channel = channels.find((one) => one.id === thread?.channelId) ?? firstOf(person);
    const last = thread?.entries.at(-1);
    const unread = thread ? store.unread(thread) : 0;
    const chosen = selection()?.person.id === person.id;
    return html`<li>
      <button
        class="row ${unread ? "unread" : ""}"
        aria-current=${chosen ? "true" : nothing}
        @click=${() => select(person.id, channel.id)}
      >
        <sim-avatar .name=${person.name} .platform=${channel.platform}></sim-avatar>
        <span class="lines">
          <span class="line">
            <span class="name" dir="auto">${person.name}</span>
            ${last ? html`<time title=${formatExact(last.at)}>${formatTime(last.at)}</time>` : nothing}
          </span>
          <span class="line">
            <span class="preview cut" dir="auto">${last ? preview(last) : saidOf(person)}</span>
            ${unread ? html`<span class="badge" aria-label=${texts.unread(unread)}>${unread}</span>` : nothing}
          </span>
        </span>
      </button>
    </li>`;
  }
}
customElements.define("sim-people", People);

function latest(person: Person): Thread | undefined {
  const threads = channelsOf(person).flatMap((channel) => threadOf(person, channel) ?? []);
  return threads.sort((a, b) => lastAt(b) - lastAt(a))[0];
}

function lastAt(thread: Thread | undefined): number {
  return thread?.entries.at(-1)?.at ?? 0;
}

/** What stands in the place of a last message. */
function saidOf(person: Person): string {
  const { platform } = person;
  if (platform === "webchat") return knownBy(person, platform);
  const hidden = platform === "whatsapp" && person.phone === undefined;
  return hidden ? texts.hiddenPhone : texts.noPreview;
}
