/** The fit's checks in words that a finance reader understands. */

const NAMES: Readonly<Record<string, string>> = {
  rhat: "Chains agree (largest R-hat)",
  essBulk: "Effective draws, middle (least)",
  essTail: "Effective draws, tails (least)",
  ess: "Effective draws (least)",
  divergences: "Divergent draws",
  divergentShare: "Share of divergent draws",
  ebfmi: "Energy mixing (E-BFMI, least)",
  treeDepth: "Draws cut off at the depth limit",
  coverage90: "Weeks inside their 90% interval",
  modelR2: "Variation explained (R²)",
  holdoutMape: "Error on held-out weeks",
  khat: "Weight of a single week (largest k-hat)",
  durbinWatson: "Pattern left over (Durbin-Watson)",
};

/** A check's name in words; a metric without an entry keeps its own name. */
export function metricName(metric: string): string {
  return NAMES[metric] ?? metric;
}
