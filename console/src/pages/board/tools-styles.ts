import { css } from "lit";

/** Head, filters and the stages of a phone. */
export const toolsStyles = css`
  .head {
    display: flex;
    flex: none;
    align-items: center;
    gap: 14px;
    height: 60px;
    padding: 0 20px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  h1 {
    font: var(--page-title);
    letter-spacing: -0.015em;
  }
  .funnel::part(button) {
    max-width: 240px;
    font-weight: 600;
  }
  .chosen {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .tools {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 50px;
    padding: 9px 20px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  .find {
    display: flex;
    flex: 0 1 200px;
    align-items: center;
    gap: 8px;
    min-width: 120px;
    min-height: 32px;
    padding: 0 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius-button);
    color: var(--secondary);
  }
  .find:focus-within {
    border-color: var(--accent);
  }
  .find input {
    width: 100%;
    min-width: 0;
    min-height: 30px;
    border: 0;
    background: none;
    color: var(--text);
    font: var(--small);
    outline: none;
  }
  .find input::placeholder {
    color: var(--secondary);
    opacity: 1;
  }
  .filters {
    display: none;
  }
  .chips {
    display: flex;
    flex: 0 1 auto;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .chip,
  .chip-menu::part(button),
  .order::part(button) {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 30px;
    padding: 2px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius-button);
    background: var(--surface);
    font: var(--small);
    white-space: nowrap;
  }
  .chip {
    max-width: 320px;
    border-color: transparent;
    background: var(--accent-wash);
    color: var(--accent-text);
  }
  .chip b {
    overflow: hidden;
    font-weight: 500;
    text-overflow: ellipsis;
  }
  .chip-words {
    color: var(--secondary);
  }
  .chip-words b {
    color: var(--text);
    font-weight: 500;
  }
  .clear {
    min-height: 30px;
    color: var(--secondary);
    font: var(--small);
  }
  .totals {
    display: flex;
    flex: 1 0 auto;
    justify-content: flex-end;
    gap: 10px;
    font: var(--small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .totals b {
    font-weight: 600;
  }
  .order::part(button) {
    border-color: transparent;
    color: var(--secondary);
  }
  .stages {
    display: flex;
    flex: none;
    gap: 2px;
    margin: 10px 16px 0;
    padding: 2px;
    overflow-x: auto;
    border-radius: 10px;
    background: light-dark(#e9ecf1, #1e222a);
    scrollbar-width: none;
  }
  .stages button {
    display: grid;
    flex: 1 0 auto;
    justify-items: center;
    min-height: 50px;
    padding: 5px 6px;
    border-radius: 8px;
    color: var(--secondary);
  }
  .stages button[aria-selected="true"] {
    background: var(--surface);
    box-shadow: var(--shadow-card);
    color: var(--text);
  }
  .stages b {
    font: 600 15px/20px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .stages span {
    max-width: 100%;
    overflow: hidden;
    font: 500 11px/16px var(--font);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sums {
    flex: none;
    min-height: 36px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
    font: 600 14px/20px var(--font);
    font-variant-numeric: tabular-nums;
  }
  @media (max-width: 1199px) {
    .totals {
      flex: 1 1 0;
      flex-wrap: wrap;
      gap: 0 10px;
      min-width: 0;
      font: var(--tiny);
    }
    .totals span {
      display: none;
    }
    .order::part(button) {
      padding: 2px 7px;
    }
    .order .text {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (max-width: 979px) {
    .totals {
      visibility: hidden;
    }
  }
  @media (max-width: 859px) {
    .head {
      height: 56px;
      padding: 0 16px;
    }
    .tools {
      padding: 8px 16px;
    }
    .filters {
      display: inline-grid;
    }
    .find {
      flex: 1 1 120px;
      min-height: 40px;
    }
    .chips {
      display: none;
      flex: none;
      order: 1;
      width: 100%;
    }
    .filtering .chips {
      display: flex;
    }
    .chips > * {
      flex: none;
    }
    .chip,
    .chip-menu::part(button),
    .order::part(button),
    .clear {
      min-height: 40px;
    }
    .totals {
      display: none;
    }
  }
`;
