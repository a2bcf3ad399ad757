import { css } from "lit";

export const chipsStyles = css`
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
  }
  li {
    max-width: 100%;
  }
  .chip,
  .all {
    display: flex;
    align-items: center;
    gap: 5px;
    max-width: 100%;
    min-height: 30px;
    padding: 2px 8px 2px 10px;
    border-radius: 15px;
    font: var(--small);
  }
  .chip {
    background: var(--accent-wash);
    color: var(--accent-text);
  }
  .chip:hover {
    background: color-mix(in srgb, var(--accent) 18%, var(--surface));
  }
  .chip span {
    color: var(--secondary);
  }
  .chip b {
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip svg {
    flex: none;
  }
  .all {
    color: var(--secondary);
  }
  .all:hover {
    background: var(--side);
    color: var(--text);
  }
  @media (pointer: coarse) {
    .chip,
    .all {
      min-height: 44px;
      border-radius: 22px;
    }
  }
`;
