import { css } from "lit";

export const lettersStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 12px;
  }
  .head p {
    flex: 1 1 320px;
    color: var(--secondary);
    font: var(--small);
  }
  .rows {
    padding: 0;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 10px 16px;
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  .letter {
    flex: 1 1 260px;
    min-width: 0;
  }
  .letter b {
    font-weight: 500;
  }
  .told {
    display: flex;
    gap: 6px;
    margin-top: 2px;
    color: var(--secondary);
    font: var(--small);
  }
  .told.good {
    color: var(--good-text);
  }
  .told.bad {
    color: var(--bad-text);
  }
  .summary:not(:empty) {
    margin-bottom: 12px;
    font-weight: 500;
  }
  time {
    color: var(--secondary);
    font: var(--small);
    white-space: nowrap;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .more {
    display: grid;
    place-items: center;
    padding: 12px;
    border-top: 1px solid var(--line);
  }
  hilo-dialog {
    --dialog-width: min(720px, 94vw);
  }
  .facts {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 14px;
    margin-bottom: 12px;
  }
  .facts dt {
    color: var(--secondary);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  pre {
    max-height: 46vh;
    margin: 6px 0 0;
    padding: 12px;
    overflow: auto;
    border-radius: var(--radius-button);
    background: var(--sunken);
    font: 12px/18px var(--mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .warn {
    margin-top: 8px;
    color: var(--warning-text);
    font: var(--small);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 16px;
  }
  footer .sure {
    flex: 1;
    font-weight: 500;
  }
`;
