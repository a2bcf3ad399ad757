import { css } from "lit";

export const composerStyles = css`
  :host {
    display: block;
    border-top: 1px solid var(--line);
    background: var(--surface);
    padding-bottom: env(safe-area-inset-bottom);
  }
  form {
    display: flex;
    align-items: flex-end;
    gap: 6px;
    padding: 10px 12px;
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    max-height: 132px;
    padding: 10px 14px;
    border: 0;
    border-radius: 20px;
    background: var(--sunken);
    resize: none;
    field-sizing: content;
    line-height: 20px;
  }
  textarea:focus-visible {
    outline-offset: -2px;
  }
  textarea::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  .subject {
    width: calc(100% - 24px);
    margin: 10px 12px 0;
    padding: 8px 14px;
    border: 0;
    border-radius: 12px;
    background: var(--sunken);
    font-weight: 500;
  }
  .all {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: var(--target);
    margin: 4px 14px 0;
    font: var(--small);
  }
  .send {
    display: grid;
    place-items: center;
    flex: none;
    width: max(40px, var(--target));
    height: max(40px, var(--target));
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
  }
  .hint {
    align-self: center;
    color: var(--secondary);
    font: var(--small);
  }
  .quoting {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 8px 0 20px;
    font: var(--small);
    color: var(--secondary);
  }
  .quoting p {
    flex: 1;
    padding-left: 8px;
    border-left: 3px solid var(--accent);
  }
`;
