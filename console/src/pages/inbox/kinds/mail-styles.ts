import { css } from "lit";

/** How the parts of an e-mail stand in its bubble. */
export const mailStyles = css`
  :host {
    display: grid;
    gap: 6px;
    justify-items: start;
    min-width: 0;
    max-width: 100%;
    color: inherit;
  }
  .blocked span {
    flex: 1;
    min-width: 60%;
  }
  .automatic,
  .blocked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    font: var(--small);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .way {
    min-width: 32px;
    min-height: 24px;
    padding: 2px 10px;
    border-radius: 12px;
    background: color-mix(in srgb, currentcolor 10%, transparent);
    font: 500 12px/18px var(--font);
  }
  .way:hover,
  .way[aria-expanded="true"] {
    background: color-mix(in srgb, currentcolor 18%, transparent);
  }
  .dots {
    font-weight: 700;
    letter-spacing: 0.06em;
  }
  .quoted {
    max-height: 320px;
    padding-inline-start: 10px;
    border-inline-start: 3px solid color-mix(in srgb, currentcolor 35%, transparent);
    overflow: hidden auto;
    font: var(--small);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    opacity: 0.88;
  }
  .quoted a {
    color: inherit;
    text-decoration: underline;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 10px;
    font: var(--small);
    overflow-wrap: anywhere;
  }
  dt {
    opacity: 0.8;
  }
  iframe {
    width: 100%;
    min-width: 0;
    height: 120px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: #fff;
    color-scheme: light;
  }
`;
