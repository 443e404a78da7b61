/** The front door of core: products import nothing deeper. */

export { auditReadiness } from "./audit/audit-readiness.ts";
export { type AuditReport, auditReport, inventoryReport } from "./audit/audit-report.ts";
export { auditInventory, type InventoryAudit } from "./audit/inventory/audit-inventory.ts";
export { readInventory } from "./audit/inventory/read-inventory.ts";
export { readReconciliation } from "./audit/reconciliation/read-reconciliation.ts";
export { type Reconciliation, reconcile } from "./audit/reconciliation/reconcile.ts";
export type { Scorecard } from "./audit/scorecard.ts";
export { type DefenseHost, type DefenseOutcome, defendBudget } from "./budget-defense.ts";
export type { Brief } from "./data/brief.ts";
export { completeFields } from "./data/complete-fields.ts";
export type { Finding, Question } from "./data/finding.ts";
export { mappingSentences } from "./data/mapping-sentences.ts";
export { emptyBrief, readBrief } from "./data/read-brief.ts";
export { readFx } from "./data/read-fx.ts";
export { readHistories } from "./data/read-histories.ts";
export type { Reading } from "./data/reading.ts";
export { createRowSummer } from "./data/sum-rows.ts";
export type { FunctionSpec } from "./functions/function-spec.ts";
export { functionTable } from "./functions/function-table.ts";
export { type Given, isFault, type Outcome } from "./functions/outcome.ts";
export { briefChanges } from "./govern/brief-changes.ts";
export { drawsJson } from "./govern/draws-json.ts";
export { type Methodology, methodology } from "./govern/methodology.ts";
export { previewDrawsJson } from "./govern/preview-draws-json.ts";
export { type AuditedFit, type ExportedFile, stanExport } from "./govern/stan/stan-export.ts";
export type { FitStage, StageCheckpoints } from "./kpi-fit.ts";
export { buildTarget } from "./model/build-target.ts";
export { KERNEL } from "./model/kernel/choose-kernel.ts";
export type { MediaMixModel } from "./model/media-mix-model.ts";
export { createRandom, type Random } from "./numerics/random.ts";
export { type PreviewHost, type PreviewOutcome, previewBudget } from "./preview-kpi.ts";
export { refitPriors } from "./prior-refits.ts";
export { auditWorkbook, inventoryWorkbook } from "./report/audit-workbook.ts";
export { cleanWorkbook } from "./report/clean-workbook.ts";
export type { DefenseResults } from "./report/defense-results.ts";
export { headline } from "./report/headline.ts";
export { auditJson, inventoryJson } from "./report/json/audit-json.ts";
export { type CleanTable, cleanTable } from "./report/json/clean-table.ts";
export { contributionsJson } from "./report/json/contributions-json.ts";
export { diagnosticsJson } from "./report/json/diagnostics-json.ts";
export { type FitTiming, fitJson } from "./report/json/fit-json.ts";
export { optimizationJson } from "./report/json/optimization-json.ts";
export { previewJson } from "./report/json/preview-json.ts";
export { type SensitivityJson, sensitivityJson } from "./report/json/sensitivity-json.ts";
export type { PreviewResults } from "./report/preview-results.ts";
export type { PriorRefits } from "./report/refit-results.ts";
export { repairLines } from "./report/sheets/repairs-sheet.ts";
export type {
  CellStyle,
  ChartKind,
  PlannedCell,
  PlannedChart,
  PlannedColor,
  PlannedPrint,
  PlannedSeries,
  PlannedSheet,
  WorkbookPlan,
  WorkbookSink,
} from "./report/workbook-plan.ts";
export { createChainServer } from "./sample/chain-server.ts";
export type { Checkpoint } from "./sample/checkpoint.ts";
export type { FromChain, Posterior, Progress, RunChains, SamplingWatch, ToChain } from "./sample/protocol.ts";
export { type ChainPort, runOverPorts } from "./sample/run-over-ports.ts";
export { type Cell, cellName, type Table } from "./spreadsheet/table.ts";
