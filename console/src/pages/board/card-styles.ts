import { css } from "lit";

export const cardStyles = css`
  li {
    position: relative;
    flex: none;
  }
  li[data-id] {
    content-visibility: auto;
    contain-intrinsic-size: auto 124px;
  }
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    height: 124px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--surface);
    box-shadow: var(--shadow-card);
    color: var(--text);
    transition: border-color var(--quick) var(--ease);
    -webkit-touch-callout: none;
    user-select: none;
  }
  .card:hover {
    border-color: var(--line-strong);
    text-decoration: none;
  }
  .card:focus-visible {
    outline-offset: -2px;
  }
  .card[draggable="true"] {
    cursor: grab;
  }
  .card.open {
    border-color: var(--accent);
  }
  .card.held {
    border-color: var(--accent);
    box-shadow: var(--shadow-float);
    transform: rotate(1deg);
  }
  .card.ghost {
    border-style: dashed;
    box-shadow: none;
    opacity: 0.45;
  }
  .card.back {
    animation: back 420ms var(--ease);
  }
  @keyframes back {
    0% {
      transform: translateX(56px);
      border-color: var(--bad);
    }
    70% {
      border-color: var(--bad);
    }
  }
  .grip {
    position: absolute;
    top: 55px;
    left: -1px;
    color: var(--tertiary);
    opacity: 0;
  }
  li:hover .grip {
    opacity: 1;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .who {
    gap: 11px;
  }
  .names {
    display: grid;
    flex: 1;
    min-width: 0;
  }
  .names b,
  .what {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .names b {
    font: 600 14px/19px var(--font);
    letter-spacing: -0.005em;
  }
  .what {
    color: var(--secondary);
    font: 13px/18px var(--font);
  }
  .time {
    flex: none;
    align-self: flex-start;
    color: var(--secondary);
    font: 12px/18px var(--font);
    font-variant-numeric: tabular-nums;
  }
  .time.late {
    color: var(--warning-text);
    font-weight: 500;
  }
  .why {
    gap: 6px;
    min-height: 20px;
  }
  .reason,
  .stale {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-width: 0;
    padding: 2px 7px;
    border-radius: var(--radius-tag);
    background: var(--neutral-wash);
    color: var(--neutral-text);
    font: 500 12px/16px var(--font);
    white-space: nowrap;
  }
  .reason span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .reason svg {
    color: var(--accent-text);
  }
  .stale {
    flex: none;
    background: var(--warning-wash);
    color: var(--warning-text);
  }
  .foot {
    min-height: 24px;
  }
  .value {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .value.none {
    color: var(--secondary);
    font-weight: 400;
  }
  .face {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border: 1px dashed var(--line-strong);
    border-radius: 50%;
    color: var(--secondary);
  }
  .act {
    position: absolute;
    top: 6px;
    right: 6px;
    width: 28px;
    height: 28px;
    background: var(--surface);
    opacity: 0;
  }
  @media (hover: hover) and (min-width: 860px) {
    li:hover .time {
      visibility: hidden;
    }
  }
  li:hover .act,
  .act:focus-visible,
  .act[aria-expanded="true"] {
    opacity: 1;
  }
  .picture {
    position: fixed;
    top: -1000px;
    left: 0;
    padding: 20px;
  }
  .picture .card {
    border-color: var(--accent);
    box-shadow: var(--shadow-float);
    transform: rotate(2deg);
  }
  @media (pointer: coarse), (max-width: 859px) {
    .card {
      height: 132px;
    }
    .time {
      padding-right: 30px;
    }
    .act {
      top: 0;
      right: 0;
      width: 44px;
      height: 44px;
      background: none;
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .card.back {
      animation: none;
    }
    .card.held,
    .picture .card {
      transform: none;
    }
  }
`;
