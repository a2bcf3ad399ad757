import { css } from "lit";

/** How the lines stand that say to whom an e-mail goes. */
export const headStyles = css`
  :host {
    display: block;
    font: var(--small);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    min-height: var(--target);
    margin: 0 14px;
    border-bottom: 1px solid var(--line);
  }
  .to {
    display: flex;
    flex: 1 1 0;
    gap: 8px;
    min-width: min(180px, 100%);
  }
  .what {
    color: var(--secondary);
  }
  .whom {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    margin-inline-start: auto;
  }
  .whose {
    display: inline-flex;
    flex-wrap: wrap;
    margin-inline-end: 4px;
  }
  .link {
    min-width: 32px;
    min-height: max(26px, var(--target));
    padding: 2px 8px;
    border-radius: 7px;
    color: var(--accent-text);
    font: 500 12px/18px var(--font);
  }
  .link:hover {
    background: var(--sunken);
  }
  .link[aria-pressed="false"] {
    color: var(--secondary);
  }
  .link[aria-pressed="true"] {
    background: var(--sunken);
    color: var(--text);
  }
  .line {
    margin: 0 14px;
    border-bottom: 1px solid var(--line);
  }
  .line:focus-within {
    border-color: var(--accent);
  }
`;
