import { css } from "lit";

/** The thread: the business on the left, the visitor on the right in the brand's colour. */
export const threadStyles = css`
  :host {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px;
  }
  [role="log"] {
    min-height: 100%;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  li {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 4px;
    max-width: 85%;
  }
  li.own {
    align-self: flex-end;
    align-items: flex-end;
  }
  li.first {
    margin-top: 10px;
  }
  .bubble {
    padding: 8px 12px;
    border-radius: 14px;
    background: var(--bubble);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .own .bubble {
    background: var(--brand);
    color: var(--ink);
  }
  .bubble a {
    color: inherit;
  }
  .greeting {
    margin: 0 0 8px;
    color: var(--quiet);
  }
  .meta {
    font-size: 12px;
    color: var(--quiet);
  }
  .by {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .face {
    display: grid;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: var(--brand);
    color: var(--ink);
    font-size: 11px;
    font-weight: 600;
  }
  .address {
    width: 85%;
    margin-top: 10px;
  }
  .bad {
    color: var(--bad);
  }
  .meta button {
    text-decoration: underline;
    padding: 4px;
  }
  .quote {
    border-inline-start: 3px solid var(--line);
    padding-inline-start: 8px;
    font-size: 13px;
    color: var(--quiet);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-width: 100%;
  }
  .picture img {
    display: block;
    max-width: 100%;
    max-height: 220px;
    border-radius: 14px;
    background: var(--bubble);
  }
  audio,
  video {
    max-width: 100%;
    border-radius: 14px;
  }
  .file {
    display: flex;
    align-items: center;
    gap: 8px;
    color: inherit;
    text-decoration: none;
  }
  progress {
    width: 140px;
    accent-color: var(--brand);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .options button,
  .options a {
    border: 1px solid var(--quiet);
    border-radius: 18px;
    padding: 7px 14px;
    color: var(--text);
    text-align: start;
    text-decoration: none;
  }
  .options button:hover:not(:disabled) {
    background: var(--hover);
  }
  .options small {
    display: block;
    color: var(--quiet);
  }
`;
