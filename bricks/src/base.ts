import { css } from "lit";

/** Box model, buttons, fields and focus, alike in every element. */
export const base = css`
  :host {
    box-sizing: border-box;
    font: var(--body);
    color: var(--text);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* What floats is seen and pressed by itself, whatever hides the button that opened it. */
  [popover] {
    visibility: visible;
    pointer-events: auto;
    user-select: auto;
    letter-spacing: normal;
    text-align: start;
    white-space: normal;
    cursor: auto;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--accent-text);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
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
    letter-spacing: inherit;
    margin: 0;
  }
  button {
    border: 0;
    padding: 0;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
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
    border: 1px solid var(--line);
    border-radius: var(--radius-button);
    background: var(--surface);
    font-weight: 500;
    white-space: nowrap;
    transition:
      background var(--quick) var(--ease),
      border-color var(--quick) var(--ease);
  }
  .button:hover {
    background: var(--sunken);
    border-color: var(--line-strong);
  }
  .button.primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: var(--accent-hover);
  }
  .button.danger {
    color: var(--bad-text);
  }
  .button.plain {
    border-color: transparent;
    background: none;
  }
  .button.plain:hover {
    background: var(--sunken);
  }
  .button[disabled],
  .icon-button[disabled] {
    opacity: 0.5;
    cursor: default;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    width: var(--target);
    height: var(--target);
    border-radius: var(--radius-button);
    color: var(--secondary);
    transition:
      background var(--quick) var(--ease),
      color var(--quick) var(--ease);
  }
  .icon-button:hover,
  .icon-button[aria-expanded="true"] {
    background: var(--sunken);
    color: var(--text);
  }
  .field {
    width: 100%;
    min-height: 36px;
    padding: 7px 11px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-button);
    background: var(--surface);
    transition: border-color var(--quick) var(--ease);
  }
  .field::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  .field:focus-visible {
    outline-offset: -1px;
    border-color: var(--accent);
  }
  .field[aria-invalid="true"] {
    border-color: var(--bad);
  }
  select.field {
    appearance: none;
    padding-right: 32px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    background-image:
      linear-gradient(45deg, transparent 50%, currentColor 50%),
      linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-position:
      right 17px center,
      right 12px center;
    background-repeat: no-repeat;
    background-size: 5px 5px;
  }
  option {
    background: var(--surface);
    color: var(--text);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
