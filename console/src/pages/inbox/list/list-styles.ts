import { css } from "lit";

export const listStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template: auto auto auto auto auto minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
    background: var(--surface);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 14px 10px 8px 16px;
  }
  h1 {
    flex: 1;
    font: 600 17px/32px var(--font);
    letter-spacing: -0.01em;
  }
  .search {
    position: relative;
    margin: 0 16px 10px;
    color: var(--secondary);
  }
  .search > svg {
    position: absolute;
    top: 9px;
    left: 11px;
  }
  .search input {
    height: 36px;
    padding-left: 36px;
    padding-right: 40px;
    border-color: var(--line);
    background: var(--side);
    color: var(--text);
  }
  .search input::-webkit-search-cancel-button {
    display: none;
  }
  .search kbd,
  .search button {
    position: absolute;
    top: 8px;
    right: 10px;
  }
  .search kbd {
    width: 20px;
    height: 20px;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--surface);
    font: 12px/18px var(--font);
    text-align: center;
    pointer-events: none;
  }
  @media (pointer: coarse) {
    .search kbd {
      display: none;
    }
  }
  .search button {
    top: 2px;
    right: 2px;
    width: 32px;
    height: 32px;
  }
  .scope {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin: -2px 16px 8px;
    color: var(--secondary);
    font: var(--tiny);
  }
  .scope button {
    padding: 4px 6px;
    border-radius: 6px;
    color: var(--accent-text);
    font-weight: 500;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    padding: 0 4px 8px 8px;
    border-bottom: 1px solid var(--line);
  }
  .view {
    display: flex;
    gap: 2px;
    align-items: center;
    justify-content: center;
    flex: 1 0 auto;
    max-width: 160px;
    min-height: var(--target);
    padding: 0 3px;
    border-radius: var(--radius-button);
    color: var(--secondary);
    font: 500 13px/18px var(--font);
    letter-spacing: -0.01em;
  }
  .view:hover {
    background: var(--side);
    color: var(--text);
    text-decoration: none;
  }
  .view[aria-current] {
    background: var(--sunken);
    color: var(--text);
  }
  .view span {
    color: var(--secondary);
    font-size: 12px;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .view.urgent span {
    color: var(--warning-text);
    font-weight: 500;
  }
  .view.mentions {
    flex: none;
    gap: 4px;
    padding: 0 8px;
    background: var(--accent-wash);
  }
  .view.mentions i {
    display: flex;
  }
  .view.mentions,
  .view.mentions span {
    color: var(--accent-text);
    font-weight: 600;
  }
  .view.failed {
    flex: none;
    gap: 4px;
    padding: 0 6px;
  }
  .view.failed,
  .view.failed span {
    color: var(--bad-text);
    font-weight: 500;
  }
  .body {
    position: relative;
    min-height: 0;
  }
  hilo-rows {
    height: 100%;
  }
  .apart {
    height: auto;
    border-bottom: 4px solid var(--sunken);
  }
  .pill {
    position: absolute;
    z-index: 2;
    top: 10px;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    padding: 4px 14px 4px 10px;
    border-radius: 16px;
    background: var(--accent);
    color: var(--on-accent);
    font: 600 13px/18px var(--font);
    box-shadow: var(--shadow-float);
    transform: translateX(-50%);
    animation: drop var(--quick) var(--ease);
  }
  .pill svg {
    transform: rotate(180deg);
  }
  @keyframes drop {
    from {
      opacity: 0;
      transform: translate(-50%, -8px);
    }
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 4px;
    padding: 72px 32px 32px;
    text-align: center;
  }
  .emblem {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    margin-bottom: 10px;
    border-radius: 50%;
    background: var(--accent-wash);
    color: var(--accent-text);
  }
  .empty h2 {
    font: 600 15px/20px var(--font);
  }
  .empty p {
    margin-bottom: 12px;
    color: var(--secondary);
    text-wrap: balance;
  }
  .dot {
    position: absolute;
    top: 5px;
    right: 5px;
    width: 8px;
    height: 8px;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    box-sizing: content-box;
  }
`;
