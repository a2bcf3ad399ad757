import { css } from "lit";

/** What stands under a message that did not arrive. */
export const noticeStyles = css`
  .notice {
    display: flex;
    gap: 6px;
    max-width: min(100%, 420px);
    margin-top: 4px;
    font: var(--tiny);
    color: var(--secondary);
  }
  .notice svg {
    margin-top: 1px;
  }
  .notice.bad {
    color: var(--bad-text);
  }
  .notice.warning {
    color: var(--warning-text);
  }
  .again {
    min-height: 24px;
    margin-inline-start: 4px;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  @media (hover: none) {
    .again {
      display: block;
      min-height: 44px;
      margin-inline-start: 0;
    }
  }
`;
