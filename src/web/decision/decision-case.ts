import { caseDecisions, type SeenDecision } from '../../db/queries/decision-facts.ts';
import { seenVersion } from '../../db/queries/one-case.ts';
import { roundFacts, type RoundFacts } from '../../db/queries/round-facts.ts';
import { outcomes, type Outcome, type ReasonCategory } from '../../domain/decision/decision.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { mayMove } from '../../domain/people/permissions.ts';
import { nextState, transitions } from '../../domain/submission/state.ts';
import type { CaseVisit } from '../cases/case-visit.ts';
import type { WebKit } from '../routes.ts';

/** A case as the pages of its decision see it. */
export interface DecisionCase {
  readonly at: CaseVisit;
  /** Of the version that is decided about: its form and rubric. */
  readonly definition: ModuleDefinition;
  readonly answers: Answers;
  /** None before a round: then the case can only be rejected. */
  readonly facts: RoundFacts | undefined;
  readonly decisions: readonly SeenDecision[];
  /** The decision that nobody outside knows of yet. */
  readonly pending: SeenDecision | undefined;
  readonly open: readonly Outcome[];
}

export function decisionCase(kit: WebKit, at: CaseVisit): DecisionCase {
  const { db, clock } = kit.deps;
  const { submission } = at;
  const { definition, row } = seenVersion(db, submission);
  const decisions = caseDecisions(db, submission.id);
  const pending = pendingOf(at, decisions);
  const facts = submission.state === 'screening' ? undefined : roundFacts(db, submission, clock.now());
  const open = pending === undefined ? outcomes.filter((outcome) => mayDecide(at, outcome)) : [];
  return {
    at,
    definition: facts?.definition ?? definition,
    answers: facts?.answers ?? row.answers,
    facts,
    decisions,
    pending,
    open,
  };
}

const mayDecide = ({ staff, ref, submission }: CaseVisit, outcome: Outcome): boolean =>
  mayMove(staff, outcome, ref) && nextState(submission, outcome).ok;

function pendingOf({ submission }: CaseVisit, decisions: readonly SeenDecision[]): SeenDecision | undefined {
  const ruling = decisions.find(({ row }) => row.undoneAt === null);
  if (ruling?.row.version !== submission.version || ruling.row.releasedAt !== null) return undefined;
  const { row } = ruling;
  const expected = row.releaseAt === null ? row.stateBefore : transitions[row.outcome].to;
  return expected === submission.state ? ruling : undefined;
}

/** The grounds that an outcome can have. */
export const groundsOf = {
  accept: ['merit', 'as_example'],
  revise: ['merit', 'as_example'],
  reject: ['merit', 'scope', 'duplicate'],
} as const satisfies Record<Outcome, readonly ReasonCategory[]>;

/** The ground that the advice itself names. */
export function suggestedGround(outcome: Outcome, facts: RoundFacts | undefined): ReasonCategory {
  if (facts?.advice.kind === 'keep_as_example' && outcome !== 'reject') return 'as_example';
  const outside = facts?.advice.reasons.some(({ rule }) => rule === 'out_of_scope') === true;
  return outcome === 'reject' && outside ? 'scope' : 'merit';
}
