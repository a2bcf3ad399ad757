import { css } from "lit";

/** A row of a list of conversations: who, when, and what was said last. */
export const rowStyles = css`
  .row {
    position: relative;
    display: flex;
    gap: 12px;
    width: 100%;
    padding: 12px 16px;
    transition: background var(--quick) var(--ease);
  }
  .row[aria-current]::before {
    position: absolute;
    inset: 0 auto 0 0;
    width: 3px;
    background: var(--accent);
    content: "";
  }
  .row:focus-visible {
    outline-offset: -3px;
  }
  .lines {
    flex: 1;
    min-width: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 20px;
  }
  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
  }
  .unread .name {
    font-weight: 600;
  }
  time {
    color: var(--secondary);
    font: var(--tiny);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .preview {
    flex: 1;
    min-width: 0;
    color: var(--secondary);
  }
  .badge {
    min-width: 18px;
    height: 18px;
    padding: 0 5px;
    border-radius: 9px;
    background: var(--accent);
    color: var(--on-accent);
    font: 600 11px/18px var(--font);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
`;
