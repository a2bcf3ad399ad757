import { css } from "lit";

/** Our tokens under the names that Web Awesome's menus and dialogs read. */
export const webAwesomeTokens = css`
  :root {
    --wa-border-radius-s: 6px;
    --wa-border-radius-m: var(--radius-card);
    --wa-border-style: solid;
    --wa-border-width-s: 1px;
    --wa-color-danger-fill-normal: var(--bad-wash);
    --wa-color-danger-on-normal: var(--bad-text);
    --wa-color-danger-on-quiet: var(--bad-text);
    --wa-color-neutral-fill-normal: var(--sunken);
    --wa-color-neutral-on-quiet: var(--secondary);
    --wa-color-overlay-modal: light-dark(rgb(23 26 33 / 35%), rgb(0 0 0 / 60%));
    --wa-color-surface-border: var(--line);
    --wa-color-surface-default: var(--surface);
    --wa-color-surface-raised: var(--surface);
    --wa-color-text-normal: var(--text);
    --wa-color-text-quiet: var(--secondary);
    --wa-focus-ring: 2px solid var(--accent);
    --wa-focus-ring-offset: 2px;
    --wa-font-family-body: var(--font);
    --wa-font-size-xs: 12px;
    --wa-font-size-s: 13px;
    --wa-font-size-m: 14px;
    --wa-font-size-l: 16px;
    --wa-font-size-xl: 17px;
    --wa-font-size-smaller: 13px;
    --wa-font-weight-heading: 600;
    --wa-font-weight-semibold: 600;
    --wa-line-height-condensed: 20px;
    --wa-panel-border-radius: var(--radius-composer);
    --wa-shadow-m: var(--shadow-float);
    --wa-shadow-l: var(--shadow-float);
    --wa-space-2xl: 32px;
    --wa-space-l: 20px;
    --wa-space-xs: 8px;
    --wa-space-2xs: 4px;
    --wa-transition-easing: ease-out;
    --wa-transition-fast: var(--quick);
    --wa-transition-normal: var(--quick);
  }
`;
