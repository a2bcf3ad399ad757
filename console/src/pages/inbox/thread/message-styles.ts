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
  .card {
    display: flex;
    gap: 10px;
    min-width: 200px;
  }
  .card > div {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .card b,
  .mention {
    font-weight: 600;
  }
  .card span,
  .card small {
    font: var(--small);
    opacity: 0.9;
  }
  .referral {
    padding: 8px 10px;
    border-inline-start: 3px solid var(--accent);
    border-radius: 6px;
    background: color-mix(in srgb, currentcolor 6%, transparent);
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
  .notice {
    display: flex;
    gap: 6px;
    max-width: min(100%, 420px);
    margin-top: 4px;
    font: var(--tiny);
    color: var(--secondary);
  }
  .notice svg {
    margin-top: 1px;
  }
  .notice.bad {
    color: var(--bad-text);
  }
  .notice.warning {
    color: var(--warning-text);
  }
  .again {
    min-height: 24px;
    margin-inline-start: 4px;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  @media (hover: none) {
    .actions {
      display: none;
    }
    :host(:focus-within) .actions {
      display: flex;
    }
    .again {
      display: block;
      min-height: 44px;
      margin-inline-start: 0;
    }
  }
`;
