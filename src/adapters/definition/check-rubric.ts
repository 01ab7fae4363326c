import { checkCondition, found } from './references.ts';
import type { RawModule } from './schema.ts';
import type { Found } from './shape-mistakes.ts';

export function checkRubric(raw: RawModule): Found[] {
  const { rubric } = raw;
  const sum = rubric.criteria.reduce((total, { weight }) => total + weight, 0);
  const gates = rubric.gates.flatMap((gate, gateIndex) =>
    gate.prefill.flatMap((line, index) => {
      const place = ['rubric', 'gates', gateIndex, 'prefill', index];
      return [...checkCondition(raw, line, place), ...checkCondition(raw, line.when, [...place, 'when'])];
    }),
  );
  const evidence = rubric.suggested_evidence.flatMap((line, index) => {
    const place = ['rubric', 'suggested_evidence', index];
    const when = (line.when ?? []).flatMap((condition, at) => checkCondition(raw, condition, [...place, 'when', at]));
    return [...checkCondition(raw, line, place), ...when];
  });
  const { accept, minor, revise } = rubric.thresholds;
  return [
    ...(sum === 100 ? [] : [found(['rubric', 'criteria'], 'weights_not_100', { sum })]),
    ...(accept >= minor && minor >= revise
      ? []
      : [found(['rubric', 'thresholds'], 'limits_crossed', { name: 'thresholds' })]),
    ...(rubric.minimum_judged > rubric.criteria.length
      ? [found(['rubric', 'minimum_judged'], 'too_large', { name: 'minimum_judged', limit: rubric.criteria.length })]
      : []),
    ...gates,
    ...evidence,
  ];
}
