import { css } from "lit";

/** How the bar of a recording looks. */
export const recorderStyles = css`
  :host {
    display: block;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: calc(var(--target) + 10px);
    padding: 2px 8px 8px;
  }
  .bar .icon-button,
  .bar .button {
    flex: none;
  }
  .bar .primary {
    margin-inline-start: 6px;
  }
  .dot {
    flex: none;
    width: 10px;
    height: 10px;
    margin-inline: 4px;
    border-radius: 50%;
    background: var(--bad);
    animation: pulse 1.4s ease-in-out infinite;
  }
  .paused .dot {
    background: var(--tertiary);
    animation: none;
  }
  @keyframes pulse {
    50% {
      opacity: 0.35;
    }
  }
  .time {
    flex: none;
    min-width: 38px;
    font-variant-numeric: tabular-nums;
  }
  canvas {
    flex: 1;
    min-width: 0;
    height: 26px;
    color: var(--secondary);
  }
  .words {
    flex: 1;
    min-width: 0;
    font: var(--small);
    color: var(--secondary);
  }
  .left {
    flex: none;
    font: var(--tiny);
    font-variant-numeric: tabular-nums;
    color: var(--warning-text);
  }
  .hint {
    padding: 0 14px 8px;
    font: var(--small);
    color: var(--warning-text);
  }
  @media (prefers-reduced-motion: reduce) {
    .dot {
      animation: none;
    }
  }
`;
