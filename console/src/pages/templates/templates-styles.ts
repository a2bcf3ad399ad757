import { css } from "lit";

export const templatesStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(300px, 400px) minmax(0, 1fr);
    height: 100%;
    background: var(--surface);
  }
  .top {
    display: flex;
    grid-column: 1 / -1;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 16px 20px 12px;
    border-bottom: 1px solid var(--line);
  }
  h1 {
    margin-right: auto;
    font: var(--page-title);
    letter-spacing: -0.015em;
  }
  .side {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    border-right: 1px solid var(--line);
    background: var(--side);
  }
  .tools {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    padding: 12px;
  }
  .tools .tabs,
  .tools input {
    grid-column: 1 / -1;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    border-radius: var(--radius-button);
    background: var(--sunken);
  }
  .tabs button {
    flex: 1 1 auto;
    min-height: calc(var(--target) - 4px);
    padding: 2px 6px;
    border-radius: 6px;
    color: var(--secondary);
    font: 500 13px/18px var(--font);
    white-space: nowrap;
  }
  .tabs button[aria-selected="true"] {
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow-card);
  }
  .scroll {
    overflow-y: auto;
    padding: 0 8px 24px;
  }
  .rows h2 {
    padding: 10px 8px 4px;
    color: var(--secondary);
    font: 500 12px/16px var(--font);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1px 8px;
    width: 100%;
    min-height: 44px;
    padding: 8px 10px;
    border-radius: var(--radius-button);
    color: var(--text);
    text-align: start;
    text-decoration: none;
  }
  .row:hover {
    text-decoration: none;
    background: var(--sunken);
  }
  .row[aria-current="true"] {
    background: var(--accent-wash);
  }
  .row .name {
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .about,
  .row .where {
    overflow: hidden;
    grid-column: 1 / -1;
    color: var(--secondary);
    font: var(--small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .where {
    font: var(--tiny);
  }
  .pane {
    min-width: 0;
    min-height: 0;
    overflow-y: auto;
  }
  .detail {
    display: grid;
    gap: 16px;
    max-width: 640px;
    padding: 20px 28px 40px;
  }
  .pane-head {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .pane-head h2 {
    font: var(--title);
    letter-spacing: -0.01em;
  }
  .back {
    display: none;
  }
  .notice {
    display: flex;
    gap: 8px;
    padding: 8px 12px;
    border-radius: var(--radius-button);
    background: var(--warning-wash);
    color: var(--warning-text);
    font: var(--small);
  }
  .notice.bad {
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  dl {
    display: grid;
    gap: 6px;
  }
  dl div {
    display: grid;
    grid-template-columns: 150px minmax(0, 1fr);
    gap: 12px;
  }
  dt,
  .quiet {
    color: var(--secondary);
    font: var(--small);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .empty {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    min-height: 200px;
    padding: 24px;
    color: var(--secondary);
    text-align: center;
  }
  .empty h2 {
    color: var(--text);
    font: var(--title);
  }
  .empty p {
    max-width: 44ch;
  }
  .blank {
    height: 44px;
    margin: 8px;
    border-radius: var(--radius-button);
    background: var(--sunken);
  }
  @media (max-width: 859px) {
    :host {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    :host([reading]) .side,
    :host([reading]) .top,
    :host(:not([reading])) .pane {
      display: none;
    }
    :host([reading]) {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    }
    .side {
      border-right: 0;
    }
    .back {
      display: inline-grid;
    }
    .detail {
      padding: 12px 16px 32px;
    }
    .top {
      padding: 12px 16px;
    }
    dl div {
      grid-template-columns: 110px minmax(0, 1fr);
    }
  }
`;
