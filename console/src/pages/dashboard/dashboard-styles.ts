import { css } from "lit";

export const dashboardStyles = css`
  .page {
    max-width: 1480px;
  }
  .grid {
    display: grid;
    gap: 14px;
  }
  .figures {
    grid-template-columns: repeat(5, minmax(0, 1fr));
    margin-bottom: 16px;
  }
  .shape {
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    margin-bottom: 16px;
  }
  .lists {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .figure {
    display: grid;
    align-content: start;
    gap: 4px;
    color: var(--text);
    transition: border-color var(--quick) var(--ease);
  }
  .figure:hover {
    border-color: var(--line-strong);
    text-decoration: none;
  }
  .label,
  .detail {
    color: var(--secondary);
    font: var(--small);
  }
  strong {
    font: var(--figure);
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .detail {
    min-height: 18px;
  }
  .good {
    color: var(--good-text);
  }
  .warning {
    color: var(--warning-text);
  }
  .bad {
    color: var(--bad-text);
  }
  .shape .card {
    display: flex;
    flex-direction: column;
  }
  .card-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    margin-bottom: 10px;
  }
  .card-head a {
    margin: -7px -8px;
    padding: 7px 8px;
    border-radius: var(--radius-button);
    font: 500 13px/18px var(--font);
  }
  .age {
    color: var(--secondary);
    font: var(--small);
  }
  .quiet {
    padding: 20px 0;
    color: var(--secondary);
  }
  .bars {
    display: flex;
    flex: 1;
    gap: 4px;
    min-height: 176px;
  }
  .bar {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    min-width: 0;
    max-width: 72px;
  }
  .bar span {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: flex-end;
    align-items: center;
    width: 100%;
    min-height: 0;
  }
  .bar i {
    width: min(22px, 70%);
    min-height: 2px;
    border-radius: 4px 4px 2px 2px;
    background: light-dark(#c3c4f5, #3d4177);
    transition: height 180ms var(--ease);
  }
  .bar i.none {
    background: var(--line);
  }
  .bar i.peak {
    background: var(--accent);
  }
  .bar:hover i {
    background: var(--accent);
  }
  .bar b {
    margin-bottom: 4px;
    font: 600 12px/16px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .bar small {
    color: var(--secondary);
    font: 11px/14px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .shares a {
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr) 48px;
    align-items: center;
    gap: 8px;
    min-height: 30px;
    border-radius: 6px;
    color: var(--text);
  }
  .shares a:hover,
  .people a:hover {
    background: var(--side);
    text-decoration: none;
  }
  .track {
    height: 8px;
    border-radius: 4px;
    background: var(--sunken);
  }
  .track i {
    display: block;
    height: 100%;
    border-radius: 4px;
  }
  .share {
    color: var(--secondary);
    font: var(--small);
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
  .people {
    margin: 0 -8px;
  }
  .people a {
    --behind: var(--surface);
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
    padding: 4px 8px;
    border-radius: var(--radius-button);
    color: var(--text);
  }
  .who {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .holder {
    overflow: hidden;
    max-width: 40%;
    color: var(--secondary);
    font: var(--small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  time {
    min-width: 56px;
    color: var(--secondary);
    font: var(--small);
    font-variant-numeric: tabular-nums;
    text-align: right;
    white-space: nowrap;
  }
  time.late {
    color: var(--warning-text);
    font-weight: 500;
  }
  .blank,
  .blanks i {
    display: block;
    width: 88px;
    height: 26px;
    margin: 4px 0;
    border-radius: 6px;
    background: var(--sunken);
  }
  .blanks i {
    width: 100%;
    height: 30px;
    margin: 10px 0;
  }
  @container (max-width: 1080px) {
    .figures {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .figure {
      grid-column: span 2;
    }
    .figure:nth-last-child(-n + 2) {
      grid-column: span 3;
    }
    .lists,
    .shape {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 620px) {
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 10px;
    }
    .figure,
    .figure:nth-last-child(-n + 2) {
      grid-column: auto;
      padding: 12px;
    }
    .figure:first-child {
      grid-column: 1 / -1;
    }
    strong {
      font-size: 24px;
    }
    .bar small:not(.bar:nth-child(3n + 1) small) {
      visibility: hidden;
    }
    .shares a {
      min-height: 44px;
    }
  }
`;
