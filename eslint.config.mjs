import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what is exported: one word per thing, in every file that uses it.',
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read once, in src/config.',
};
const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Ask the Clock, or take `now` as an argument.',
  },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Ask the Clock.' },
];
const noRandom = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'Ask Random, so that a test can repeat the run.',
};

const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', noDefaultExport, ...rules] });

export default defineConfig(
  globalIgnores(['dist/', '.dist-*/', '_site/', 'node_modules/', 'coverage/', 'data/', 'drizzle/', 'public/']),
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // A drizzle statement without .run() is a thenable that silently does nothing; only checkThenables sees it.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // We spread text to count or cut code points; a person's name is never cut inside one.
      '@typescript-eslint/no-misused-spread': 'off',
      'no-console': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      ...restrict(noEnvironment, ...noClock),
    },
  },
  { files: ['src/domain/**', 'src/usecases/**'], rules: restrict(noEnvironment, ...noClock, noRandom) },
  { files: ['src/config/**'], rules: restrict(...noClock) },
  { files: ['src/adapters/**'], rules: restrict(noEnvironment) },
  {
    files: ['tests/**', 'bench/**', '*.config.ts'],
    rules: {
      ...restrict(),
      'max-lines': 'off',
      'no-console': 'off',
      // node:test's it() and describe() return promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          checkThenables: true,
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['it', 'describe', 'test', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
              package: 'node:test',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs', 'examples/site/**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
);
