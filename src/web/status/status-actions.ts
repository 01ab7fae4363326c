import type { StatusAction } from '../../../views/status/status-page.tsx';
import type { SubmissionStatus } from '../../db/queries/submission-status.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import { addDays, dayOf } from '../../domain/submission/days.ts';
import { movesFor, nextState, type Move } from '../../domain/submission/state.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import { pageToGoOn } from '../submit/form-way.ts';
import type { OwnVisit } from '../submit/own-visit.ts';

interface ActionsInput {
  readonly t: Translate;
  readonly lang: string;
  readonly definition: ModuleDefinition;
  readonly own: OwnVisit;
  readonly status: SubmissionStatus;
  readonly now: Date;
}

/** What the submitter may do now, drawn from the workflow's table: the one thing that is waited for, and the rest. */
export function statusActions(input: ActionsInput): { main: StatusAction | undefined; more: StatusAction[] } {
  const { own } = input;
  const moves = movesFor({ state: own.shown, held: own.submission.held }, 'submitter').filter(
    // A decision that was made but not told closes some moves: they are not offered in that half hour. Withdrawing
    // undoes it, so that nobody can tell.
    (move) => move === 'withdraw' || nextState(own.submission, move).ok,
  );
  const all = [...writing(input), ...moves.flatMap((move) => actionFor(move, input)), ...embargo(input)];
  return {
    main: all.find(({ first }) => first)?.action,
    more: all.filter(({ first }) => !first).map(({ action }) => action),
  };
}

interface Offered {
  readonly action: StatusAction;
  /** The one thing that is waited for. */
  readonly first: boolean;
}

function writing({ t, lang, definition, own, now }: ActionsInput): Offered[] {
  if (own.shown !== 'draft') return [];
  const page = pageToGoOn(definition, own.answers, now.toISOString());
  const href = page === undefined ? paths.check(lang, definition.id) : paths.formPage(lang, definition.id, page.id);
  return [{ action: { label: t('status.go_on'), href }, first: true }];
}

function actionFor(move: Move, { t, lang, definition, own, status, now }: ActionsInput): Offered[] {
  const my = (part: Parameters<typeof paths.myMove>[2]): string => paths.myMove(lang, definition.id, part);
  switch (move) {
    case 'send':
      return [{ action: { label: t('status.check_send'), href: paths.check(lang, definition.id) }, first: false }];
    case 'answer':
      return [
        { action: { label: t('status.do_revision'), href: my('revision') }, first: true },
        ...(own.submission.extendedTo === null
          ? [{ action: { label: t('status.do_extend'), href: my('extend') }, first: false }]
          : []),
      ];
    case 'approve_page':
      return status.page === undefined
        ? []
        : [{ action: { label: t('status.do_page'), href: my('page') }, first: true }];
    case 'withdraw':
      return [{ action: { label: t('status.do_withdraw'), href: my('withdraw') }, first: false }];
    case 'resume':
      return [{ action: { label: t('status.do_resume'), href: my('resume') }, first: true }];
    case 'appeal':
      return mayAppeal(definition, status, now)
        ? [{ action: { label: t('status.do_appeal'), href: my('appeal') }, first: false }]
        : [];
    case 'discard':
      return [{ action: { label: t('status.do_discard'), href: my('discard') }, first: false }];
    default:
      return [];
  }
}

/** Once, and in time; the promise counts from the same day. */
export function mayAppeal({ policy }: ModuleDefinition, { appeal, promise }: SubmissionStatus, now: Date): boolean {
  return appeal === undefined && promise.ball !== 'nobody' && promise.due >= dayOf(now, policy.timeZone);
}

/** By when an appeal has to be written. */
export const appealUntil = ({ policy }: ModuleDefinition, stateEnteredAt: string): string =>
  addDays(dayOf(new Date(stateEnteredAt), policy.timeZone), policy.appealDays);

function embargo({ t, lang, definition, own }: ActionsInput): Offered[] {
  const waits = own.submission.embargoUntil !== null && ['accepted', 'publishing'].includes(own.shown);
  const href = paths.myMove(lang, definition.id, 'embargo');
  return waits ? [{ action: { label: t('status.do_embargo'), href }, first: false }] : [];
}
