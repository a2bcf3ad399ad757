import { css } from "lit";

/** What the chat says of who answers, and when. */
export const aboutStyles = css`
  .who {
    flex: 1;
    min-width: 0;
  }
  .soon {
    margin: 2px 0 0;
    font-size: 13px;
  }
  .faces {
    display: flex;
    flex: none;
  }
  .face {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    border: 2px solid var(--brand);
    background: var(--ink);
    color: var(--brand);
    font-size: 14px;
    font-weight: 600;
  }
  .face + .face {
    margin-inline-start: -10px;
  }
  .hours {
    padding: 12px 16px;
    border-bottom: 1px solid var(--line);
    font-size: 13px;
  }
  .hours dl {
    display: grid;
    gap: 4px;
    margin: 0;
  }
  .hours div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
  .hours dt::first-letter {
    text-transform: uppercase;
  }
  .hours dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .hours .today {
    font-weight: 600;
  }
  .hours p {
    margin: 8px 0 0;
    color: var(--quiet);
  }
`;
