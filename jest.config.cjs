/** Shared by every kind of test; `npm test` chooses the kind by file pattern. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@relance/source', 'node', 'require', 'default'] },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: [
    '<rootDir>/(apps|libs|libs/contracts)/[^/]+/dist/',
    '<rootDir>/\\.relance(-test)?/',
  ],
  testMatch: ['<rootDir>/{apps,libs}/**/*.{spec,workflow-spec,int-spec,e2e-spec}.ts'],
  // Real PostgreSQL and real Temporal answer within seconds, but this machine may be busy with both.
  testTimeout: 20_000,
  maxWorkers: 2,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};
