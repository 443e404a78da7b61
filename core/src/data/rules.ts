/** Thresholds of reading a table; their values are rows of the methodology (govern/rows/data-rows.ts). */

export interface DataRules {
  /** Weeks with spend that a channel needs before it enters the model (A-56, IN-49). */
  readonly channelWaitWeeks: number;
  /** |r| from which two channels count as one and the same (IN-52). */
  readonly perfectCorrelation: number;
  /** Share of a column's cells that must read as dates for it to be taken as the date column. */
  readonly dateShare: number;
  /** Share of the weeks between first and last that may be absent; beyond, the table is refused (IN-23). */
  readonly missingShareMax: number;
  /** Coefficient of variation of spend / KPI below which spend is computed from the KPI (IN-53). */
  readonly inverseCausationVariation: number;
  /** Two-digit years from this on are 19xx, below it 20xx (IN-18). */
  readonly twoDigitYearPivot: number;
  /** Rows and columns beyond which reading warns (IN-65). */
  readonly rowsMax: number;
  readonly columnsMax: number;
  /** Cost per thousand exposures, against the other channels' median, from which it looks like micros (IN-42). */
  readonly microsRatio: number;
  /** Days from the common weekday by which a week's date may be off (IN-24). */
  readonly weekdaySlackDays: number;
  /** Days after a week's end in which platforms still add conversions to it (IN-60). */
  readonly immatureDays: number;
  /** Confidence below which a lift test's result is doubted (IN-62). */
  readonly liftLevelMin: number;
}
