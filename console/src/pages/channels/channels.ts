import { may } from "@hilo/schema/permissions";
import { html, type PropertyDeclarations, type TemplateResult } from "lit";
import { members } from "../../data/members.ts";
import { isAllowed } from "../../data/session.ts";
import { t } from "../../text/channels.ts";
import { list } from "../../text/formats.ts";
import { define, HiloElement } from "../../ui/element.ts";
import { pageHost } from "../../ui/page-styles.ts";
import { Watch } from "../../ui/source.ts";
import "./add.ts";
import { channelStyles } from "./channels-styles.ts";
import "./detail.ts";
import "./list.ts";

/** The page of channels, for administrators: all of them, one of them, or a new one. */
export class Channels extends HiloElement {
  static override properties: PropertyDeclarations = { channelId: {}, query: {} };
  static override styles = [HiloElement.styles, channelStyles, pageHost];
  declare channelId: string | null;
  declare query: string;

  constructor() {
    super();
    this.channelId = null;
    this.query = "";
    new Watch(this, members);
  }

  protected override render(): TemplateResult {
    if (!isAllowed("channels.manage")) return onlyAdmins();
    const query = new URLSearchParams(this.query);
    const kind = query.get("add");
    if (this.channelId !== null) {
      const section = query.get("section") === "letters" ? "letters" : "settings";
      return html`<hilo-channel-detail .channelId=${this.channelId} .section=${section}></hilo-channel-detail>`;
    }
    if (kind !== null) return html`<hilo-channel-add .kindId=${kind}></hilo-channel-add>`;
    return html`<hilo-channel-list></hilo-channel-list>`;
  }
}

/** Says who can help somebody who came by an address. */
function onlyAdmins(): TemplateResult {
  const who = members.value.filter(({ role, enabled }) => may(role, "channels.manage") && enabled);
  const names = list(who.map(({ name }) => name));
  return html`<div class="page">
    <div class="blank">
      <h1>${t.onlyAdmins}</h1>
      <p>${names ? `${t.onlyAdminsWhy} ${names}.` : t.nobodyAdmin}</p>
    </div>
  </div>`;
}

define("hilo-channels", Channels);
