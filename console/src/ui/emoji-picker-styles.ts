import { css } from "lit";

export const pickerStyles = css`
  .picker {
    display: grid;
    gap: 6px;
    width: min(320px, calc(100vw - 48px));
    padding: 4px;
  }
  .scroll {
    height: 240px;
    overflow-y: auto;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(36px, var(--target)), 1fr));
  }
  h3,
  .none {
    padding: 2px 6px;
    color: var(--secondary);
    font: var(--small);
  }
  .none:empty {
    display: none;
  }
  hr {
    margin: 4px 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  button {
    height: max(36px, var(--target));
    border-radius: 7px;
    font-size: 20px;
  }
  button:hover {
    background: var(--sunken);
  }
  button:focus-visible {
    outline-offset: -2px;
  }
`;
