import { pinnedDefinition } from '../../db/definition-store.ts';
import { roundFacts } from '../../db/queries/round-facts.ts';
import { rulingDecision, type DecisionRow } from '../../db/queries/shown-state.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import { theVersion } from '../../db/version-store.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { answersFor } from '../../domain/module/visible-answers.ts';
import { writePage } from '../../domain/publication/page.ts';
import type { PageFile, PageInput, PageStatus } from '../../domain/publication/page-input.ts';
import { isPublicId } from '../../domain/publication/public-id.ts';
import { attributionOf, type Attribution } from '../../domain/safety/attribution.ts';
import { dayOf } from '../../domain/submission/days.ts';
import type { ReadingUnit } from '../unit.ts';

export interface MadePage {
  readonly files: readonly PageFile[];
  readonly decision: DecisionRow;
  readonly definition: ModuleDefinition;
  readonly answers: Answers;
  readonly attribution: Attribution;
}

/** Writes the page of an accepted version by the allow-list; undefined without a decision to accept. */
export function makePage(unit: ReadingUnit, submission: SubmissionRow): MadePage | undefined {
  const decision = rulingDecision(unit.tx, submission.id);
  if (decision?.outcome !== 'accept' || decision.evidence === null) return undefined;
  const version = theVersion(unit.tx, submission.id, submission.version);
  const definition = pinnedDefinition(unit.tx, submission.module, version.definitionCommit);
  const { answers } = version;
  const now = unit.clock.now();
  const facts = roundFacts(unit.tx, submission, now);
  const { timeZone } = definition.policy;
  const attribution = attributionOf(answers, definition, submission.language);
  const input: PageInput = {
    definition,
    publicId: submission.publicId,
    kind: submission.kind,
    language: submission.language,
    answers: answersFor(definition, answers, 'public'),
    attribution,
    evidence: decision.evidence,
    review: {
      rubric: definition.rubric.id,
      version: definition.rubric.version,
      reviews: facts?.standing.answered ?? 0,
      medians: mediansOf(facts),
      decidedOn: dayOf(new Date(decision.decidedAt), timeZone),
    },
    addedOn: dayOf(now, timeZone),
    licence: textOf(answers, 'licence'),
    consentVersion: definition.commit.slice(0, 12),
    sections: [textOf(answers, 'module_section')].filter((section) => section !== ''),
    status: statusOf(answers),
    ...supersededBy(answers),
  };
  return { files: writePage(input), decision, definition, answers, attribution };
}

const textOf = (answers: Answers, field: string): string => {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
};

function mediansOf(facts: ReturnType<typeof roundFacts>): Record<string, number> {
  const criteria = facts?.facts.figures?.criteria ?? {};
  return Object.fromEntries(Object.entries(criteria).map(([id, { median }]) => [id, median / 100]));
}

/** An update that tells of an end turns the page historic. */
function statusOf(answers: Answers): PageStatus {
  const over = ['ended', 'stopped'].includes(textOf(answers, 'status_now'));
  return over && textOf(answers, 'kind') === 'update' ? 'historic' : 'current';
}

function supersededBy(answers: Answers): Pick<PageInput, 'supersedes'> | Record<string, never> {
  const updates = textOf(answers, 'updates');
  return isPublicId(updates) ? { supersedes: updates } : {};
}
