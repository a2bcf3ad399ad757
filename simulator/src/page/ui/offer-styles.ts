import { css } from "lit";

export const offerStyles = css`
  .head {
    font-weight: 600;
  }
  .offer {
    display: grid;
    margin: 6px -12px -6px;
    border-top: 1px solid var(--line);
  }
  .offer button,
  .offer a,
  .offer summary {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    width: 100%;
    min-height: max(36px, var(--target));
    padding: 4px 12px;
    border-bottom: 1px solid var(--line);
    color: var(--accent-text);
    font-weight: 500;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .offer > :last-child {
    border-bottom: 0;
  }
  .offer summary::marker {
    content: "";
  }
  .offer button:hover,
  .offer a:hover,
  .offer summary:hover {
    background: light-dark(rgb(0 0 0 / 4%), rgb(255 255 255 / 5%));
  }
  .offer :focus-visible {
    outline-offset: -2px;
  }
  .offer small {
    display: block;
    font: var(--tiny);
    color: var(--secondary);
  }
  .reactions {
    position: absolute;
    right: 8px;
    bottom: -10px;
    display: flex;
    gap: 2px;
    padding: 1px 6px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
    font: 13px / 18px var(--font);
  }
  .bubble:has(.reactions) {
    margin-bottom: 10px;
  }
  .picker {
    display: flex;
    gap: 2px;
  }
  .picker button {
    width: 32px;
    height: 32px;
    border-radius: 50%;
    font-size: 17px;
  }
  .picker button:hover {
    background: var(--sunken);
  }
  .event {
    padding: 4px 12px;
    border-radius: 12px;
    background: var(--sunken);
    color: var(--secondary);
    font: var(--tiny);
    text-align: center;
  }
  .happened {
    display: grid;
    justify-items: center;
  }
  .subject {
    margin-bottom: 4px;
    font-weight: 600;
  }
  .letter {
    margin-top: 6px;
    font: var(--small);
  }
  .letter summary {
    min-height: var(--target);
    align-content: center;
    cursor: pointer;
  }
  .letter iframe {
    width: 100%;
    height: 320px;
    border: 0;
    border-radius: 8px;
    background: canvas;
  }
  .album {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 4px;
  }
`;
