import { css } from "lit";

export const searchStyles = css`
  :host {
    display: block;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .field {
    flex: 1;
    min-width: 80px;
  }
  .count {
    font: var(--small);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .up svg {
    transform: rotate(180deg);
  }
  .scope {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    padding: 4px 0 0 24px;
    font: var(--small);
    color: var(--secondary);
  }
  .scope button {
    min-height: max(24px, var(--target));
    color: var(--accent-text);
    font-weight: 500;
  }
`;
