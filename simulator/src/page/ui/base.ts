import { css } from "lit";

/** Box model, buttons, fields and focus, alike in every element. */
export const base = css`
  :host {
    box-sizing: border-box;
    font: var(--body);
    color: var(--text);
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  svg {
    flex: none;
    display: block;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    border: 0;
    padding: 0;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: var(--target);
    padding: 5px 13px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-button);
    background: var(--surface);
    font-weight: 500;
    transition: background var(--quick) ease-out;
  }
  .button:hover {
    background: var(--sunken);
  }
  .button.primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--on-accent);
  }
  .button.danger {
    color: var(--bad);
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: var(--target);
    height: var(--target);
    border-radius: var(--radius-button);
    color: var(--secondary);
    transition: background var(--quick) ease-out;
  }
  .icon-button:hover,
  .icon-button[aria-expanded="true"],
  .icon-button[aria-pressed="true"] {
    background: var(--sunken);
    color: var(--text);
  }
  .field {
    width: 100%;
    min-height: 36px;
    padding: 7px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-button);
    background: var(--surface);
  }
  .field::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  .field:focus-visible {
    outline-offset: -1px;
  }
  input[type="checkbox"],
  input[type="radio"] {
    width: 16px;
    height: 16px;
    flex: none;
    accent-color: var(--accent);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
  }
`;
