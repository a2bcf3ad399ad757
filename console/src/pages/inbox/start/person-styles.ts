import { css } from "lit";

export const personStyles = css`
  label span {
    display: block;
    margin-bottom: 4px;
    font-weight: 500;
  }
  p {
    margin-top: 4px;
    color: var(--secondary);
    font: var(--small);
  }
  ul {
    max-height: 220px;
    margin-top: 4px;
    padding: 4px;
    overflow-y: auto;
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  li {
    padding: 4px 6px;
    list-style: none;
  }
  button {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    align-content: center;
    justify-content: space-between;
    gap: 0 12px;
    width: 100%;
    min-height: max(30px, var(--target));
    padding: 4px 8px;
    border-radius: 6px;
    text-align: start;
  }
  button:hover,
  button:focus-visible {
    background: var(--sunken);
  }
  small {
    color: var(--secondary);
    font: var(--small);
  }
`;
