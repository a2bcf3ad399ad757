import { css } from "lit";

export const pickerStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .picker {
    display: grid;
    gap: 10px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--side);
  }
  /* As high before they are known as then: nothing above it moves. */
  .choice {
    height: min(168px, 30vh);
    overflow-y: auto;
    scrollbar-width: thin;
  }
  ul.list {
    display: grid;
    gap: 2px;
    padding: 0;
    list-style: none;
  }
  .option {
    display: grid;
    width: 100%;
    padding: 7px 10px;
    border-radius: var(--radius-button);
    text-align: start;
  }
  .option:hover,
  .option:focus-visible {
    background: var(--sunken);
  }
  .option span,
  .option small {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .option span {
    font-weight: 500;
  }
  small,
  .quiet {
    color: var(--secondary);
    font: var(--small);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px;
    max-height: min(360px, 46vh);
    overflow-y: auto;
    padding: 2px;
  }
  .columns.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  form {
    display: grid;
    align-content: start;
    gap: 10px;
  }
  label {
    display: grid;
    gap: 3px;
    font: var(--small);
    color: var(--secondary);
  }
  label:first-letter {
    text-transform: uppercase;
  }
  label .field {
    font: var(--body);
    color: var(--text);
  }
  .fault {
    color: var(--bad-text);
    font: var(--tiny);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 8px;
  }
  progress {
    width: 100%;
    height: 4px;
    accent-color: var(--accent);
  }
  @container (max-width: 519px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
