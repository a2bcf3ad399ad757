import { css } from "lit";

export const leadPanelStyles = css`
  :host {
    display: grid;
    gap: 14px;
  }
  .ends,
  .over {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .ends .button {
    flex: 1;
    gap: 6px;
  }
  .ends .won {
    color: var(--good-text);
  }
  .ends .lost {
    color: var(--bad-text);
  }
  .over {
    padding: 8px 8px 8px 12px;
    border-radius: var(--radius-card);
    background: var(--good-wash);
    color: var(--good-text);
  }
  .over.lost {
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  .over span {
    flex: 1;
    overflow-wrap: anywhere;
  }
  .over .button {
    margin-left: auto;
    color: var(--text);
  }
  dl {
    display: grid;
    gap: 2px;
  }
  dl > div {
    display: grid;
    grid-template-columns: 104px minmax(0, 1fr);
    align-items: center;
    min-height: var(--target);
  }
  dt {
    color: var(--secondary);
    font: var(--small);
  }
  dd.plain {
    padding: 5px 8px;
    overflow-wrap: anywhere;
  }
  /* A field looks like text until somebody is about to change it. */
  dd .field {
    min-height: var(--target);
    padding: 4px 8px;
    border-color: transparent;
    background-color: transparent;
  }
  dd select.field {
    padding-right: 26px;
    background-image: none;
  }
  dd .field:not([disabled]):hover,
  dd .field:focus-visible {
    border-color: var(--line-strong);
    background-color: var(--surface);
  }
  dd .field[disabled] {
    color: var(--text);
    opacity: 1;
  }
  .value {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 72px;
  }
  .value input {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .value input::placeholder {
    font-weight: 400;
  }
  .value select {
    padding-right: 4px;
    color: var(--secondary);
    font: var(--small);
  }
  .why {
    display: grid;
    gap: 6px;
    padding: 9px 11px;
    border-radius: var(--radius-card);
    background: var(--neutral-wash);
    font: var(--small);
  }
  .why li {
    display: flex;
    gap: 7px;
    overflow-wrap: anywhere;
  }
  .why svg {
    margin-top: 2px;
    color: var(--accent-text);
  }
  h3 {
    padding-bottom: 8px;
    color: var(--secondary);
    font: 500 13px/18px var(--font);
  }
  form {
    display: grid;
    gap: 6px;
    justify-items: end;
    margin-bottom: 10px;
  }
  textarea {
    resize: vertical;
  }
  .lines {
    display: grid;
    gap: 10px;
  }
  .lines li {
    display: grid;
    gap: 1px;
    overflow-wrap: anywhere;
  }
  .lines p {
    white-space: pre-wrap;
  }
  .note {
    padding: 8px 10px;
    border-radius: var(--radius-card);
    background: var(--note);
  }
  .note p {
    color: var(--note-text);
  }
  .note small {
    color: var(--note-text);
  }
  small {
    color: var(--secondary);
    font: var(--tiny);
  }
  .none {
    color: var(--secondary);
    font: var(--small);
  }
  .blank {
    height: 40px;
    border-radius: var(--radius-button);
    background: var(--sunken);
  }
`;
