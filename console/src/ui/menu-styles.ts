import { css } from "lit";

export const menuStyles = css`
    :host {
      display: inline-block;
      min-width: 0;
    }
    #button.button {
      max-width: var(--menu-width, 180px);
    }
    #button .text {
      display: var(--menu-text, inline);
    }
    .text {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    [popover] {
      position: fixed;
      margin: 0;
      inset: auto;
      min-width: 216px;
      max-width: min(320px, calc(100vw - 16px));
      max-height: min(540px, calc(100dvh - 16px));
      padding: 6px;
      overflow-y: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius-card);
      background: var(--surface);
      color: var(--text);
      box-shadow: var(--shadow-float);
      font: var(--body);
    }
    [popover]:popover-open {
      animation: appear var(--quick) var(--ease);
    }
    @keyframes appear {
      from {
        opacity: 0;
        transform: translateY(-4px);
      }
    }
    .field {
      margin-bottom: 6px;
    }
    .item {
      display: flex;
      align-items: center;
      gap: 10px;
      width: 100%;
      min-height: max(34px, var(--target));
      padding: 6px 10px;
      border-radius: 7px;
      text-align: start;
    }
    .item svg {
      color: var(--secondary);
    }
    .item:hover,
    .item:focus-visible {
      background: var(--sunken);
      outline-offset: -2px;
    }
    .item .text {
      flex: 1;
      overflow-wrap: anywhere;
      white-space: normal;
    }
    .hint {
      font: var(--tiny);
      color: var(--secondary);
    }
    hr {
      margin: 6px 4px;
      border: 0;
      border-top: 1px solid var(--line);
    }
    [role="none"] {
      padding: 6px 10px 4px;
      font: 500 12px/16px var(--font);
      color: var(--secondary);
    }
`;
