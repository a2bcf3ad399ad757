import { css } from "lit";

/** How a line of addresses looks. */
export const addressStyles = css`
  :host {
    display: block;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    min-height: var(--target);
    padding-block: 2px;
    cursor: text;
  }
  label {
    flex: none;
    color: var(--secondary);
    font: var(--small);
  }
  .line ul {
    display: contents;
  }
  .line li {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    min-width: 0;
    padding-inline-start: 8px;
    border-radius: 12px;
    background: var(--sunken);
    font: var(--small);
  }
  .line li span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .line li.bad {
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  .line button {
    display: grid;
    flex: none;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 12px;
    opacity: 0.8;
  }
  .line button:hover,
  .line button:focus {
    background: color-mix(in srgb, currentcolor 14%, transparent);
    opacity: 1;
  }
  input {
    flex: 1;
    min-width: 120px;
    min-height: 24px;
    padding: 2px 0;
    border: 0;
    background: none;
    font: var(--small);
  }
  input:focus-visible {
    outline: none;
  }
  p {
    padding-bottom: 4px;
    color: var(--bad-text);
    font: var(--small);
  }
  .floating {
    position: fixed;
    inset: auto;
    width: min(320px, calc(100vw - 16px));
    max-height: 260px;
    margin: 0;
    padding: 6px;
    overflow-y: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow-float);
  }
  .floating li {
    display: grid;
    min-height: max(36px, var(--target));
    padding: 4px 10px;
    border-radius: 7px;
    cursor: pointer;
  }
  .floating li[aria-selected="true"] {
    background: var(--sunken);
  }
  .floating span,
  .floating small {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  small {
    color: var(--secondary);
    font: var(--tiny);
  }
  @media (pointer: coarse) {
    .line button {
      width: 36px;
      height: 36px;
    }
    .line li {
      border-radius: 18px;
    }
  }
`;
