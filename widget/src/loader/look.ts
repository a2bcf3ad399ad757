/** Tags css, so that the build takes out its indentation. */
const css = String.raw;

/** Inside a shadow root: neither the page's styles come in, nor do these go out. */
export const styles = css`
  :host {
    all: initial;
    color-scheme: light dark;
    font-family: system-ui, sans-serif;
  }
  [hidden] {
    display: none !important;
  }
  button {
    all: unset;
    position: fixed;
    bottom: calc(20px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 20px;
    z-index: 2147483000;
    box-sizing: border-box;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    background: var(--brand);
    color: var(--ink);
    display: grid;
    place-items: center;
    cursor: pointer;
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.25);
  }
  button:focus-visible {
    outline: 3px solid var(--brand);
    outline-offset: 3px;
  }
  svg {
    width: 26px;
    height: 26px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .badge {
    position: absolute;
    top: -4px;
    inset-inline-end: -4px;
    min-width: 20px;
    height: 20px;
    box-sizing: border-box;
    padding: 0 5px;
    border-radius: 10px;
    background: #c81e1e;
    color: #fff;
    font: 600 12px/20px system-ui, sans-serif;
    text-align: center;
  }
  .panel {
    position: fixed;
    bottom: calc(88px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: 20px;
    z-index: 2147483000;
    width: 380px;
    height: min(640px, calc(100dvh - 108px));
    border-radius: 16px;
    overflow: hidden;
    box-shadow: 0 8px 40px rgb(0 0 0 / 0.28);
  }
  .left,
  .panel.left {
    inset-inline-end: auto;
    inset-inline-start: 20px;
  }
  iframe {
    display: block;
    width: 100%;
    height: 100%;
    border: 0;
  }
  @media (max-width: 480px) {
    .panel,
    .panel.left {
      inset: 0;
      width: auto;
      height: auto;
      border-radius: 0;
    }
    .open {
      display: none;
    }
  }
`;

/** From Lucide (ISC): message-circle and chevron-down. */
export const icons = {
  chat: "M7.9 20A9 9 0 1 0 4 16.1L2 22Z",
  down: "m6 9 6 6 6-6",
};
