import type { Permission } from "@hilo/schema/permissions";
import { html, type TemplateResult } from "lit";
import { isAllowed } from "../data/session.ts";
import { t } from "../text/app.ts";
import type { IconName } from "../ui/icons.ts";

/** A page of the console, at `/{name}`; its name in words stands in `text/words.ts`. */
type Page = {
  icon: IconName;
  /** The words of the command that goes there. */
  go: () => string;
  /** Whether it shows many, of which one may be open at `/{name}/{id}`. */
  opensOne: boolean;
  /** What one has to be allowed for it. */
  permission: Permission;
  /** Whether a line stands above it, before what belongs together. */
  apart?: boolean;
  /** On a phone in the account's menu only, for want of room. */
  inMenu?: boolean;
  load: () => Promise<unknown>;
  view: (id: string | null, query: string) => TemplateResult;
};

/** Every page, in the order of the rail: router, rail, commands and menu follow this list. */
export const pages = {
  inbox: {
    icon: "inbox",
    go: () => t.goInbox,
    opensOne: true,
    permission: "conversations.work",
    load: () => import("../pages/inbox/inbox.ts"),
    view: (id, query) => html`<hilo-inbox .conversationId=${id} .query=${query}></hilo-inbox>`,
  },
  dashboard: {
    icon: "dashboard",
    go: () => t.goDashboard,
    opensOne: false,
    permission: "conversations.work",
    inMenu: true,
    load: () => import("../pages/dashboard/dashboard.ts"),
    view: () => html`<hilo-dashboard></hilo-dashboard>`,
  },
  board: {
    icon: "kanban",
    apart: true,
    go: () => t.goBoard,
    opensOne: true,
    permission: "leads.work",
    load: () => import("../pages/board/board.ts"),
    view: (id, query) => html`<hilo-board .funnelId=${id} .query=${query}></hilo-board>`,
  },
  templates: {
    icon: "fileText",
    apart: true,
    go: () => t.goTemplates,
    opensOne: true,
    permission: "templates.use",
    inMenu: true,
    load: () => import("../pages/templates/templates.ts"),
    view: (id, query) => html`<hilo-templates .templateId=${id} .query=${query}></hilo-templates>`,
  },
  channels: {
    icon: "plug",
    go: () => t.goChannels,
    opensOne: true,
    permission: "channels.manage",
    inMenu: true,
    load: () => import("../pages/channels/channels.ts"),
    view: (id, query) => html`<hilo-channels .channelId=${id} .query=${query}></hilo-channels>`,
  },
} as const satisfies Record<string, Page>;

export type PageName = keyof typeof pages;

/** The pages with their names, in their order. */
export const allPages: readonly (Page & { name: PageName })[] = (
  Object.keys(pages) as PageName[]
).map((name) => ({ ...pages[name], name }));

/** The pages that whoever is signed in may see. */
export function pagesForMe(): typeof allPages {
  return allPages.filter(({ permission }) => isAllowed(permission));
}

/** Whether there is a page of this name. */
export function isPage(name: string): name is PageName {
  return Object.hasOwn(pages, name);
}
