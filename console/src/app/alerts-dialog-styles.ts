import { css } from "lit";

export const alertsDialogStyles = css`
  .here {
    margin-bottom: 8px;
    color: var(--secondary);
  }
  .switch {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-height: 44px;
    padding: 6px 0;
    cursor: pointer;
  }
  .switch:has(:disabled) {
    cursor: default;
  }
  .switch:has(:disabled) span {
    color: var(--secondary);
  }
  small {
    display: block;
    color: var(--secondary);
    font: var(--small);
  }
  input {
    flex: none;
    appearance: none;
    position: relative;
    width: 38px;
    height: 22px;
    border: 1px solid var(--secondary);
    border-radius: 11px;
    background: var(--sunken);
    cursor: inherit;
    transition: background var(--quick) var(--ease);
  }
  input::before {
    position: absolute;
    top: 2px;
    left: 2px;
    width: 16px;
    height: 16px;
    border-radius: 8px;
    background: var(--secondary);
    content: "";
    transition: transform var(--quick) var(--ease);
  }
  input:checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  input:checked::before {
    background: var(--on-accent);
    transform: translateX(16px);
  }
  input:disabled {
    opacity: 0.5;
  }
  .state {
    display: flex;
    gap: 8px;
    margin: 0 0 8px;
    padding: 10px 12px;
    border-radius: var(--radius-button);
    background: var(--sunken);
    font: var(--small);
  }
  .blocked {
    background: var(--warning-wash);
    color: var(--warning-text);
  }
  fieldset {
    margin: 8px 0 0;
    padding: 12px 0 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  legend {
    float: left;
    width: 100%;
    margin-bottom: 4px;
    padding: 0;
    color: var(--secondary);
    font: 500 13px/18px var(--font);
  }
  legend ~ * {
    clear: both;
  }
  footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 20px 16px;
    border-top: 1px solid var(--line);
  }
  footer p {
    color: var(--secondary);
    font: var(--small);
  }
  @media (prefers-reduced-motion: reduce) {
    input,
    input::before {
      transition: none;
    }
  }
`;
