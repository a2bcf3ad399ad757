import { css } from "lit";

/** A page that scrolls as a whole. */
export const pageHost = css`
  :host {
    display: block;
    height: 100%;
    overflow-y: auto;
    background: var(--app);
    container-type: inline-size;
  }
`;

/** The tag of what is live. */
export const liveStyles = css`
  .live {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 8px;
    border-radius: var(--radius-tag);
    background: var(--good-wash);
    color: var(--good-text);
    font: 500 12px/16px var(--font);
    white-space: nowrap;
  }
  .live::before {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: currentColor;
    content: "";
  }
`;

/** Its head and its cards. */
const frame = css`
  .page {
    max-width: 1180px;
    margin: 0 auto;
    padding: 22px 28px 48px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    min-height: 32px;
    margin-bottom: 16px;
  }
  h1 {
    flex: 1;
    max-width: 100%;
    font: var(--page-title);
    letter-spacing: -0.015em;
    overflow-wrap: break-word;
  }
  h2 {
    font: 600 15px/20px var(--font);
  }
  .card {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: var(--shadow-card);
  }
  @container (max-width: 620px) {
    .page {
      padding: 14px 16px 32px;
    }
  }
`;

/** The frame such a page has: its head, its cards, and the tag of what is live. */
export const pageStyles = [frame, liveStyles];
