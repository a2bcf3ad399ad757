import { css } from "lit";

/** How a formatted text stands, wherever one is written or read. */
export const textStyles = css`
  .formatted {
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .formatted p + p,
  .formatted :is(ul, ol, blockquote, pre, h2, h3) {
    margin-top: 8px;
  }
  .formatted :is(ul, ol, blockquote, pre, h2, h3) + * {
    margin-top: 8px;
  }
  .formatted ul {
    padding-inline-start: 22px;
    list-style: disc;
  }
  .formatted ol {
    padding-inline-start: 24px;
    list-style: decimal;
  }
  .formatted blockquote {
    margin-inline: 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid color-mix(in srgb, currentcolor 35%, transparent);
    opacity: 0.9;
  }
  .formatted a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .formatted h2 {
    font: 600 17px/24px var(--font);
  }
  .formatted h3 {
    font: 600 15px/22px var(--font);
  }
  .formatted :is(code, pre) {
    padding: 1px 4px;
    border-radius: 4px;
    background: color-mix(in srgb, currentcolor 10%, transparent);
    font-family: ui-monospace, monospace;
    font-size: 0.92em;
  }
  .formatted pre {
    padding: 6px 8px;
    white-space: pre-wrap;
  }
  .formatted img {
    max-width: 100%;
    max-height: 320px;
    border-radius: 4px;
    vertical-align: bottom;
  }
`;
