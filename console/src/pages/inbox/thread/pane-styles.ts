import { css } from "lit";

/** How the pane of a conversation is laid out. */
export const paneStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    height: 100%;
    background: var(--surface);
  }
  .whole {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .presence {
    display: flex;
    align-items: center;
    gap: 6px;
    width: 100%;
    max-width: 968px;
    min-height: 26px;
    margin-inline: auto;
    padding: 2px 24px 6px;
    font: var(--small);
    color: var(--secondary);
  }
  .drop {
    position: absolute;
    inset: 8px;
    z-index: 5;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    border: 2px dashed var(--accent);
    border-radius: var(--radius-card);
    background: color-mix(in srgb, var(--accent-wash) 92%, transparent);
    color: var(--accent-text);
    font-weight: 500;
    pointer-events: none;
  }
  @media (max-width: 859px) {
    .presence {
      padding-inline: 16px;
    }
  }
`;
