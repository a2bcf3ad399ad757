import { css } from "lit";

export const appStyles = css`
  :host {
    display: block;
    height: 100dvh;
  }
  .panes {
    display: grid;
    grid-template-columns: 320px minmax(0, 1fr) 340px;
    height: 100%;
  }
  .panes > * {
    min-width: 0;
    min-height: 0;
  }
  .people {
    border-right: 1px solid var(--line);
  }
  .controls {
    border-left: 1px solid var(--line);
  }
  .veil {
    display: none;
  }
  .toast {
    position: fixed;
    left: 50%;
    bottom: 24px;
    z-index: 6;
    display: flex;
    gap: 8px;
    width: max-content;
    max-width: calc(100vw - 32px);
    padding: 10px 14px;
    translate: -50% 0;
    border-radius: var(--radius-card);
    background: var(--bad-wash);
    color: var(--bad-text);
    box-shadow: var(--shadow-float);
  }
  @media (max-width: 1099px) {
    .panes {
      grid-template-columns: 300px minmax(0, 1fr);
    }
    .controls {
      position: fixed;
      inset: 0 0 0 auto;
      z-index: 5;
      width: min(360px, 100vw);
      visibility: hidden;
      translate: 24px 0;
      opacity: 0;
      box-shadow: var(--shadow-float);
      transition: all var(--quick) var(--ease);
    }
    .controls.open {
      visibility: visible;
      translate: 0 0;
      opacity: 1;
    }
    .veil {
      position: fixed;
      inset: 0;
      z-index: 4;
      display: block;
      background: rgb(10 12 16 / 40%);
    }
  }
  @media (max-width: 759px) {
    .panes {
      grid-template-columns: minmax(0, 1fr);
    }
    .people {
      border: 0;
    }
    main,
    .chosen .people {
      display: none;
    }
    .chosen main {
      display: block;
    }
  }
`;
