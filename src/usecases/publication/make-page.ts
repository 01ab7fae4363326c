import { pinnedDefinition } from '../../db/definition-store.ts';
import { roundFacts } from '../../db/queries/round-facts.ts';
import type { PublishedPage } from '../../db/queries/practice-page.ts';
import { rulingDecision, type DecisionRow } from '../../db/queries/shown-state.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import { theVersion } from '../../db/version-store.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { answersFor } from '../../domain/module/visible-answers.ts';
import { writePage } from '../../domain/publication/page.ts';
import type { PageFile, PageInput } from '../../domain/publication/page-input.ts';
import { attributionOf, type Attribution } from '../../domain/safety/attribution.ts';
import { dayOf } from '../../domain/submission/days.ts';
import type { ReadingUnit } from '../unit.ts';
import { changedPageInput } from './changed-page-input.ts';
import { pageToChange } from './page-to-change.ts';

export interface MadePage {
  readonly files: readonly PageFile[];
  readonly decision: DecisionRow;
  readonly definition: ModuleDefinition;
  /** Everything that this case and the ones before it on the same page have answered. */
  readonly answers: Answers;
  readonly attribution: Attribution;
  /** The published page that this one takes the place of. */
  readonly before: PublishedPage | undefined;
}

/**
 * Writes the page of an accepted version by the allow-list; undefined without a decision to accept, and for an update
 * of a page that is not published any more. An update goes into the folder of the practice that it names.
 */
export function makePage(unit: ReadingUnit, submission: SubmissionRow): MadePage | undefined {
  const decision = rulingDecision(unit.tx, submission.id);
  if (decision?.outcome !== 'accept' || decision.evidence === null) return undefined;
  const version = theVersion(unit.tx, submission.id, submission.version);
  const definition = pinnedDefinition(unit.tx, submission.module, version.definitionCommit);
  const { answers } = version;
  const target = pageToChange(unit, submission, answers);
  if (target.kind === 'gone') return undefined;
  const attribution = attributionOf(answers, definition, submission.language);
  const own = ownInput(unit, submission, { decision, definition, answers, attribution });
  if (target.kind === 'own') {
    return { files: writePage(own), decision, definition, answers, attribution, before: undefined };
  }
  const { input, carried } = changedPageInput(unit, own, target.page);
  return {
    files: [...writePage(input), ...carried],
    decision,
    definition,
    answers: { ...input.answers, ...answers },
    attribution: input.attribution,
    before: target.page,
  };
}

/** By which texts somebody agreed: those of the content repository at this commit. */
export const consentVersion = ({ commit }: Pick<ModuleDefinition, 'commit'>): string => commit.slice(0, 12);

type Made = Pick<MadePage, 'decision' | 'definition' | 'answers' | 'attribution'>;

/** The page as it would stand alone. */
function ownInput(unit: ReadingUnit, submission: SubmissionRow, made: Made): PageInput {
  const { decision, definition, answers, attribution } = made;
  const now = unit.clock.now();
  const facts = roundFacts(unit.tx, submission, now);
  const { timeZone } = definition.policy;
  return {
    definition,
    publicId: submission.publicId,
    kind: submission.kind,
    language: submission.language,
    answers: answersFor(definition, answers, 'public'),
    attribution,
    evidence: decision.evidence ?? 'E0',
    review: {
      rubric: definition.rubric.id,
      version: definition.rubric.version,
      reviews: facts?.standing.answered ?? 0,
      medians: mediansOf(facts),
      decidedOn: dayOf(new Date(decision.decidedAt), timeZone),
    },
    addedOn: dayOf(now, timeZone),
    licence: textOf(answers, 'licence'),
    consentVersion: consentVersion(definition),
    sections: [textOf(answers, 'module_section')].filter((section) => section !== ''),
    status: submission.kind === 'update' && isOver(answers) ? 'historic' : 'current',
  };
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
const isOver = (answers: Answers): boolean => ['ended', 'stopped'].includes(textOf(answers, 'status_now'));
