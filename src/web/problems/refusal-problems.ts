import type { Refusal } from '../../domain/refusals.ts';
import type { ProblemName } from './render-problem.ts';

interface RefusalProblem {
  readonly status: number;
  readonly name: ProblemName;
}

/** Every refusal and its answer. A refusal that would tell that something exists answers 404. */
export const refusalProblems = {
  not_found: { status: 404, name: 'not_found' },
  not_permitted: { status: 403, name: 'not_permitted' },
  move_not_allowed: { status: 409, name: 'move_not_allowed' },
  on_hold: { status: 409, name: 'on_hold' },
  changed_meanwhile: { status: 409, name: 'changed_meanwhile' },
  answers_invalid: { status: 422, name: 'answers_invalid' },
  sent_differently: { status: 409, name: 'sent_differently' },
  guard: { status: 422, name: 'guard' },
  link_ended: { status: 410, name: 'link_ended' },
  part_in_case: { status: 409, name: 'part_in_case' },
  too_late: { status: 409, name: 'too_late' },
  module_unavailable: { status: 503, name: 'module_unavailable' },
} as const satisfies Record<Refusal['kind'], RefusalProblem>;
