import { css } from "lit";

export const filtersStyles = css`
  #button {
    position: relative;
  }
  b {
    position: absolute;
    top: 1px;
    right: 0;
    min-width: 16px;
    height: 16px;
    padding: 0 4px;
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
    font: 600 11px/16px var(--font);
    text-align: center;
  }
  #panel {
    position: fixed;
    inset: auto;
    width: min(440px, calc(100vw - 16px));
    max-height: calc(100dvh - 16px);
    overflow: auto;
    margin: 0;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius-composer);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow-float);
    font: var(--body);
  }
  /* What is in it comes with the first press, and where it stands is known only then. */
  #panel:not(:has(form)) {
    visibility: hidden;
  }
  form,
  .checks {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  .checks,
  form > .button {
    grid-column: 1 / -1;
  }
  .checks {
    row-gap: 0;
  }
  label > span {
    display: block;
    margin-bottom: 4px;
    color: var(--secondary);
    font: 500 13px/18px var(--font);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: var(--target);
    cursor: pointer;
  }
  .check span {
    margin: 0;
    color: var(--text);
    font: var(--body);
  }
  input[type="checkbox"] {
    width: 18px;
    height: 18px;
    accent-color: var(--accent);
  }
`;
