import { css } from "lit";

export const detailStyles = css`
  .back {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: var(--target);
    margin: -8px 0 4px -8px;
    padding: 4px 8px;
    border-radius: var(--radius-button);
    color: var(--secondary);
    font: 500 13px/18px var(--font);
  }
  .back:hover {
    background: var(--sunken);
    color: var(--text);
    text-decoration: none;
  }
  header .title {
    flex: 1;
    min-width: 0;
  }
  .title h1 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }
  .about {
    color: var(--secondary);
    font: var(--small);
    overflow-wrap: anywhere;
  }
  .concern {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    margin-bottom: 10px;
    padding: 12px 14px;
    border-radius: var(--radius-card);
    background: var(--warning-wash);
    color: var(--warning-text);
  }
  .concern svg {
    margin-top: 1px;
  }
  .concern div {
    flex: 1;
    min-width: 0;
  }
  .concern b {
    font-weight: 600;
  }
  .concern p {
    color: var(--text);
    overflow-wrap: anywhere;
  }
  dl.card {
    display: flex;
    flex-wrap: wrap;
    gap: 1px;
    margin: 0 0 16px;
    padding: 0;
    overflow: hidden;
    background: var(--line);
  }
  dl div {
    display: flex;
    flex: 1 0 92px;
    flex-direction: column-reverse;
    justify-content: flex-end;
    padding: 12px 14px;
    background: var(--surface);
  }
  dt {
    color: var(--secondary);
    font: var(--tiny);
  }
  dd {
    font: 600 18px/24px var(--font);
    font-variant-numeric: tabular-nums;
  }
  dd.bad {
    color: var(--bad-text);
  }
  dd.time {
    font-size: 15px;
  }
  nav {
    display: flex;
    gap: 4px;
    margin-bottom: 16px;
    border-bottom: 1px solid var(--line);
  }
  nav a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 0 12px;
    border-bottom: 2px solid transparent;
    color: var(--secondary);
    font-weight: 500;
  }
  nav a:hover {
    color: var(--text);
    text-decoration: none;
  }
  nav a[aria-current="page"] {
    border-color: var(--accent);
    color: var(--text);
  }
  nav b {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--warning-wash);
    color: var(--warning-text);
    font: 600 12px/20px var(--font);
    text-align: center;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 400px);
    align-items: start;
    gap: 16px;
  }
  .side {
    display: grid;
    gap: 16px;
  }
  .card > h2 {
    margin-bottom: 10px;
  }
  .switch p {
    margin-bottom: 12px;
    color: var(--secondary);
    font: var(--small);
  }
  .trouble {
    margin: 0 0 12px;
    color: var(--bad-text);
  }
  @container (max-width: 900px) {
    dl div {
      padding: 10px;
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      order: -1;
    }
  }
`;
