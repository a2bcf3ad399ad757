import { css } from "lit";

export const peopleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    background: var(--side);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 14px 12px 12px 20px;
  }
  .names {
    flex: 1;
    min-width: 0;
  }
  h1 {
    font: 600 17px / 22px var(--font);
    letter-spacing: -0.01em;
  }
  header p,
  footer {
    font: var(--tiny);
    color: var(--secondary);
  }
  nav {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    border-top: 1px solid var(--line);
  }
  li {
    border-bottom: 1px solid var(--line);
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    padding: 12px 16px 12px 20px;
    text-align: start;
    transition: background var(--quick) ease-out;
  }
  .row:hover {
    background: var(--sunken);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row[aria-current] {
    background: var(--accent-wash);
  }
  .row[aria-current]::before {
    content: "";
    position: absolute;
    inset: 0 auto 0 0;
    width: 3px;
    background: var(--accent);
  }
  .words {
    flex: 1;
    min-width: 0;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 20px;
  }
  .name {
    flex: 1;
    font-weight: 500;
  }
  .name.new {
    font-weight: 600;
  }
  time {
    font: var(--tiny);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
  }
  .preview {
    flex: 1;
    font: var(--small);
    color: var(--secondary);
  }
  .count {
    display: grid;
    place-items: center;
    min-width: 18px;
    height: 18px;
    padding: 0 5px;
    border-radius: 9px;
    background: var(--accent);
    color: var(--on-accent);
    font: 600 11px / 1 var(--font);
  }
  footer {
    padding: 10px 20px;
    border-top: 1px solid var(--line);
  }
  footer a {
    display: flex;
    align-items: center;
    width: fit-content;
    min-height: max(24px, var(--target));
    color: var(--accent);
  }
  @media (min-width: 1100px) {
    .narrow {
      display: none;
    }
  }
`;
