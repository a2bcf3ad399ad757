import { css } from "lit";

/** How the thread lies: its scrolling, its separators, its empty and loading faces. */
export const threadStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  .content {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    min-height: 100%;
    max-width: 920px;
    margin-inline: auto;
    padding: 16px 24px 12px;
  }
  .beginning,
  .day,
  .system {
    font: var(--tiny);
    color: var(--secondary);
    text-align: center;
  }
  .beginning {
    padding: 4px 0 8px;
  }
  .day {
    padding: 16px 0 8px;
  }
  .day::first-letter {
    text-transform: none;
  }
  .unread {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 14px 0 4px;
    font: 500 12px/16px var(--font);
    color: var(--accent-text);
  }
  .unread::before,
  .unread::after {
    content: "";
    flex: 1;
    border-top: 1px solid color-mix(in srgb, var(--accent) 40%, transparent);
  }
  .system {
    display: flex;
    align-items: flex-start;
    justify-content: center;
    gap: 6px;
    max-width: 460px;
    margin-inline: auto;
    padding: 10px 0 6px;
  }
  .system svg {
    margin-top: 1px;
    opacity: 0.85;
  }
  .system + .notice {
    justify-content: center;
    max-width: 460px;
    margin: 0 auto 6px;
    text-align: center;
  }
  .pill {
    position: absolute;
    right: 24px;
    bottom: 12px;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-width: 36px;
    min-height: 36px;
    padding: 6px 10px;
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--surface);
    box-shadow: var(--shadow-float);
    font: 500 13px/18px var(--font);
    color: var(--accent-text);
    animation: rise var(--quick) var(--ease);
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  .empty {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 6px;
    flex: 1;
    padding: 24px;
    color: var(--secondary);
    text-align: center;
  }
  .empty h2 {
    margin-top: 6px;
    font: var(--title);
    color: var(--text);
  }
  .skeleton {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 8px;
    flex: 1;
    width: 100%;
    max-width: 920px;
    margin-inline: auto;
    padding: 16px 24px 12px;
    overflow: hidden;
    animation: breathe 1.6s ease-in-out infinite;
  }
  .skeleton rect {
    fill: var(--sunken);
  }
  .skeleton .own {
    align-self: flex-end;
  }
  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
  @media (max-width: 859px) {
    .content,
    .skeleton {
      padding-inline: 16px;
    }
    .pill {
      right: 16px;
      min-width: 44px;
      min-height: 44px;
      border-radius: 22px;
    }
  }
`;
