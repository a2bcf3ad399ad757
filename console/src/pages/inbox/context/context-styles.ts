import { css } from "lit";

/** How the panel beside the thread looks. */
export const contextStyles = css`
  :host {
    display: block;
    --behind: var(--side);
  }
  .panel {
    padding: 18px 18px 24px;
  }
  .person {
    display: grid;
    justify-items: center;
    gap: 2px;
    padding-bottom: 18px;
    border-bottom: 1px solid var(--line);
    text-align: center;
  }
  .person h2 {
    margin-top: 8px;
    max-width: 100%;
    overflow-wrap: anywhere;
    font: 600 15px/20px var(--font);
    letter-spacing: -0.005em;
  }
  .person p {
    min-height: 18px;
    font: var(--small);
    color: var(--secondary);
  }
  .notice {
    display: flex;
    gap: 8px;
    margin-top: 14px;
    padding: 8px 10px;
    border-radius: 8px;
    background: var(--bad-wash);
    color: var(--bad-text);
    font: var(--small);
  }
  section {
    padding-top: 16px;
  }
  h3 {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-bottom: 8px;
    font: 500 13px/18px var(--font);
    color: var(--secondary);
  }
  .none {
    font: var(--small);
    color: var(--secondary);
  }
  .link {
    min-height: var(--target);
    padding: 4px 0;
    color: var(--accent-text);
    font: 500 13px/18px var(--font);
  }
  .link:hover {
    text-decoration: underline;
  }
  .card {
    display: grid;
    gap: 7px;
    padding: 11px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: var(--shadow-card);
  }
  .card.skeleton {
    height: 84px;
  }
  .title {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 8px;
  }
  .title b {
    min-width: 0;
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .title .value {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .about {
    font: var(--small);
    color: var(--secondary);
  }
  .steps {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: 3px;
  }
  .steps i {
    height: 5px;
    border-radius: 3px;
    background: var(--sunken);
  }
  .steps .done {
    background: var(--accent);
  }
  .steps.won .done {
    background: var(--good);
  }
  dl {
    display: grid;
    grid-template-columns: 76px minmax(0, 1fr);
    gap: 7px 10px;
    font: var(--small);
  }
  dt {
    color: var(--secondary);
  }
  dd {
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  dd a {
    color: inherit;
  }
  .history {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin-inline: -8px;
  }
  .one {
    display: flex;
    align-items: center;
    gap: 9px;
    min-height: max(30px, var(--target));
    padding: 3px 8px;
    border-radius: 7px;
    color: inherit;
  }
  a.one:hover {
    background: var(--sunken);
    text-decoration: none;
  }
  .one i {
    display: grid;
    place-items: center;
    flex: none;
    width: 20px;
    height: 20px;
    border-radius: 50%;
  }
  .one span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font: var(--small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .one time {
    flex: none;
    font: var(--tiny);
    color: var(--secondary);
  }
`;
