import { css } from "lit";

export const editorStyles = css`
  :host {
    display: block;
    height: 100%;
    container-type: inline-size;
  }
  form {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    height: 100%;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 12px 20px 8px;
  }
  h2 {
    overflow: hidden;
    font: var(--title);
    letter-spacing: -0.01em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h3,
  legend {
    padding: 0;
    color: var(--secondary);
    font: var(--small);
  }
  .notice {
    margin: 0 20px 8px;
    padding: 8px 12px;
    border-radius: var(--radius-button);
    background: var(--info-wash);
    color: var(--info-text);
    font: var(--small);
  }
  .columns {
    display: grid;
    grid-row: 3;
    grid-template-columns: minmax(0, 1fr) minmax(240px, 340px);
    gap: 28px;
    overflow-y: auto;
    padding: 8px 20px 24px;
  }
  .fields {
    display: grid;
    align-content: start;
    gap: 14px;
    min-width: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  aside {
    position: sticky;
    top: 0;
    display: grid;
    align-content: start;
    gap: 8px;
    height: max-content;
  }
  label,
  fieldset {
    display: grid;
    align-content: start;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    color: var(--secondary);
    font: var(--small);
  }
  fieldset {
    gap: 8px;
  }
  .field {
    color: var(--text);
    font: var(--body);
  }
  textarea {
    min-height: 110px;
    resize: vertical;
  }
  small {
    color: var(--secondary);
    font: var(--tiny);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: max(28px, calc(var(--target) - 4px));
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: 99px;
    color: var(--text);
    font: var(--small);
  }
  .chip:hover {
    background: var(--sunken);
  }
  .chip[aria-pressed="true"] {
    border-color: transparent;
    background: var(--accent-wash);
    color: var(--accent-text);
  }
  .button-row {
    display: grid;
    grid-template-columns: 124px minmax(0, 1fr) auto;
    gap: 6px;
  }
  .button-row .wide {
    grid-column: 1 / 3;
  }
  .buttons > .button {
    justify-self: start;
    color: var(--text);
  }
  .faults {
    display: grid;
    gap: 6px;
    margin-top: 4px;
    color: var(--warning-text);
    font: var(--small);
  }
  .faults li {
    display: flex;
    gap: 6px;
  }
  .faults svg {
    margin-top: 2px;
  }
  footer {
    display: flex;
    grid-row: 4;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    padding: 12px 20px;
    border-top: 1px solid var(--line);
  }
  .problem {
    flex: 1 1 200px;
    color: var(--bad-text);
    font: var(--small);
  }
  @container (max-width: 639px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
    }
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
