import { css } from "lit";

/** The buttons below what a dialog says: they break into a further line where they have no room. */
export const dialogActions = css`
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-top: 16px;
  }
`;
