import { css } from "lit";

/** The frame's own look, in both themes. */
export const chatStyles = css`
  :host {
    --surface: #fff;
    --text: #1c1f26;
    --quiet: #5c6370;
    --line: #e2e4e9;
    --hover: #f1f2f5;
    --bubble: #f1f2f5;
    --warn: #7a4b00;
    --warn-surface: #fff4dc;
    --bad: #b42318;
    --focus: #2f5fe0;
    color-scheme: light dark;
    background: var(--surface);
    color: var(--text);
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --surface: #16181d;
      --text: #eceef2;
      --quiet: #a3a9b5;
      --line: #2c3038;
      --hover: #23262d;
      --bubble: #262a32;
      --warn: #ffd58a;
      --warn-surface: #3a2c10;
      --bad: #ff9c92;
      --focus: #8fb0ff;
    }
  }
  .chat,
  .bones {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .bones {
    flex: 1;
    min-height: 0;
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 8px 8px 16px;
    background: var(--brand);
    color: var(--ink);
  }
  header .square:hover:not(:disabled) {
    background: rgb(127 127 127 / 0.25);
  }
  header :focus-visible {
    outline-color: var(--ink);
  }
  h1 {
    margin: 0;
    font-size: 16px;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .notice {
    margin: 0;
    padding: 8px 16px;
    font-size: 13px;
    background: var(--warn-surface);
    color: var(--warn);
  }
  .middle {
    flex: 1;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    padding: 24px;
    text-align: center;
    color: var(--quiet);
  }
  .bone {
    height: 38px;
    width: 60%;
    margin: 12px 16px 0;
    border-radius: 14px;
    background: var(--bubble);
  }
  .bone.own {
    align-self: flex-end;
    width: 45%;
  }
`;
