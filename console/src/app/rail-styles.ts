import { css } from "lit";

export const railStyles = css`
  :host {
    display: block;
    background: var(--side);
    border-right: 1px solid var(--line);
  }
  nav {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    height: 100%;
    padding: 14px 0 12px;
  }
  .mark {
    display: block;
    margin-bottom: 16px;
  }
  .place {
    position: relative;
    display: grid;
    place-items: center;
    width: 44px;
    height: 40px;
    border-radius: var(--radius-card);
    color: var(--secondary);
    transition:
      background var(--quick) var(--ease),
      color var(--quick) var(--ease);
  }
  .place:hover {
    background: var(--sunken);
    color: var(--text);
    text-decoration: none;
  }
  .place[aria-current] {
    background: var(--accent-wash);
    color: var(--accent-text);
  }
  .place.apart {
    margin-top: 17px;
  }
  .place.apart::before {
    position: absolute;
    top: -11px;
    left: calc(50% - 12px);
    width: 24px;
    height: 1px;
    background: var(--line);
    content: "";
  }
  .word {
    display: none;
    font: 500 11px/14px var(--font);
  }
  b {
    position: absolute;
    top: 1px;
    right: 1px;
    min-width: 18px;
    height: 18px;
    padding: 0 5px;
    border-radius: 9px;
    background: var(--bad);
    color: var(--on-bad);
    font: 600 11px/18px var(--font);
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  b.mentions {
    top: auto;
    bottom: -4px;
    background: var(--accent);
    color: var(--on-accent);
  }
  hilo-account {
    margin-top: auto;
  }
  @media (max-width: 859px) {
    :host {
      border-right: 0;
      border-top: 1px solid var(--line);
      padding-bottom: env(safe-area-inset-bottom);
    }
    nav {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      gap: 0;
      height: 62px;
      padding: 4px 8px;
    }
    .mark,
    .place.wide {
      display: none;
    }
    .place {
      align-content: center;
      gap: 3px;
      width: 100%;
      height: 54px;
    }
    .place[aria-current] {
      background: none;
    }
    .place:hover {
      background: none;
    }
    .place.apart {
      margin-top: 0;
    }
    .place.apart::before {
      display: none;
    }
    .word {
      display: block;
    }
    b {
      right: calc(50% - 24px);
    }
    /* Below it stands the word. */
    b.mentions {
      top: 1px;
      right: calc(50% + 4px);
      bottom: auto;
    }
    hilo-account {
      margin: 0;
    }
  }
`;
