import { css } from "lit";

/** What `avatar` looks like, to be worn by whoever shows one. */
export const avatarStyles = css`
  .avatar {
    position: relative;
    display: inline-grid;
    place-items: center;
    flex: none;
    width: var(--size);
    height: var(--size);
    border-radius: 50%;
    font-weight: 600;
    font-size: calc(var(--size) * 0.36);
    line-height: 1;
    letter-spacing: 0.01em;
    background: light-dark(hsl(var(--hue) 58% 90%), hsl(var(--hue) 32% 24%));
    color: light-dark(hsl(var(--hue) 52% 26%), hsl(var(--hue) 60% 82%));
    user-select: none;
  }
  /* Drawn, not written: initials are no part of what anything is called. */
  .avatar[data-initials]::before {
    content: attr(data-initials);
  }
  .dot {
    position: absolute;
    right: -4px;
    bottom: -3px;
    display: grid;
    place-items: center;
    width: max(16px, calc(var(--size) * 0.5));
    height: max(16px, calc(var(--size) * 0.5));
    border: 2px solid var(--behind, var(--surface));
    border-radius: 50%;
  }
  .dot svg {
    width: 68%;
    height: 68%;
  }
`;
