import { css } from "lit";

export const addStyles = css`
  .page {
    max-width: 760px;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
    gap: 10px;
    margin-top: 12px;
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 64px;
    color: var(--text);
    text-align: left;
    transition: border-color var(--quick) var(--ease);
  }
  .kind:hover {
    border-color: var(--line-strong);
    text-decoration: none;
  }
  .kind span:last-child {
    min-width: 0;
  }
  .kind b {
    display: block;
    font-weight: 600;
  }
  .parts {
    display: grid;
    gap: 16px;
  }
  .chosen {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-bottom: 16px;
  }
  .chosen b {
    flex: 1;
    font: var(--title);
  }
  .done {
    display: grid;
    gap: 10px;
  }
  .done .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
