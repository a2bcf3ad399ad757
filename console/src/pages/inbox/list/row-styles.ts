import { rowStyles as shared } from "@hilo/bricks/row-styles";
import { css } from "lit";

const own = css`
  .row {
    --behind: var(--surface);
    border-bottom: 1px solid var(--line);
    color: var(--text);
    text-decoration: none;
    cursor: pointer;
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
  .row.fresh {
    animation: slide 180ms var(--ease);
  }
  @keyframes slide {
    from {
      opacity: 0.3;
    }
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
  time.late {
    color: var(--warning-text);
    font-weight: 500;
  }
  .preview {
    display: flex;
    align-items: center;
    gap: 5px;
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

export const rowStyles = [shared, own];
