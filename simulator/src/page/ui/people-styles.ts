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
    --behind: var(--side);
    align-items: center;
    padding-inline-start: 20px;
    text-align: start;
  }
  .row:hover {
    --behind: var(--sunken);
    background: var(--sunken);
  }
  .row[aria-current] {
    --behind: var(--accent-wash);
    background: var(--accent-wash);
  }
  .preview {
    font: var(--small);
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
