import { css } from "lit";

/** The frame that every part of the page has. */
export const pageStyles = css`
  .page {
    max-width: 1180px;
    margin: 0 auto;
    padding: 22px 28px 48px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 32px;
    margin-bottom: 16px;
  }
  h1 {
    flex: 1;
    min-width: 0;
    font: var(--page-title);
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  h2 {
    font: 600 15px/20px var(--font);
  }
  .quiet {
    color: var(--secondary);
    font: var(--small);
  }
  .card {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: var(--shadow-card);
  }
  .dot {
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: var(--radius-card);
    color: #fff;
  }
  .dot.x {
    color: var(--surface);
  }
  .blank {
    display: grid;
    justify-items: center;
    gap: 6px;
    padding: 56px 24px;
    color: var(--secondary);
    text-align: center;
  }
  .blank h1,
  .blank h2 {
    flex: none;
    color: var(--text);
  }
  .blank p {
    max-width: 420px;
  }
  .blank .button {
    margin-top: 12px;
  }
  .shimmer {
    display: block;
    height: 64px;
    margin: 8px 0;
    border-radius: var(--radius-button);
    background: var(--sunken);
  }
  @container (max-width: 620px) {
    .page {
      padding: 14px 16px 32px;
    }
  }
`;

export const listStyles = css`
  .intro {
    margin: -12px 0 16px;
    color: var(--secondary);
  }
  .live {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 8px;
    border-radius: var(--radius-tag);
    background: var(--good-wash);
    color: var(--good-text);
    font: 500 12px/16px var(--font);
    white-space: nowrap;
  }
  .live::before {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: currentColor;
    content: "";
  }
  .concerns {
    color: var(--warning-text);
    font: 500 13px/18px var(--font);
  }
  .rows {
    padding: 0;
    overflow: hidden;
  }
  .heads,
  .row {
    display: grid;
    grid-template-columns: 40px minmax(190px, 1fr) repeat(5, 76px) 84px 18px;
    align-items: center;
    gap: 0 12px;
    padding: 12px 16px;
  }
  .heads {
    padding-block: 8px;
    border-bottom: 1px solid var(--line);
    background: var(--side);
    color: var(--secondary);
    font: var(--tiny);
  }
  .heads span {
    text-align: right;
  }
  .heads span:first-child {
    grid-column: 1 / 3;
    text-align: left;
  }
  li + li .row {
    border-top: 1px solid var(--line);
  }
  .row {
    color: var(--text);
    transition: background var(--quick) var(--ease);
  }
  .row:hover {
    background: var(--side);
    text-decoration: none;
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .what {
    min-width: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .about,
  .why {
    display: block;
  }
  .about {
    overflow: hidden;
    color: var(--secondary);
    font: var(--small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why {
    color: var(--warning-text);
    font: var(--small);
  }
  .why.plain {
    color: var(--secondary);
  }
  .figure,
  time,
  .never {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .figure.none,
  .never {
    color: var(--secondary);
  }
  .figure.bad {
    color: var(--bad-text);
    font-weight: 500;
  }
  time,
  .never {
    color: var(--secondary);
    font: var(--small);
    white-space: nowrap;
  }
  .row > svg {
    color: var(--tertiary);
  }
  .figures {
    display: contents;
  }
  .figure small {
    display: none;
  }
  @container (max-width: 940px) {
    .heads,
    .row > svg {
      display: none;
    }
    .row {
      grid-template-columns: 40px minmax(0, 1fr) auto;
      row-gap: 10px;
    }
    .row time,
    .row .never {
      grid-area: 1 / 3;
      align-self: start;
      padding-top: 2px;
    }
    .figures {
      display: grid;
      grid-column: 2 / 4;
      grid-template-columns: repeat(auto-fit, minmax(92px, 1fr));
      gap: 8px 12px;
    }
    .row.unused .figures {
      display: none;
    }
    .figure {
      text-align: left;
    }
    .figure small {
      display: block;
      color: var(--secondary);
      font: var(--tiny);
    }
  }
  @container (max-width: 480px) {
    .figures {
      grid-column: 1 / 4;
    }
  }
`;
