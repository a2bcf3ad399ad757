import { css } from "lit";

/** How the composer looks. */
export const composerStyles = css`
  :host {
    display: block;
    padding: 0 20px 16px;
  }
  .frame {
    max-width: 920px;
    margin-inline: auto;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-composer);
    background: var(--surface);
    transition: border-color var(--quick) var(--ease);
  }
  .frame.waiting {
    height: calc(2 * var(--target) + 58px);
    border-color: var(--line);
  }
  .frame:focus-within {
    border-color: var(--accent);
  }
  .frame.note {
    background: var(--note);
    border-color: color-mix(in srgb, var(--note-text) 30%, transparent);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 6px 14px 0 8px;
  }
  .tabs {
    display: flex;
    gap: 4px;
  }
  .head hilo-countdown {
    margin-inline-start: auto;
  }
  .tab {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: var(--target);
    padding: 4px 10px;
    border-radius: 7px;
    font: 500 13px/18px var(--font);
    color: var(--secondary);
  }
  .tab[aria-selected="true"] {
    background: var(--sunken);
    color: var(--text);
  }
  .note .tab {
    color: var(--note-text);
  }
  .note .tab[aria-selected="true"] {
    background: color-mix(in srgb, var(--note-text) 14%, transparent);
  }
  .tab i {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--accent);
  }
  .claim {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 6px 8px 0;
    padding: 6px 6px 6px 12px;
    border-radius: 8px;
    background: var(--warning-wash);
    color: var(--warning-text);
    font: var(--small);
  }
  .claim div {
    flex: 1;
  }
  .claim b {
    font-weight: 600;
  }
  .claim .button {
    flex: none;
    color: var(--text);
  }
  .claim.asked {
    animation: nudge 240ms var(--ease);
  }
  @keyframes nudge {
    30% {
      transform: translateX(-4px);
    }
    70% {
      transform: translateX(4px);
    }
  }
  .claim.late {
    padding-block: 8px;
  }
  .subject {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 4px 14px 0;
    border-bottom: 1px solid var(--line);
    font: var(--small);
    color: var(--secondary);
  }
  .subject input {
    flex: 1;
    min-width: 0;
    min-height: var(--target);
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--text);
  }
  .subject input:focus-visible {
    outline: none;
  }
  .subject:focus-within {
    border-color: var(--accent);
  }
  .quoting {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 6px 8px 0 14px;
    color: var(--secondary);
  }
  .quoting hilo-quote {
    flex: 1;
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 40px;
    max-height: min(260px, 36vh);
    padding: 10px 14px 6px;
    border: 0;
    background: none;
    resize: none;
    overflow-wrap: anywhere;
    scrollbar-width: thin;
  }
  textarea:focus-visible {
    outline: none;
  }
  textarea::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  .note textarea {
    color: var(--note-text);
  }
  .note textarea::placeholder,
  .note .icon-button,
  .note .counter {
    color: color-mix(in srgb, var(--note-text) 85%, transparent);
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 2px 8px 8px;
  }
  .foot .icon-button {
    flex: none;
  }
  .format {
    font: 500 15px/20px var(--font);
  }
  hilo-mail-editor:not(:defined) {
    display: block;
    height: 116px;
  }
  .counter {
    margin-inline: auto 12px;
    font: var(--tiny);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
  }
  .counter:not(.over) {
    white-space: nowrap;
  }
  .counter.over {
    font-weight: 600;
    color: var(--bad-text);
  }
  .send {
    margin-inline-start: auto;
  }
  .counter + .send,
  .send + .send {
    margin-inline-start: 0;
  }
  /* Where there is no Enter to press, its sign only takes the place of the count. */
  @media (pointer: coarse) {
    .send svg {
      display: none;
    }
    .counter {
      margin-inline-end: 8px;
    }
  }
  .note .send {
    background: light-dark(#8a6100, #e9c46a);
    color: light-dark(#fff, #1d1704);
  }
  .refusal {
    display: flex;
    gap: 6px;
    padding: 2px 14px 6px;
    font: var(--small);
    color: var(--bad-text);
  }
  .floating {
    position: fixed;
    inset: auto;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow-float);
  }
  .floating:empty {
    visibility: hidden;
  }
  .mentions {
    min-width: 220px;
    max-height: 240px;
    overflow-y: auto;
  }
  .mentions li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: max(36px, var(--target));
    padding: 4px 10px;
    border-radius: 7px;
    cursor: pointer;
  }
  .mentions li[aria-selected="true"] {
    background: var(--sunken);
  }
  @media (max-width: 859px) {
    :host {
      padding: 0 12px calc(12px + env(safe-area-inset-bottom));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .claim.asked {
      animation: none;
    }
  }
`;
