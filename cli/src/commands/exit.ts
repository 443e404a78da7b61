/** Exit codes (decisions §6). */

/** Bad input or an unanswered question: nothing is written. */
export const EXIT_BAD_INPUT = 2;

/** A gate refused: what is written says why. */
export const EXIT_REFUSED = 3;

export type Exit = 0 | typeof EXIT_BAD_INPUT | typeof EXIT_REFUSED;
