import { css } from "lit";

/** How the files look that are opened before they go. */
export const galleryStyles = css`
  hilo-dialog {
    --dialog-width: 560px;
  }
  .gallery {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  .stage {
    display: grid;
    gap: 8px;
    height: min(320px, 38vh);
    border-radius: var(--radius-card);
    background: var(--sunken);
    color: var(--secondary);
    font: var(--small);
    --fit: contain;
  }
  div.stage {
    place-items: center;
    place-content: center;
  }
  .caption {
    display: grid;
    justify-items: end;
    gap: 4px;
  }
  .caption textarea {
    width: 100%;
    min-height: 64px;
    resize: vertical;
  }
  .counter {
    font: var(--tiny);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
  }
  .counter.over {
    font-weight: 600;
    color: var(--bad-text);
  }
  .hint {
    font: var(--small);
    color: var(--secondary);
  }
  .strip {
    display: flex;
    gap: 8px;
    padding: 3px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .strip button {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 8px;
    background: var(--sunken);
    color: var(--secondary);
  }
  .strip hilo-thumbnail {
    width: 100%;
    height: 100%;
  }
  .strip [aria-current="true"] {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .strip [aria-current="true"]:focus-visible {
    outline-width: 3px;
  }
  .strip i {
    position: absolute;
    inset-block-end: 4px;
    inset-inline-end: 4px;
    width: 10px;
    height: 10px;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
  }
  .actions {
    display: flex;
    gap: 4px;
  }
  .actions .button {
    margin-inline-start: auto;
  }
`;
