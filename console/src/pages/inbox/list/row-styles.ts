import { css } from "lit";

export const rowStyles = css`
  .row {
    --behind: var(--surface);
    position: relative;
    display: flex;
    gap: 12px;
    width: 100%;
    padding: 12px 16px;
    border-bottom: 1px solid var(--line);
    color: var(--text);
    text-decoration: none;
    cursor: pointer;
    transition: background var(--quick) var(--ease);
  }
  .row:hover {
    --behind: var(--side);
    background: var(--side);
    text-decoration: none;
  }
  .row[aria-current] {
    --behind: var(--accent-wash);
    background: var(--accent-wash);
  }
  .row[aria-current]::before {
    position: absolute;
    inset: 0 auto 0 0;
    width: 3px;
    background: var(--accent);
    content: "";
  }
  .row.cursor:not([aria-current]) {
    --behind: var(--sunken);
    background: var(--sunken);
  }
  .row.cursor:not([aria-current])::after {
    position: absolute;
    inset: 0 0 0 auto;
    width: 2px;
    background: var(--accent);
    content: "";
  }
  .row:focus-visible {
    outline-offset: -3px;
  }
  .row.fresh {
    animation: slide 180ms var(--ease);
  }
  @keyframes slide {
    from {
      opacity: 0.3;
    }
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
  .here {
    display: flex;
    align-items: center;
  }
  .here .avatar {
    outline: 2px solid var(--behind);
  }
  .here .avatar + .avatar {
    margin-left: -5px;
  }
  .here b {
    padding-left: 4px;
    color: var(--secondary);
    font: var(--tiny);
  }
  .here svg {
    margin-right: 4px;
    color: var(--accent-text);
  }
  time {
    color: var(--secondary);
    font: var(--tiny);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  time.late {
    color: var(--warning-text);
    font-weight: 500;
  }
  .preview {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 5px;
    min-width: 0;
    color: var(--secondary);
  }
  .preview span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .failure {
    display: flex;
    color: var(--bad-text);
  }
  .unread .preview {
    color: var(--text);
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
  .mention {
    display: grid;
    place-items: center;
    width: 18px;
    height: 18px;
    border: 1.5px solid var(--accent);
    border-radius: 9px;
    color: var(--accent-text);
  }
  .preview.draft {
    color: var(--accent-text);
  }
  .state {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 18px;
    margin-top: 4px;
  }
  .edge {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: flex-end;
    gap: 6px;
    min-width: 0;
  }
  .channel {
    overflow: hidden;
    color: var(--secondary);
    font: var(--tiny);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .owner {
    display: flex;
  }
`;
