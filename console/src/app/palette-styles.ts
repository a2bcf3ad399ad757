import { css } from "lit";

export const paletteStyles = css`
  hilo-dialog {
    --dialog-width: 560px;
  }
  .search {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 4px 16px;
    border-bottom: 1px solid var(--line);
    color: var(--secondary);
  }
  input {
    flex: 1;
    min-width: 0;
    height: 46px;
    border: 0;
    background: none;
    color: var(--text);
    font-size: 15px;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  ul {
    max-height: min(380px, 50vh);
    padding: 6px;
    overflow-y: auto;
  }
  li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
    padding: 4px 10px;
    border-radius: var(--radius-button);
    cursor: pointer;
  }
  li svg {
    color: var(--secondary);
  }
  li i {
    width: 18px;
  }
  li span {
    flex: 1;
  }
  li[aria-selected="true"] {
    background: var(--accent-wash);
  }
  kbd {
    padding: 1px 7px;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--surface);
    color: var(--secondary);
    font: 500 12px/18px var(--font);
  }
  p {
    padding: 12px 20px 22px;
    color: var(--secondary);
    text-align: center;
  }
`;
