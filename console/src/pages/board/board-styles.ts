import { css } from "lit";
import { liveStyles } from "../../ui/page-styles.ts";
import { toolsStyles } from "./tools-styles.ts";

const columnsStyles = css`
  :host {
    display: block;
    height: 100%;
    background: var(--app);
  }
  .page {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .nothing {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 10px;
    height: 100%;
    padding: 24px;
    text-align: center;
  }
  .nothing p {
    color: var(--secondary);
  }
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 8px 20px;
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  .body {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  .board {
    display: flex;
    flex: 1;
    gap: 12px;
    min-width: 0;
    padding: 14px 20px;
    overflow-x: auto;
  }
  .column {
    position: relative;
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    min-width: 280px;
    min-height: 0;
    border: 1px solid transparent;
    border-radius: 12px;
    background: light-dark(#ebeef2, #181b21);
    transition: background var(--quick) var(--ease);
  }
  .column.target {
    border-color: var(--accent);
    background: var(--accent-wash);
  }
  .column.tray {
    flex: none;
    width: 280px;
  }
  .column header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 8px;
    min-height: 56px;
    padding: 10px 12px 8px;
  }
  .column h2 {
    display: flex;
    gap: 7px;
    min-width: 0;
    font: 600 14px/20px var(--font);
  }
  .column .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .column .count {
    color: var(--secondary);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .sum {
    display: grid;
    grid-row: 1 / 3;
    grid-column: 3;
    align-self: start;
    justify-items: end;
    font: 600 14px/20px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .sum span + span {
    color: var(--secondary);
    font: 500 12px/16px var(--font);
  }
  .column header p {
    display: flex;
    grid-row: 2;
    grid-column: 2;
    flex-wrap: wrap;
    gap: 0 8px;
    min-height: 16px;
    color: var(--secondary);
    font: var(--tiny);
  }
  .late {
    color: var(--warning-text);
    font-weight: 500;
  }
  .column ul {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 8px;
    min-height: 60px;
    padding: 2px 8px 12px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .limit {
    padding: 6px 12px;
    border-radius: 0 0 11px 11px;
    background: var(--warning-wash);
    color: var(--warning-text);
    font: 500 12px/16px var(--font);
  }
  .blank {
    height: 124px;
    border-radius: var(--radius-card);
    background: var(--sunken);
  }
  .slot {
    height: 124px;
    border: 1px dashed var(--accent);
    border-radius: var(--radius-card);
  }
  .nobody {
    padding: 28px 12px;
    color: var(--secondary);
    text-align: center;
  }
  .further {
    text-align: center;
  }
  .trouble {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 10px;
    border-radius: var(--radius-card);
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  .strip {
    display: flex;
    flex: none;
    flex-direction: column;
    align-items: center;
    gap: 10px;
    width: 44px;
    padding: 12px 0;
    border-radius: 12px;
    background: light-dark(#ebeef2, #181b21);
  }
  .strip:hover {
    background: var(--neutral-wash);
  }
  .strip b {
    min-width: 24px;
    padding: 2px 6px;
    border-radius: var(--radius-tag);
    background: var(--surface);
    font: 600 12px/16px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .strip span {
    writing-mode: vertical-rl;
    color: var(--secondary);
    font: 500 13px/18px var(--font);
  }
  .ends {
    position: absolute;
    z-index: 10;
    right: 20px;
    bottom: 14px;
    left: 20px;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
    animation: rise 120ms ease-out;
  }
  .ends::before {
    position: absolute;
    z-index: -1;
    inset: -28px -20px -14px;
    background: linear-gradient(transparent, var(--app) 28px);
    content: "";
    pointer-events: none;
  }
  .end {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-height: 60px;
    border: 1px dashed currentColor;
    border-radius: 12px;
    background: var(--good-wash);
    color: var(--good-text);
  }
  .end.lost {
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  .end.over {
    border-style: solid;
    box-shadow: inset 0 0 0 1px currentColor;
  }
  .end * {
    pointer-events: none;
  }
  .pill {
    position: fixed;
    z-index: 20;
    top: calc(var(--y) - 44px);
    left: calc(var(--x) + 10px);
    padding: 4px 10px;
    border-radius: var(--radius-button);
    background: light-dark(#1d2129, #3a414e);
    color: #f3f5f8;
    font: 500 12px/18px var(--font);
    pointer-events: none;
    white-space: nowrap;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(60px);
    }
  }
  hilo-lead-pane {
    flex: none;
    width: min(400px, 44vw);
    border-left: 1px solid var(--line);
  }
  @media (max-width: 859px) {
    .board {
      flex-direction: column;
      padding: 0;
      overflow: visible;
    }
    .column {
      flex: 1;
      min-width: 0;
      border: 0;
      border-radius: 0;
      background: none;
    }
    .column header {
      display: none;
    }
    .column ul {
      padding: 12px 16px 24px;
    }
    .blank {
      height: 132px;
    }
    :host([reading]) .board,
    :host([reading]) .stages,
    :host([reading]) .sums,
    :host([reading]) .head,
    :host([reading]) .tools {
      display: none;
    }
    hilo-lead-pane {
      width: 100%;
      border-left: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ends {
      animation: none;
    }
  }
`;

export const boardStyles = [columnsStyles, toolsStyles, liveStyles];
