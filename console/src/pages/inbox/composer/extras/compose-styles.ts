import { css } from "lit";

/** How the small dialogs look in which something is put together. */
export const composeStyles = css`
  form {
    display: grid;
    gap: 14px;
    max-height: min(70vh, 640px);
    padding: 2px;
    overflow: hidden auto;
  }
  label > span,
  legend {
    display: block;
    margin-bottom: 4px;
    padding: 0;
    font-weight: 500;
  }
  fieldset {
    display: grid;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  textarea {
    min-height: 64px;
    resize: vertical;
  }
  .kinds {
    display: flex;
    gap: 4px;
    padding: 3px;
    border-radius: 9px;
    background: var(--sunken);
  }
  .kinds button {
    flex: 1;
    min-height: var(--target);
    border-radius: 7px;
    font-weight: 500;
    color: var(--secondary);
  }
  .kinds [aria-pressed="true"] {
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow-card);
  }
  .one {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px;
    align-items: center;
  }
  .one .about {
    grid-column: 1;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
  }
  .preview {
    display: grid;
    justify-items: end;
    padding: 12px;
    border-radius: var(--radius-card);
    background: var(--sunken);
  }
  .trouble {
    font: var(--small);
    color: var(--bad-text);
  }
  .hint {
    font: var(--small);
    color: var(--secondary);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 14px;
  }
`;
