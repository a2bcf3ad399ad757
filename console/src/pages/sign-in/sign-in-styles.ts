import { css } from "lit";

export const signInStyles = css`
  :host {
    display: grid;
    grid-template-rows: 1fr auto;
    min-height: 100%;
    overflow-y: auto;
    background:
      radial-gradient(
        900px 480px at 50% -160px,
        light-dark(rgb(75 79 224 / 12%), rgb(127 131 255 / 12%)),
        transparent
      ),
      var(--app);
  }
  main {
    display: grid;
    place-items: center;
    padding: 32px 16px;
  }
  .card {
    width: min(400px, 100%);
    padding: 32px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
    box-shadow: 0 18px 48px light-dark(rgb(16 24 40 / 8%), rgb(0 0 0 / 35%));
  }
  .mark {
    margin-bottom: 20px;
  }
  h1 {
    font: var(--page-title);
    letter-spacing: -0.015em;
  }
  .lead {
    margin-top: 6px;
    color: var(--secondary);
  }
  form {
    display: grid;
    margin-top: 24px;
  }
  label {
    margin-bottom: 6px;
    font-weight: 500;
  }
  .field {
    height: 42px;
    margin-bottom: 16px;
  }
  .password {
    position: relative;
  }
  .password .field {
    padding-right: 48px;
  }
  .password .icon-button {
    position: absolute;
    top: 3px;
    right: 4px;
    width: 36px;
    height: 36px;
  }
  .why {
    margin: -8px 0 16px;
    color: var(--secondary);
    font: var(--small);
  }
  .primary {
    height: 44px;
    margin-top: 6px;
    font-weight: 600;
  }
  .primary[aria-disabled="true"] {
    opacity: 0.75;
    cursor: progress;
  }
  .link {
    justify-self: center;
    min-height: 32px;
    margin-top: 12px;
    padding: 4px 10px;
    border-radius: var(--radius-button);
    color: var(--accent-text);
    font-weight: 500;
  }
  .link:hover {
    background: var(--accent-wash);
  }
  .message {
    margin-top: 20px;
    padding: 10px 12px;
    border-radius: var(--radius-card);
    background: var(--neutral-wash);
    color: var(--text);
  }
  .message.bad {
    background: var(--bad-wash);
    color: var(--bad-text);
  }
  .message.warning {
    background: var(--warning-wash);
    color: var(--warning-text);
  }
  .message.good {
    background: var(--good-wash);
    color: var(--good-text);
  }
  .message + .link {
    display: block;
    margin: 16px auto 0;
  }
  footer {
    padding: 0 16px calc(24px + env(safe-area-inset-bottom));
  }
  footer div {
    display: flex;
    justify-content: center;
    gap: 4px;
  }
  footer button {
    min-height: var(--target);
    padding: 4px 12px;
    border-radius: var(--radius-button);
    color: var(--secondary);
  }
  footer button:hover,
  footer button[aria-pressed="true"] {
    color: var(--text);
  }
  footer button[aria-pressed="true"] {
    font-weight: 600;
  }
  @media (max-width: 480px) {
    main {
      place-items: start center;
      padding-top: 24px;
    }
    .card {
      padding: 24px 20px;
      border: 0;
      background: none;
      box-shadow: none;
    }
  }
`;
