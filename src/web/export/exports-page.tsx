import type { Request } from 'express';
import type { VNode } from 'preact';
import { ExportsPage, type ExportCard, type ExportsPageModel } from '../../../views/export/exports-page.tsx';
import type { Tone } from '../../../views/components/state-badge.tsx';
import { exportPage, lastAskedBy, type ExportPlace, type SeenExport } from '../../db/queries/export-requests.ts';
import { askAgainFrom, EXPORT_REASON_MINIMUM, exportStanding, mayAskNow } from '../../domain/export/export.ts';
import type { ExportStanding } from '../../domain/export/export.ts';
import type { ExportId } from '../../domain/ids.ts';
import { mayCurate } from '../../domain/people/permissions.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { exportErrors, exportFields, type ExportTyped, type FoundProblem } from './export-form.ts';

export interface ExportsShown {
  readonly typed: ExportTyped;
  readonly problems: readonly FoundProblem[];
  /** A refusal whose reason said too little. */
  readonly refusing?: { readonly id: ExportId; readonly reason: string };
}

const PAGE_SIZE = 20;

/** What was asked for and became of it, and the form to ask. */
export function exportsPage(kit: WebKit, req: Request, at: StaffVisit, shown: ExportsShown): VNode {
  const { t, module, lang } = at;
  const here = paths.exports(lang, module.id);
  const after = readPlace(req.query['after']);
  const { seen, last } = exportPage(kit.deps.db, module.id, after, PAGE_SIZE);
  const problems = [...exportErrors(t, shown.problems), ...refusalErrors(at, shown)];
  const model: ExportsPageModel = {
    page: kit.chrome(req, { module, problems }),
    action: here,
    csrf: at.csrf,
    done: doneText(at, req.query['done']),
    form: formModel(kit, at, shown),
    cards: seen.map((one) => card(kit, at, one, shown)),
    next: last && `${here}?${new URLSearchParams({ after: `${last.askedAt}~${last.id}` }).toString()}`,
    first: after && here,
  };
  return <ExportsPage t={t} model={model} />;
}

function readPlace(typed: unknown): ExportPlace | undefined {
  const [askedAt, id] = typeof typed === 'string' ? typed.split('~') : [];
  return askedAt === undefined || id === undefined ? undefined : { askedAt, id: id as ExportId };
}

const dones = ['asked', 'approved', 'refused'] as const;

function doneText({ t }: StaffVisit, typed: unknown): string | undefined {
  const done = dones.find((one) => one === typed);
  return done && t(`exports.done_${done}`);
}

/** Only curators ask; who asked within a day is told when they may again. */
function formModel(kit: WebKit, { t, staff, module }: StaffVisit, { typed, problems }: ExportsShown) {
  if (!mayCurate(staff, module.id)) return undefined;
  const asked = lastAskedBy(kit.deps.db, staff.personId);
  const may = mayAskNow(asked, kit.deps.clock.now()).ok;
  const from = may || asked === undefined ? undefined : t.date(askAgainFrom(asked), module.policy.timeZone);
  if (from !== undefined && problems.length === 0)
    return { kind: 'later', says: t('exports.later', { from }) } as const;
  return { kind: 'fields', fields: exportFields(t, typed, problems) } as const;
}

const tones = {
  waiting: 'waiting',
  lapsed: 'quiet',
  refused: 'stop',
  ready: 'good',
  over: 'quiet',
} as const satisfies Record<ExportStanding, Tone>;

function card(kit: WebKit, at: StaffVisit, seen: SeenExport, shown: ExportsShown): ExportCard {
  const { t, lang, module, staff } = at;
  const { row } = seen;
  const standing = exportStanding(seen.export, kit.deps.clock.now());
  const own = row.askedBy === staff.personId;
  const day = (instant: string): string => t.date(new Date(instant), module.policy.timeZone);
  return {
    mark: row.id,
    title: t(`exports.what_${row.scope}_${row.format}`),
    standing: { label: t(`exports.standing_${standing}`), tone: tones[standing] },
    asked: t('exports.by', { name: seen.by, date: day(row.askedAt) }),
    reason: row.reason,
    answered:
      row.answer === null || row.answeredAt === null
        ? undefined
        : t(`exports.by_${row.answer}`, { name: seen.answeredBy ?? '', date: day(row.answeredAt) }),
    refusal: row.answerReason ?? undefined,
    downloads:
      row.downloadedAt === null
        ? undefined
        : t('exports.downloads', { count: row.downloads, date: day(row.downloadedAt) }),
    waits: standing === 'waiting' && own ? t('exports.own_waits') : undefined,
    download: standing === 'ready' && own ? paths.exportFile(lang, module.id, row.id) : undefined,
    answer: standing === 'waiting' && !own ? answerModel(at, seen, shown) : undefined,
  };
}

function answerModel(at: StaffVisit, { row, by }: SeenExport, shown: ExportsShown): ExportCard['answer'] {
  const { t, lang, module } = at;
  const refusing = shown.refusing?.id === row.id ? shown.refusing : undefined;
  return {
    action: paths.export(lang, module.id, row.id),
    help: t('exports.approve_help', { name: by }),
    refusing: refusing !== undefined,
    field: {
      kind: 'textarea',
      rows: 3,
      id: fieldId(row.id),
      name: 'reason',
      label: t('exports.refuse_reason'),
      hint: t('exports.refuse_hint', { name: by, minimum: EXPORT_REASON_MINIMUM }),
      value: refusing?.reason ?? '',
      mark: 'required',
      error: refusing && t('exports.problem_reason', { minimum: EXPORT_REASON_MINIMUM }),
    },
  };
}

const fieldId = (id: ExportId): string => `refuse-${id}`;

const refusalErrors = ({ t }: StaffVisit, { refusing }: ExportsShown) =>
  refusing === undefined
    ? []
    : [{ field: fieldId(refusing.id), message: t('exports.problem_reason', { minimum: EXPORT_REASON_MINIMUM }) }];
