import { css } from "lit";

/** How the files look that go along. */
export const filesStyles = css`
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-height: min(260px, 34vh);
    padding: 6px 12px;
    overflow-y: auto;
    scrollbar-width: thin;
  }
  .files li {
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: 260px;
    padding: 6px 4px 6px 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--surface);
    color: var(--text);
  }
  .files .look {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 8px;
    min-width: 0;
    min-height: var(--target);
    border-radius: 6px;
    text-align: start;
  }
  .files [draggable="true"] {
    cursor: grab;
  }
  .files .offer {
    font: var(--tiny);
    color: var(--accent-text);
  }
  .files .about {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .files .sound {
    flex-wrap: wrap;
    max-width: 300px;
  }
  .files .sound .words {
    flex: 1;
  }
  hilo-own-audio {
    flex: 1 1 100%;
    order: 1;
    margin-inline-end: 6px;
  }
  hilo-thumbnail {
    flex: none;
    width: 44px;
    height: 44px;
    margin-inline-start: -4px;
  }
  .files .bad {
    border-color: var(--bad);
  }
  .files .words {
    display: grid;
    min-width: 0;
  }
  .files .name {
    overflow: hidden;
    font: var(--small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .files .about {
    font: var(--tiny);
    color: var(--secondary);
  }
  .files .bad .about {
    color: var(--bad-text);
  }
  progress {
    width: 100%;
    height: 4px;
    accent-color: var(--accent);
  }
`;
