import { rules } from './scripts/floors.mjs';

export default {
  forbidden: rules,
  options: {
    // Type imports count: a circle of types is a circle of ideas.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'node', 'default'], exportsFields: ['exports'] },
  },
};
