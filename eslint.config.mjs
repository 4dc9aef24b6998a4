/**
 * What the linter holds this repository to. `tools/boundaries/` proves that each boundary below bites.
 *
 * The module boundaries come from the `type:*` tag in each package.json:
 *
 *   type:app        → infra, pure, contracts; never another app
 *   type:infra      → infra, pure, contracts
 *   type:pure       → pure and its npm dependencies; no Node, no framework
 *   type:contracts  → nothing at all
 *   type:web        → pure, contracts; the browser application, which knows the services by their API alone
 *
 * and, inside an app, workflow files reach nothing but what Temporal's sandbox can replay.
 */
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// The boundaries rule reads the project graph from Nx's cache and is silent without one: compute it here.
process.env.NX_DAEMON = 'false';
const graph = await createProjectGraphAsync({ exitOnError: false });
const projectsTagged = (tag) => Object.values(graph.nodes).filter((node) => node.data.tags?.includes(tag));
const sourcesTagged = (tag) => projectsTagged(tag).map((node) => `${node.data.root}/src/**/*.ts`);

const projects = ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.ts', 'libs/contracts/*/src/**/*.ts'];
const browser = ['apps/web/src/**/*.{ts,tsx}'];
const tests = [
  '**/*.{spec,int-spec,workflow-spec,e2e-spec,browser-spec}.ts',
  'apps/e2e/**/*.ts',
  '**/testing/**/*.ts',
  '**/*.test.ts',
];

/** Files that end up in the workflow bundle, specs aside. */
const workflowFiles = ['**/*.workflow.ts', '**/*.workflow-*.ts', 'apps/*/src/workflows.ts'];
const workflowModules = [
  '@temporalio/(workflow|common)$',
  '@relance/lead-clock$',
  '@relance/contracts-[a-z-]+$',
  '\\.{1,2}/(.*/)?[a-z-]+\\.workflow(-[a-z-]+)?$',
].join('|');

const readsEnvironment = [
  "MemberExpression[object.name='process'][property.name='env']",
  "MemberExpression[object.name='process'][property.value='env']",
  "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
  "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']",
].map((selector) => ({
  selector,
  message: 'Only config.ts reads the environment; take the value from the configuration.',
}));

const noEnums = {
  selector: 'TSEnumDeclaration',
  message: 'Use a union of string literals: it needs no import and survives JSON.',
};

const noDynamicImports = {
  selector: 'ImportExpression',
  message: 'A workflow is bundled whole: import at the top.',
};

// Nx resolves packages by their exports, which apps do not have; by name nobody gets at them either.
const noApps = {
  regex: `^(${[...projectsTagged('type:app'), ...projectsTagged('type:web')]
    .map((app) => app.name)
    .join('|')})(/|$)`,
  message: 'Nothing imports an app: share a contract, or call it over HTTP.',
};

const noTools = { regex: '(^|/)tools/', message: 'The tools start the apps; the apps know nothing of them.' };

const importsOnly = (allowed, message, extra = {}) => ({ regex: `^(?!${allowed})`, message, ...extra });

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/dist-*.tmp/',
      'apps/web/src/api/schema.d.ts',
      '.nx/',
      '.relance/',
      '.relance-test/',
      'coverage/',
      'bench-results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Every TypeScript file, with types.
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
          conditionNames: ['@relance/source', 'node', 'import', 'require', 'default'],
        }),
      ],
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
          ],
        },
      ],
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', noEnums],
    },
  },

  // Apps and libraries.
  {
    files: projects,
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          // Every package is built by the same tool before any of them runs; there is nothing to check per target.
          enforceBuildableLibDependency: false,
          depConstraints: [
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:infra', 'type:pure', 'type:contracts'],
            },
            {
              sourceTag: 'type:infra',
              onlyDependOnLibsWithTags: ['type:infra', 'type:pure', 'type:contracts'],
            },
            {
              sourceTag: 'type:pure',
              onlyDependOnLibsWithTags: ['type:pure'],
              bannedExternalImports: ['@nestjs/*', '@temporalio/*', 'fastify', '@fastify/*', 'typeorm', 'pg'],
            },
            { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: [], allowedExternalImports: [] },
            { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:pure', 'type:contracts'] },
          ],
        },
      ],
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', noEnums, ...readsEnvironment],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noApps, noTools] }],
    },
  },
  {
    files: sourcesTagged('type:contracts'),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [importsOnly('\\./', 'Contracts import nothing, so that anything may import them.')] },
      ],
    },
  },
  {
    files: sourcesTagged('type:pure'),
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            noApps,
            noTools,
            { regex: '^node:', message: 'Pure code runs in the browser and in workflows too.' },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', '__filename'],
    },
  },
  {
    files: workflowFiles,
    ignores: tests,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            importsOnly(
              workflowModules,
              'A workflow imports @temporalio/workflow, lead-clock, contracts and other workflow files.',
              { allowTypeImports: true },
            ),
          ],
        },
      ],
      // The rule above lets every type pass, this one only those of activities.
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            importsOnly(
              `(${workflowModules}|\\.{1,2}/.*\\.activities$)`,
              'A workflow knows the types of its activities and of nothing else.',
            ),
          ],
        },
      ],
      '@typescript-eslint/no-require-imports': 'error',
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'fetch', 'setImmediate'],
      'no-restricted-syntax': ['error', noEnums, noDynamicImports, ...readsEnvironment],
    },
  },
  {
    files: ['apps/*/src/config.ts', 'libs/*/src/config.ts', ...tests],
    rules: { 'no-restricted-syntax': ['error', noEnums] },
  },

  // The browser application.
  {
    files: browser,
    ignores: tests,
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            noApps,
            noTools,
            { regex: '^node:', message: 'There is no Node in a browser.' },
            {
              regex: '^@tabler/icons-react/',
              message: 'Import icons by name: the build keeps what is used.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', noEnums],
    },
  },
  {
    // Configuration files export what their tool reads.
    files: ['apps/web/vite.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { 'no-restricted-syntax': ['error', noEnums] },
  },

  // Tests speak freely: mocks are detached from their objects, journeys print what they measured.
  {
    files: tests,
    rules: { '@typescript-eslint/unbound-method': 'off', 'no-console': 'off' },
  },
  {
    // Journeys start the whole system, which only the tools know how to do.
    files: ['apps/e2e/src/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noApps] }] },
  },

  // The tools run what was built: they never reach into an app's sources.
  {
    files: ['tools/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: 'apps/[^/]+/src', message: 'Tools run what was built: import from the dist folder.' },
          ],
        },
      ],
    },
  },

  {
    files: ['**/*.{mjs,cjs,js}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  prettier,
);
