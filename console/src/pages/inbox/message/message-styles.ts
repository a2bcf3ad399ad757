import { css } from "lit";

/** How a message stands in the thread, and what is inside its bubble. */
export const messageStyles = css`
  :host {
    display: grid;
    justify-items: start;
    padding-inline-end: clamp(24px, 12%, 120px);
    padding-top: 3px;
  }
  :host([first]) {
    padding-top: 8px;
  }
  :host([tone="own"]),
  :host([tone="note"]) {
    justify-items: end;
    padding-inline: clamp(24px, 12%, 120px) 0;
  }
  .author {
    margin: 4px 4px 2px;
    font: var(--tiny);
    color: var(--secondary);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    max-width: min(100%, 560px);
    min-width: 0;
  }
  :host([tone="own"]) .line,
  :host([tone="note"]) .line {
    flex-direction: row-reverse;
  }
  /* No part of the line: a bubble that fills it would give way to it. */
  hilo-reactor {
    position: absolute;
  }
  hilo-bubble {
    border-radius: var(--radius-bubble);
    transition: box-shadow var(--quick) var(--ease);
  }
  :host([lit]) hilo-bubble {
    box-shadow: 0 0 0 3px var(--accent);
  }
  .quote {
    margin-bottom: 4px;
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .meta {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    white-space: nowrap;
  }
  .ticks.read {
    color: #86e1ff;
  }
  .soft {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font: var(--small);
    font-style: italic;
    opacity: 0.85;
  }
  .mention {
    font-weight: 600;
  }
  .subject {
    font: 600 14px/20px var(--font);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 4px;
    width: min(320px, calc(100vw - 100px));
  }
  .grid > * {
    --box-height: 156px;
    --box-width: 100%;
  }
  .grid > :last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .pressed {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 4px 12px 4px 10px;
    border: 1px solid color-mix(in srgb, currentcolor 35%, transparent);
    border-radius: 14px;
    font-weight: 500;
  }
  .original {
    padding: 4px 10px;
    border-inline-start: 3px solid color-mix(in srgb, currentcolor 35%, transparent);
    font: var(--small);
    opacity: 0.85;
  }
  .gone {
    display: grid;
    gap: 8px;
    opacity: 0.65;
  }
  .gone .text {
    text-decoration: line-through;
  }
  .edited {
    min-height: 20px;
    color: inherit;
    font: inherit;
    text-decoration: underline dotted;
    text-underline-offset: 2px;
  }
  .line:has(hilo-bubble[wide]) {
    width: 100%;
  }
  .actions {
    display: flex;
    opacity: 0;
    transition: opacity var(--quick) var(--ease);
  }
  .actions .icon-button {
    width: 32px;
    height: 32px;
  }
  :host(:hover) .actions,
  :host(:focus-within) .actions {
    opacity: 1;
  }
  @media (hover: none) {
    .line {
      position: relative;
    }
    .actions {
      position: absolute;
      z-index: 2;
      bottom: calc(100% + 4px);
      left: 0;
      padding: 2px;
      border: 1px solid var(--line);
      border-radius: 12px;
      background: var(--surface);
      box-shadow: var(--shadow-float);
      pointer-events: none;
    }
    :host([tone="own"]) .actions,
    :host([tone="note"]) .actions {
      right: 0;
      left: auto;
    }
    :host(:not([held])) .actions:not(:has(:focus-visible)) {
      opacity: 0;
    }
    :host([held]) .actions,
    .actions:has(:focus-visible) {
      opacity: 1;
      pointer-events: auto;
    }
    .actions .icon-button {
      width: 44px;
      height: 44px;
    }
  }
`;
