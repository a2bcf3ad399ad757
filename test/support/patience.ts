/**
 * How long whatever must come is waited for at most (ms). A machine that has much else to do is three to four times as
 * slow as one that has not, and what comes sooner is not waited for.
 */
export const patience = 90_000;
