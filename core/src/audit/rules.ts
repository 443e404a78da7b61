/** Thresholds of judging data; their values are rows of the methodology (govern/rows/audit-rows.ts). */

/** Of the five scores, the overall score and the tiers. */
export interface AuditScoreRules {
  /** Weeks below which nothing is ever fitted. */
  readonly floorWeeks: number;
  /** Weeks from which results are directional. */
  readonly directionalWeeks: number;
  /** Weeks from which intervals are shown with a caveat. */
  readonly caveatWeeks: number;
  /** Weeks from which results are shown in full. */
  readonly fullWeeks: number;
  /** Weeks of history that are better still. */
  readonly preferredWeeks: number;
  /** 1: a history between floorWeeks and directionalWeeks gives prior-driven output; 0: it is blocked. */
  readonly allowShort: number;
  /** Weeks from which the time series dimension scores 4. */
  readonly goodWeeks: number;
  /** Missing share of weeks up to which a long series scores 4, and any series 3. */
  readonly gapShareGood: number;
  readonly gapShareFair: number;
  /** Share of filled cells above which overall is capped, and the cap. */
  readonly imputedShareMax: number;
  readonly imputedCap: number;
  /** Share of spend that the primary channels cover together. */
  readonly primaryShare: number;
  /** Share of zero weeks below which a primary channel counts as always on. */
  readonly primaryZeroShare: number;
  /** Shares of zero weeks from which a channel is sparse, and from which merging is suggested (IN-48). */
  readonly sparseShare: number;
  readonly mergeShare: number;
  /** Sparse channels beyond which spend scores 3. */
  readonly sparseChannelsMax: number;
  /** Spend share from which a collective column ("other", "total") is bundled spend. */
  readonly bundledShare: number;
  /** Share of neighboring weeks within a month that are equal, from which spend is a monthly total split up. */
  readonly monthlyShare: number;
  /** Shares of spend with exposure for scores 5, 4 and 3. */
  readonly exposureFull: number;
  readonly exposureGood: number;
  readonly exposureFair: number;
  /** Missing share of KPI weeks up to which it scores 4, and above which it scores 2. */
  readonly kpiMissingGood: number;
  readonly kpiMissingPoor: number;
  /** Share of the KPI's variance in one week above which it scores 3. */
  readonly weekVarianceShare: number;
}

/** Of the single checks. */
export interface AuditCheckRules {
  /** Weeks up to which an event counts as naming a single exceptional week (B-17). */
  readonly eventWeeksMax: number;
  /** z scores of outliers, sample sd: KPI and spend; robust score. */
  readonly kpiOutlierZ: number;
  readonly spendOutlierZ: number;
  readonly robustOutlierZ: number;
  /** |r| of two channels and VIF: amber, red, block. */
  readonly correlationAmber: number;
  readonly correlationRed: number;
  readonly correlationBlock: number;
  readonly vifAmber: number;
  readonly vifRed: number;
  readonly vifBlock: number;
  /** |r| with the KPI below which a channel may not be identifiable (B-18). */
  readonly kpiCorrelationLow: number;
  /** Spend share from which one channel dominates. */
  readonly concentrationShare: number;
  /** Spend share below which merging is suggested (IN-61). */
  readonly smallShare: number;
  /** Channels beyond which they look like campaigns. */
  readonly channelsMax: number;
  /** Currency per order outside which the unit is doubted (IN-56). */
  readonly orderValueMin: number;
  readonly orderValueMax: number;
  /** Wald statistic and shift, as a share of the mean KPI, from which a structural break is reported (IN-59). */
  readonly breakStatistic: number;
  readonly breakShift: number;
  /** Weeks below which no break is looked for. */
  readonly breakWeeksMin: number;
  /** Share of the weeks at either end in which no break is looked for. */
  readonly breakTrim: number;
  /** Ratio of a column's medians before and after a week from which its unit seems to have changed (IN-43). */
  readonly scaleJump: number;
  /** Live weeks on either side that a scale jump needs. */
  readonly scaleJumpWeeks: number;
  /** Share of live weeks with one and the same spend from which it looks planned, not actual (IN-45). */
  readonly plannedShare: number;
  /** Ratio of yearly cost per exposure, highest to lowest half, from which it drifts (IN-55). */
  readonly costDrift: number;
  /** Parameters of one channel and of the rest of the model, for observations per parameter (D-25). */
  readonly parametersPerChannel: number;
  readonly parametersFixed: number;
  /** Observations per parameter below which the data are called thin. */
  readonly observationsPerParameterMin: number;
  /** Variation of spend / KPI below which spend may be computed from the KPI (D-04). */
  readonly inverseCausationWarn: number;
  /** Share of the KPI's variance in one week from which a model would describe that week (D-19). */
  readonly singleWeekShare: number;
  /** Gap between platform, warehouse and ledger from which a line is flagged. */
  readonly reconciliationGap: number;
  /** Gap of the KPI to the P&L up to which it ties (requirements §1Y). */
  readonly ledgerTie: number;
  /** Weeks of history that show a yearly season. */
  readonly seasonWeeks: number;
}

/** Of costs and plans: assumptions that the user can change. */
export interface AuditCostRules {
  /** Currency per working day of whoever closes a gap. */
  readonly dayRate: number;
  /** Working days in a week. */
  readonly weekDays: number;
  /** Calendar days of the plan. */
  readonly planDays: number;
}

export interface AuditRules extends AuditScoreRules, AuditCheckRules, AuditCostRules {}
