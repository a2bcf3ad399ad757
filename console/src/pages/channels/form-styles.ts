import { css } from "lit";

export const formStyles = css`
  form {
    display: grid;
    gap: 16px;
  }
  .entry {
    min-width: 0;
  }
  .entry > label,
  .entry > .label {
    display: block;
    margin-bottom: 4px;
    font-weight: 500;
  }
  .help,
  .fault {
    margin-top: 4px;
    color: var(--secondary);
    font: var(--small);
    overflow-wrap: anywhere;
  }
  .fault {
    color: var(--bad-text);
  }
  .beside {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .beside .field {
    flex: 1;
    min-width: 0;
  }
  .stored {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-height: 36px;
    padding: 3px 4px 3px 11px;
    border: 1px dashed var(--line-strong);
    border-radius: var(--radius-button);
    color: var(--secondary);
  }
  .stored span {
    flex: 1;
    min-width: 120px;
  }
  .small {
    min-height: 28px;
    padding: 3px 10px;
  }
  textarea.field {
    min-height: 84px;
    resize: vertical;
  }
  input.secret {
    font-family: var(--mono);
  }
  ::slotted(*) {
    justify-self: start;
    margin-top: 4px;
  }
  @media (pointer: coarse) {
    .small {
      min-height: 40px;
    }
  }
`;
