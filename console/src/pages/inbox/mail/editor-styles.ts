import { css } from "lit";

/** How the field looks in which an e-mail is written. */
export const editorStyles = css`
  :host {
    display: block;
    position: relative;
  }
  .formatted {
    min-height: var(--editor-height, 76px);
    max-height: var(--editor-most, min(300px, 36vh));
    padding: 10px 14px 6px;
    overflow: hidden auto;
    scrollbar-width: thin;
    cursor: text;
  }
  .formatted:focus-visible {
    outline: none;
  }
  .formatted p + p {
    margin-top: 0;
  }
  .formatted img:not([src]) {
    display: inline-block;
    width: 64px;
    height: 48px;
    background: var(--sunken);
  }
  .hint {
    position: absolute;
    top: 10px;
    inset-inline: 14px;
    overflow: hidden;
    color: var(--secondary);
    pointer-events: none;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 0 8px;
  }
  .bar .icon-button[aria-pressed="true"] {
    background: var(--sunken);
    color: var(--accent-text);
  }
`;
