// Two suites: tests/**/*.test.ts run on every change; tests/**/*.slow.ts run by `npm run test:slow`.
const slow = process.env.MARGINAL_SLOW === "1";

export default {
  testMatch: [slow ? "<rootDir>/tests/**/*.slow.ts" : "<rootDir>/tests/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/out/"],
  moduleNameMapper: {
    "^@mmm/([^/]+)$": "<rootDir>/$1/src/index.ts",
    "^@mmm/([^/]+)/(.+)$": "<rootDir>/$1/src/$2",
  },
  // hucre ships as ES modules only
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
  transform: {
    "\\.(tsx?|mjs)$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: false } } },
    ],
  },
  testTimeout: slow ? 3_600_000 : 180_000,
  reporters: ["default", "<rootDir>/tools/count-reporter.mjs"],
};
