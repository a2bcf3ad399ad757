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
    min-height: 60px;
    padding: 4px 20px;
  }
  .back {
    display: none;
  }
  /* No part of the row: else the row makes room for it while it is there. */
  hilo-dialog-snooze {
    position: absolute;
  }
  h1 {
    flex: 1;
    min-width: 0;
    font: var(--body);
  }
  .who {
    display: flex;
    align-items: center;
    gap: 12px;
    max-width: 100%;
    padding: 4px 8px 4px 0;
    border-radius: 8px;
    text-align: start;
  }
  .names {
    display: grid;
    min-width: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
    min-width: 0;
  }
  /* These give way to what stands beside them as far as this, then that goes below. */
  .name b {
    flex: 1 1 8em;
    max-width: max-content;
    overflow: hidden;
    font: 600 15px/20px var(--font);
    letter-spacing: -0.005em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name .tag {
    white-space: normal;
  }
  .where {
    flex: 1 1 4em;
    max-width: max-content;
    overflow: hidden;
    font: var(--small);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .waiting {
    flex: 0 0 180px;
    height: 34px;
    margin-inline-end: auto;
    border-radius: 8px;
    background: var(--sunken);
  }
  .buttons {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
  }
  @container (max-width: 740px) {
    #snooze {
      --menu-text: none;
    }
    #assign {
      --menu-width: 150px;
    }
  }
  @container (max-width: 640px) {
    header {
      padding: 4px 16px;
    }
    .buttons {
      --menu-text: none;
      gap: 6px;
    }
  }
  @container (max-width: 500px) {
    .button .text {
      display: none;
    }
    .button.primary {
      width: 44px;
    }
  }
  @media (max-width: 859px) {
    header {
      padding: 4px 8px;
    }
    .back {
      display: inline-grid;
    }
    .button.wide,
    .wide::part(button) {
      display: none;
    }
    .buttons {
      gap: 0;
    }
  }
`;
