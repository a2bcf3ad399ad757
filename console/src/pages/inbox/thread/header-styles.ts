import { css } from "lit";

/** How the header of a thread looks; by its own width it gives up words, on a phone all buttons but one. */
export const headerStyles = css`
  :host {
    display: block;
    flex: none;
    container-type: inline-size;
    border-bottom: 1px solid var(--line);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 60px;
    padding: 0 20px;
  }
  .back {
    display: none;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 12px;
    min-width: 0;
    margin-inline-end: auto;
    padding: 4px 8px 4px 0;
    border-radius: 8px;
    text-align: start;
  }
  .names {
    display: grid;
    min-width: 0;
  }
  h1 {
    overflow: hidden;
    font: 600 15px/20px var(--font);
    letter-spacing: -0.005em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .where {
    overflow: hidden;
    font: var(--small);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .waiting {
    width: 180px;
    height: 34px;
    border-radius: 8px;
    background: var(--sunken);
  }
  .tags {
    display: flex;
    flex: none;
    gap: 4px;
    margin-inline-end: 4px;
  }
  .buttons {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
  }
  @container (max-width: 640px) {
    header {
      padding: 0 16px;
    }
    .buttons {
      --menu-text: none;
      gap: 6px;
    }
    .button .text {
      display: none;
    }
    .button.primary {
      width: 44px;
    }
  }
  @media (max-width: 859px) {
    header {
      padding: 0 8px;
    }
    .back {
      display: inline-grid;
    }
    .wide {
      display: none;
    }
    hilo-menu.wide {
      display: block;
      width: 0;
      overflow: hidden;
      visibility: hidden;
    }
    .buttons {
      gap: 0;
    }
  }
`;
