import { css } from "lit";

/** Fields and their labels. */
export const fieldStyles = css`
  label {
    display: grid;
    gap: 4px;
    font-size: 13px;
    color: var(--quiet);
  }
  input,
  textarea {
    font: inherit;
    font-size: 15px;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--quiet);
    border-radius: 10px;
    padding: 10px 12px;
    width: 100%;
    resize: none;
  }
  input:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
  }
`;
