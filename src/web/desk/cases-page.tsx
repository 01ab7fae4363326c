import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldView } from '../../../views/components/field-view.ts';
import { CasesPage } from '../../../views/desk/cases-page.tsx';
import { caseCounts, casePage, type CaseFilter, type CasePlace } from '../../db/queries/case-pages.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { mayCurate } from '../../domain/people/permissions.ts';
import { submissionStates, type SubmissionState } from '../../domain/submission/state.ts';
import type { Translate } from '../../i18n/translate.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { plainRow } from './case-rows.ts';

const PAGE_SIZE = 50;

export function casesPage(kit: WebKit, req: Request, { staff, module, lang, t }: StaffVisit): VNode {
  const { db } = kit.deps;
  const filter = readFilter(req);
  const { rows, last, whole } = casePage(db, module.id, staff.personId, filter, PAGE_SIZE);
  const here = paths.cases(lang, module.id);
  const model = {
    page: kit.chrome(req, { module }),
    action: here,
    filter: filterFields(t, filter, caseCounts(db, module.id, staff.personId)),
    rows: rows.map((row) => ({
      ...plainRow(t, row),
      due: { date: t.date(new Date(row.updatedAt), module.policy.timeZone), overdue: false },
    })),
    whole,
    next: last === undefined ? undefined : `${here}?${query(filter, last)}`,
    first: filter.after === undefined ? undefined : `${here}?${query(filter)}`,
    matching: mayCurate(staff, module.id) ? paths.matching(lang, module.id) : undefined,
    exports: mayCurate(staff, module.id) ? paths.exports(lang, module.id) : undefined,
  };
  return <CasesPage t={t} model={model} />;
}

function readFilter(req: Request): CaseFilter {
  const one = (name: string): string => {
    const value: unknown = req.query[name];
    return typeof value === 'string' ? value.trim().slice(0, 120) : '';
  };
  const words = one('words');
  return {
    state: submissionStates.find((state) => state === one('state') && state !== 'draft'),
    words: words === '' ? undefined : words,
    after: readPlace(one('after')),
  };
}

/** A number among what was found, `w` before it where whole words were; or the change and the case of a place by change. */
function readPlace(text: string): CasePlace | undefined {
  const number = /^w?(\d{1,15})$/u.exec(text)?.[1];
  if (number !== undefined) return { number: Number(number), whole: text.startsWith('w') };
  const [updatedAt, id] = text.split('~');
  return updatedAt === undefined || id === undefined ? undefined : { updatedAt, id: id as SubmissionId };
}

const placeText = (place: CasePlace): string =>
  'number' in place ? `${place.whole ? 'w' : ''}${String(place.number)}` : `${place.updatedAt}~${place.id}`;

function query({ state, words }: CaseFilter, after?: CasePlace): string {
  const named = { state, words, after: after && placeText(after) };
  return new URLSearchParams(
    Object.entries(named).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ).toString();
}

function filterFields(t: Translate, filter: CaseFilter, counts: ReadonlyMap<SubmissionState, number>): FieldView[] {
  const states = submissionStates.filter((state): state is Exclude<SubmissionState, 'draft'> => state !== 'draft');
  return [
    {
      kind: 'text',
      input: 'text',
      id: 'words',
      name: 'words',
      label: t('curator.filter_words'),
      value: filter.words ?? '',
      mark: 'required',
    },
    {
      kind: 'select',
      id: 'state',
      name: 'state',
      label: t('curator.filter_state'),
      mark: 'required',
      options: states.map((state) => ({
        value: state,
        label: t('curator.filter_state_count', {
          state: t(`curator.state_${state}`),
          count: counts.get(state) ?? 0,
        }),
        chosen: filter.state === state,
      })),
    },
  ];
}
