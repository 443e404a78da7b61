/** Run log: who made this run from what, so that it can be made again, and every repair on the way. */

import type { Repair } from "../../data/finding.ts";
import { pasted, text } from "../layout/cells.ts";
import type { Block } from "../layout/grid.ts";
import { planSheet } from "../layout/sheet.ts";
import { type TableColumn, tableBlock } from "../layout/table.ts";
import { RUN_LOG } from "../places/run-places.ts";
import type { ReportContext } from "../report-context.ts";
import type { PlannedCell, PlannedSheet } from "../workbook-plan.ts";

const WIDTHS: readonly number[] = [30, 44, 30, 30, 24];

/** The Run log sheet. */
export function runLogSheet(context: ReportContext): PlannedSheet {
  const facts = factsBlock(context);
  const columnsUsed = mappingBlock(context, facts.row + facts.rows.length + 1);
  const repairs = repairsBlock(context, columnsUsed.row + columnsUsed.rows.length + 1);
  return planSheet(context, {
    name: RUN_LOG,
    title: text("Same data, methodology, seed and engine give the same numbers, draw by draw"),
    units: "Written by the run; nothing on this sheet is an estimate.",
    widths: WIDTHS,
    blocks: [facts, columnsUsed, repairs],
    lastPrinted: WIDTHS.length - 1,
  });
}

interface Fact {
  readonly label: string;
  readonly value: PlannedCell;
}

function factsBlock({ run, health, brief, history }: ReportContext): Block {
  const word = (label: string, value: string): Fact => ({ label, value: text(value, "label") });
  const number = (label: string, value: number, format: string): Fact => ({
    label,
    value: { ...pasted(value, format), style: "label" },
  });
  const facts: Fact[] = [
    word("Run id", run.runId),
    word("Run key", run.runKey),
    word("Made at (UTC)", run.createdAt),
    word("Data", `${history.file}${history.sheet === null ? "" : `, sheet ${history.sheet}`}`),
    word("Data hash", run.dataHash),
    word("Data window", `${run.dataStart} to ${run.dataEnd}, ${run.weeks} weeks`),
    word("Methodology version", run.methodologyVersion),
    word("Engine and kernel", `${run.engineVersion}, ${run.kernel}`),
    number("Seed", run.seed, "0"),
    number("Chains", brief.sampling.chains, "0"),
    number("Draws in all", health.draws, "#,##0"),
    number("Divergent draws", health.divergences, "0"),
    number("Largest R-hat", health.rhatMax, "0.000"),
    number("Least effective draws (middle)", health.essBulkMin, "#,##0"),
    number("Least effective draws (tails)", health.essTailMin, "#,##0"),
    word("Verdict", health.verdict),
    word("Tier", run.tier),
    word(
      "Approver",
      run.approvedBy === null ? "none yet" : `${run.approvedBy}, ${run.approvedOn ?? "no date"}`,
    ),
    ...Object.entries(brief.answers).map(([question, answer]) => word(`Answer to ${question}`, answer)),
  ];
  const columns: TableColumn<Fact>[] = [
    { head: "Fact", words: true, cell: (fact) => text(fact.label, "label") },
    { head: "Value", words: true, cell: (fact) => fact.value },
  ];
  return tableBlock({ row: 4, column: 0, columns, items: facts, widths: WIDTHS });
}

function mappingBlock({ reading, history }: ReportContext, row: number): Block {
  const { mapping } = reading;
  const uses: Array<readonly [string, string]> = [
    ["Date", mapping.date ?? "-"],
    ["KPI", mapping.kpi ?? "-"],
    ...mapping.channels.map((channel) => [`Spend of ${channel.name}`, channel.spend] as const),
    ...mapping.controls.map((control) => ["Other cause", control] as const),
    ...mapping.events.map((event) => ["Event", event] as const),
    ...mapping.ignored.map((column) => ["Not used", column] as const),
    ...history.leftOut.map((each) => ["Left out", `${each.name}: ${each.reason} (${each.code})`] as const),
    ...history.imputed.map((each) => ["Filled cells", `${each.column}: ${each.cells}`] as const),
  ];
  const columns: TableColumn<readonly [string, string]>[] = [
    { head: mapping.guessed ? "Use (guessed)" : "Use", words: true, cell: ([use]) => text(use, "label") },
    { head: "Column of your table", words: true, cell: ([, column]) => text(column) },
  ];
  return tableBlock({ row, column: 0, columns, items: uses, widths: WIDTHS });
}

function repairsBlock({ reading }: ReportContext, row: number): Block {
  const columns: TableColumn<Repair>[] = [
    { head: "Repair", words: true, cell: (each) => text(each.code, "label") },
    {
      head: "Where",
      words: true,
      cell: (each) => text([each.where.file, each.where.cell].filter(Boolean).join(", ")),
    },
    { head: "Before", words: true, cell: (each) => text(each.before) },
    { head: "After", words: true, cell: (each) => text(each.after) },
    { head: "Status", words: true, cell: (each) => text(each.status) },
  ];
  return tableBlock({ row, column: 0, columns, items: reading.repairs, widths: WIDTHS });
}
