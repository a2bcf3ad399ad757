import { css } from "lit";

export const phoneStyles = css`
  :host {
    display: grid;
    justify-items: center;
    height: 100%;
    min-height: 0;
    min-width: 0;
    padding: 24px;
    background: var(--app);
  }
  .device {
    --own: var(--whatsapp-own);
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: 460px;
    min-height: 0;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 28px;
    background: var(--surface);
    box-shadow: var(--shadow-float);
  }
  .device.sms {
    --own: var(--sms-own);
  }
  .device.voice {
    --own: var(--voice-own);
  }
  .device.messenger {
    --own: var(--messenger-own);
  }
  .device.instagram {
    --own: var(--instagram-own);
  }
  .device.telegram {
    --own: var(--telegram-own);
  }
  .device.email {
    --own: var(--email-own);
  }
  .device.x {
    --own: var(--x-own);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 14px 14px 12px 18px;
    border-bottom: 1px solid var(--line);
    --side: var(--surface);
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  h2 {
    font: 600 15px / 20px var(--font);
  }
  .who p {
    font: var(--small);
    color: var(--secondary);
    font-variant-numeric: tabular-nums;
  }
  .platforms {
    display: flex;
    order: 1;
    width: 100%;
    gap: 2px;
    padding: 2px;
    border-radius: var(--radius-card);
    background: var(--sunken);
  }
  .platforms button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 2px;
    flex: 1;
    height: max(28px, calc(var(--target) - 4px));
    border-radius: 8px;
    color: var(--secondary);
  }
  .platforms small {
    font: 600 10px / 1 var(--font);
  }
  .platforms button[aria-pressed="true"] {
    background: var(--mark);
    color: var(--ink);
  }
  /* Reversed, so that it opens at the end and stays there while pictures load. */
  .messages {
    flex: 1;
    display: flex;
    flex-direction: column-reverse;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--wallpaper);
  }
  .messages:focus-visible {
    outline-offset: -3px;
  }
  .list {
    flex: none;
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-height: min-content;
    padding: 16px 14px;
  }
  .site {
    flex: 1;
    width: 100%;
    min-height: 0;
    border: 0;
    background: var(--surface);
  }
  .empty {
    padding: 24px;
    text-align: center;
    color: var(--secondary);
  }
  .empty h3 {
    font: 600 15px / 22px var(--font);
    color: var(--text);
  }
  .notice {
    display: flex;
    gap: 8px;
    padding: 8px 16px;
    background: var(--warning-wash);
    color: var(--warning-text);
    font: var(--small);
  }
  .notice svg {
    margin-top: 1px;
  }
  .nobody {
    align-self: center;
    display: grid;
    justify-items: center;
    gap: 8px;
    max-width: 320px;
    text-align: center;
    color: var(--secondary);
  }
  .nobody h2 {
    font: 600 17px / 24px var(--font);
    color: var(--text);
  }
  .mark {
    display: grid;
    place-items: center;
    width: 64px;
    height: 64px;
    margin-bottom: 8px;
    border-radius: 20px;
    background: var(--accent-wash);
    color: var(--accent-text);
  }
  .back {
    display: none;
  }
  @media (min-width: 1100px) {
    .narrow {
      display: none;
    }
  }
  @media (max-width: 759px) {
    :host {
      padding: 0;
    }
    .device {
      max-width: none;
      height: 100%;
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
    .back {
      display: inline-grid;
    }
    header {
      gap: 8px;
      padding: 10px 8px;
    }
  }
`;
