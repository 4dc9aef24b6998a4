/** The end-to-end specs: patient, and with one running system that the journeys share. */
const shared = require('../../jest.config.cjs');

module.exports = {
  ...shared,
  testMatch: ['<rootDir>/apps/e2e/src/**/*.e2e-spec.ts'],
  globalSetup: '<rootDir>/apps/e2e/src/system/before-all-specs.ts',
  globalTeardown: '<rootDir>/apps/e2e/src/system/after-all-specs.ts',
  // A limit on what hangs, not a measurement: two cores run everything at once.
  testTimeout: 120_000,
  maxWorkers: 1,
};
