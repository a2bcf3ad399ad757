import { css } from "lit";

export const inboxStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template-columns: var(--list) minmax(420px, 1fr) var(--context);
    grid-template-rows: minmax(0, 1fr);
    height: 100%;
    overflow: hidden;
    background: var(--surface);
  }
  :host(:not([reading])) {
    grid-template-columns: var(--list) minmax(0, 1fr);
  }
  hilo-list {
    border-right: 1px solid var(--line);
  }
  .center,
  .side {
    min-width: 0;
    min-height: 0;
  }
  /* Nobody is told of beside it. */
  .center.whole {
    grid-column: 2 / -1;
  }
  .side {
    border-left: 1px solid var(--line);
    background: var(--side);
    overflow-y: auto;
  }
  .nothing {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 4px;
    height: 100%;
    padding: 24px;
    text-align: center;
    background: var(--app);
  }
  .nothing svg {
    margin-bottom: 10px;
    color: var(--tertiary);
  }
  .nothing h2 {
    font: 600 15px/20px var(--font);
  }
  .nothing p {
    color: var(--secondary);
  }
  .nothing .button {
    margin-top: 12px;
  }
  .scrim {
    display: none;
  }
  .leave {
    display: none;
  }
  @media (max-width: 1199px) {
    :host,
    :host(:not([reading])) {
      grid-template-columns: var(--list) minmax(0, 1fr);
    }
    .side {
      position: absolute;
      z-index: 20;
      inset: 0 0 0 auto;
      width: min(360px, 100%);
      visibility: hidden;
      transform: translateX(24px);
      opacity: 0;
      transition:
        transform var(--quick) var(--ease),
        opacity var(--quick) var(--ease),
        visibility var(--quick);
    }
    /* Seen at once, since what is hidden cannot have the focus. */
    :host([details]) .side {
      visibility: visible;
      transform: none;
      opacity: 1;
      transition:
        transform var(--quick) var(--ease),
        opacity var(--quick) var(--ease);
      box-shadow: var(--shadow-float);
    }
    :host([details]) .scrim {
      display: block;
      position: absolute;
      z-index: 19;
      inset: 0;
      background: light-dark(rgb(23 26 33 / 28%), rgb(0 0 0 / 55%));
    }
    .leave {
      position: absolute;
      z-index: 1;
      top: 12px;
      right: 12px;
      display: inline-grid;
    }
  }
  @media (max-width: 859px) {
    :host,
    :host(:not([reading])) {
      grid-template-columns: minmax(0, 1fr);
    }
    hilo-list {
      border-right: 0;
    }
    .center.whole {
      grid-column: auto;
    }
    :host([reading]) hilo-list,
    :host(:not([reading])) .center {
      display: none;
    }
  }
`;
