import { css } from "lit";

export const bubbleStyles = css`
  :host {
    display: block;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .line.own {
    flex-direction: row-reverse;
  }
  .bubble {
    position: relative;
    max-width: min(84%, 340px);
    min-width: 84px;
    padding: 8px 12px 6px;
    border-radius: var(--radius-bubble) var(--radius-bubble) var(--radius-bubble) 4px;
    background: var(--bubble);
    overflow-wrap: anywhere;
  }
  .own .bubble {
    border-radius: var(--radius-bubble) var(--radius-bubble) 4px var(--radius-bubble);
    background: var(--own);
  }
  .bubble.sticker {
    padding: 0;
    background: none;
  }
  .bubble.waiting,
  .bubble.lost {
    background: none;
    border: 1px dashed var(--line-strong);
  }
  .bubble.lost {
    border-color: var(--bad-text);
  }
  .small {
    font: var(--tiny);
    font-style: italic;
    color: var(--secondary);
  }
  .quote {
    margin-bottom: 6px;
    padding: 4px 8px;
    border-left: 3px solid var(--secondary);
    border-radius: 4px;
    background: light-dark(rgb(0 0 0 / 5%), rgb(255 255 255 / 7%));
    font: var(--small);
    color: var(--secondary);
  }
  .text {
    white-space: pre-wrap;
  }
  footer {
    display: flex;
    justify-content: flex-end;
    align-items: center;
    gap: 4px;
    margin-top: 2px;
    font: 11px / 16px var(--font);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
  }
  .state {
    display: inline-flex;
  }
  .state.read {
    color: light-dark(#0b73c9, #58b4ff);
  }
  .state.refused,
  .state.undelivered,
  .state.failed,
  .fault {
    color: var(--bad-text);
  }
  .fault {
    font: var(--tiny);
  }
  img,
  video {
    display: block;
    width: 100%;
    max-height: 280px;
    margin-bottom: 6px;
    border-radius: 10px;
    object-fit: cover;
    background: var(--sunken);
  }
  .sticker img {
    width: 140px;
    height: 140px;
    object-fit: contain;
    background: none;
  }
  audio {
    display: block;
    width: 240px;
    max-width: 100%;
    height: 40px;
    margin-bottom: 4px;
  }
  .card {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 40px;
    margin: 2px 0;
    color: inherit;
    text-decoration: none;
  }
  .card > span {
    min-width: 0;
  }
  .card b {
    display: block;
    font-weight: 500;
  }
  .card small {
    font: var(--tiny);
    color: var(--secondary);
  }
  .icon-button {
    opacity: 0;
    transition: opacity var(--quick) var(--ease);
  }
  .line:hover .icon-button,
  .icon-button:focus-visible {
    opacity: 1;
  }
  @media (hover: none) {
    .icon-button {
      opacity: 0.7;
    }
  }
`;
