/** Shared by every kind of test; `npm test` chooses the kind by file pattern. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@relance/source', 'node', 'require', 'default'] },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: ['/dist/', '/\\.relance/'],
  testMatch: ['<rootDir>/{apps,libs}/**/*.{spec,workflow-spec,int-spec,e2e-spec}.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};
