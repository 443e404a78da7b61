/** Where the checks stand on the Checks sheet. */

/** Zero-based: the verdict in words in B5, the master flag in B6, one check per row from row 9 on. */
export const CHECK_PLACES = {
  verdictRow: 4,
  masterRow: 5,
  headRow: 7,
  firstCheck: 8,
  value: 2,
  limit: 3,
  status: 4,
} as const;
