import { css } from "lit";

export const behaviourStyles = css`
  :host {
    display: grid;
    gap: 16px;
    padding: 16px;
  }
  legend {
    padding: 0;
    font: 600 13px / 18px var(--font);
    color: var(--secondary);
  }
  fieldset {
    display: grid;
    gap: 4px;
    justify-items: start;
  }
  legend + * {
    margin-top: 6px;
  }
  fieldset .button {
    margin-top: 6px;
    width: 100%;
  }
  .hint {
    margin-top: -8px;
    font: var(--small);
    color: var(--secondary);
  }
  fieldset .hint {
    margin-top: 0;
  }
  .choice {
    display: grid;
    grid-template-columns: repeat(var(--columns), 1fr);
    gap: 2px;
    width: 100%;
    padding: 2px;
    border-radius: var(--radius-card);
    background: var(--sunken);
  }
  .choice label {
    position: relative;
  }
  .choice input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choice span {
    display: grid;
    place-items: center;
    min-height: max(28px, calc(var(--target) - 4px));
    padding: 4px 8px;
    border-radius: 8px;
    font: 500 13px / 18px var(--font);
    text-align: center;
    color: var(--secondary);
  }
  .choice input:checked + span {
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 12%);
  }
  .choice input:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .tick,
  .number {
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: var(--target);
  }
  .number .field {
    width: 96px;
    min-height: var(--target);
    padding-block: 4px;
    font-variant-numeric: tabular-nums;
  }
  .number span:last-child {
    color: var(--secondary);
  }
  .changed {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: 8px;
    padding: 8px 8px 8px 12px;
    border-radius: var(--radius-card);
    background: var(--warning-wash);
    color: var(--warning-text);
    font: var(--small);
  }
  .changed .button {
    color: var(--text);
  }
`;
