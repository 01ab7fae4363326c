import { namesOf } from '../../db/queries/names-of.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Translate } from '../../i18n/translate.ts';
import { takeUpProposal, type NotTakenUp } from '../../usecases/matching/take-up-proposal.ts';
import { caseOf } from '../cases/case-of.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import type { TickedCase } from './matching-form.ts';
import type { NotDone, Outcome } from './suggestions.ts';

/** Asks the people ticked, case by case: one that holds no longer keeps no other from being done. */
export async function confirmProposals(kit: WebKit, at: StaffVisit, ticked: readonly TickedCase[]): Promise<Outcome> {
  const not: NotDone[] = [];
  let [opened, asked] = [0, 0];
  for (const one of ticked) {
    const seen = caseOf(kit.deps.db, at.staff, at.module.id, one.publicId);
    const done = seen === undefined ? undefined : await takeUp(kit, at, seen.submission.id, one);
    if (done?.ok === true) {
      opened += done.value === 'opened' ? 1 : 0;
      asked += one.people.length;
    } else {
      not.push({ publicId: one.publicId, trouble: done?.refusal });
    }
  }
  return { opened, asked, not };
}

const takeUp = (kit: WebKit, { staff }: StaffVisit, submissionId: SubmissionId, { revision, people }: TickedCase) =>
  kit.deps.write((unit) => takeUpProposal(unit, staff, { submissionId, revision, reviewers: people }));

/** Why a case was not done, in the reader's language. */
export function whyNot(kit: WebKit, t: Translate, trouble: NotTakenUp | undefined): string {
  if (trouble === undefined) return t('matching.not_there');
  if (trouble.kind === 'refused') return t(refusedText(trouble.refusal));
  if (trouble.kind === 'places_taken') return t('matching.not_places_taken');
  const name = namesOf(kit.deps.db, [trouble.personId]).get(trouble.personId) ?? trouble.personId;
  return t(`matching.not_${trouble.kind}`, { name });
}

function refusedText({ kind }: Refusal) {
  switch (kind) {
    case 'changed_meanwhile':
      return 'matching.not_changed';
    case 'on_hold':
      return 'matching.not_held';
    case 'guard':
      return 'matching.not_ready';
    default:
      return 'matching.not_there';
  }
}
