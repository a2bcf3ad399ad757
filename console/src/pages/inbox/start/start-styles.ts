import { css } from "lit";

export const startStyles = css`
  form {
    display: grid;
    gap: 14px;
  }
  label span,
  .label {
    display: block;
    margin-bottom: 4px;
    font-weight: 500;
  }
  textarea {
    min-height: 96px;
    resize: vertical;
  }
  .words {
    --editor-height: 96px;
    padding: 0 0 4px;
  }
  .words:focus-within {
    border-color: var(--accent);
  }
  .copies {
    margin: -8px -14px 0;
  }
  .hint,
  .trouble {
    margin-top: 4px;
    color: var(--secondary);
    font: var(--small);
  }
  .trouble {
    color: var(--bad-text);
  }
  .ways {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .ways legend {
    margin-bottom: 4px;
    padding: 0;
    font-weight: 500;
  }
  .way {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    margin-inline-end: 16px;
  }
  .way span {
    margin: 0;
    font-weight: inherit;
  }
  /* What is scrolled to is not under what stays in sight. */
  hilo-dialog {
    --dialog-foot: 80px;
  }
  /* Stays in sight, however much is written above; over the margins of the dialog, too. */
  .actions {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin: 4px -20px -20px;
    padding: 12px 20px 16px;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
`;
