import { css } from "lit";

export const operationsDialogStyles = css`
  li {
    padding: 12px 0;
    border-top: 1px solid var(--line);
  }
  li:first-child {
    padding-top: 0;
    border-top: 0;
  }
  h3 {
    font: 600 14px/20px var(--font);
  }
  p {
    font: var(--small);
  }
  .when,
  .empty {
    color: var(--secondary);
  }
  .empty {
    padding: 8px 0;
    font: var(--body);
  }
  progress {
    display: block;
    width: 100%;
    height: 6px;
    margin: 10px 0 4px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    appearance: none;
    background: var(--sunken);
  }
  progress::-webkit-progress-bar {
    background: var(--sunken);
  }
  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--accent);
    transition: width var(--quick) var(--ease);
  }
  progress::-moz-progress-bar {
    background: var(--accent);
  }
  .done,
  .undone,
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    margin-top: 6px;
  }
  .done svg {
    color: var(--good);
  }
  .failed {
    color: var(--bad-text);
  }
  .button {
    margin: 8px 8px 0 0;
  }
  .rows {
    max-height: 180px;
    margin-top: 8px;
    padding: 8px 12px;
    overflow: auto;
    border-radius: var(--radius-button);
    background: var(--sunken);
    font: var(--small);
    overflow-wrap: anywhere;
  }
  .rows li {
    padding: 2px 0;
    border: 0;
  }
  .skeleton {
    height: 58px;
    margin-bottom: 8px;
    border: 0;
    border-radius: var(--radius-button);
    background: var(--sunken);
  }
`;
