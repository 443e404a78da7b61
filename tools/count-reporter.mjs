// Prints the one line that CI reads, after jest's own summary.
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    // jest writes its own summary after the reporters; only at exit is this the last line.
    process.once("exit", () => process.stdout.write(`${line}\n`));
  }
}
