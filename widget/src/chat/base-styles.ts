import { css } from "lit";

/** What every part of the chat shares. */
export const baseStyles = css`
  * {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.5;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .icon {
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
  .square {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 10px;
  }
  .square:hover:not(:disabled) {
    background: var(--hover);
  }
  .main {
    background: var(--brand);
    color: var(--ink);
    border-radius: 10px;
    padding: 10px 16px;
    font-weight: 600;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
