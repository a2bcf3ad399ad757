import { css } from "lit";
import { pageStyles } from "../../ui/page-styles.ts";

/** What every part of the page has. */
export const channelStyles = [
  pageStyles,
  css`
    .quiet {
      color: var(--secondary);
      font: var(--small);
    }
    .dot {
      flex: none;
      display: grid;
      place-items: center;
      width: 40px;
      height: 40px;
      border-radius: var(--radius-card);
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
  `,
];

export const listStyles = css`
  .intro {
    margin: -12px 0 16px;
    color: var(--secondary);
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
    color: var(--secondary);
    font: var(--small);
    overflow-wrap: anywhere;
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
