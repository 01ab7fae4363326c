import type { MatchingPageModel, ProposalModel, ProposedPersonModel } from '../../../views/matching/matching-page.tsx';
import { namesOf } from '../../db/queries/names-of.ts';
import { emptyLoad, reviewerLoads } from '../../db/queries/reviewer-loads.ts';
import { stillWaiting } from '../../db/queries/waiting-for-reviewers.ts';
import type { SubmissionRow } from '../../db/queries/one-case.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { CaseProposal } from '../../domain/matching/matching.ts';
import type { Affinity } from '../../domain/assignment/affinity.ts';
import type { Load } from '../../domain/assignment/alternates.ts';
import { paths } from '../../paths.ts';
import type { WebKit } from '../routes.ts';
import type { StaffVisit } from '../staff-visit.ts';
import { BETWEEN } from './matching-form.ts';

/** Cases on one page. */
const PAGE_SIZE = 15;
const MOST_UNSERVED = 15;

type Shown = Pick<MatchingPageModel, 'proposals' | 'summary' | 'unserved' | 'unservedMore' | 'next' | 'first'>;

/** The suggestions that still hold, from the place that the reader has come to. */
export function proposalsModel(kit: WebKit, at: StaffVisit, cases: readonly CaseProposal[], from: number): Shown {
  const { t, lang, module } = at;
  const proposed = cases.filter(({ people }) => people.length > 0);
  const unserved = cases.filter(({ people }) => people.length === 0);
  const start = from < proposed.length ? from : 0;
  const page = proposed.slice(start, start + PAGE_SIZE);
  const scene = sceneOf(kit, at, cases, [...page, ...unserved.slice(0, MOST_UNSERVED)]);
  const places = proposed.reduce((sum, { people }) => sum + people.length, 0);
  const here = paths.matching(lang, module.id);
  const next = start + PAGE_SIZE;
  const more = unserved.length - MOST_UNSERVED;
  return {
    summary: proposed.length === 0 ? undefined : t('matching.summary', { people: places, cases: proposed.length }),
    proposals: page.flatMap((one) => proposalModel(at, scene, one) ?? []),
    unserved: unserved.slice(0, MOST_UNSERVED).flatMap((one) => proposalModel(at, scene, one) ?? []),
    unservedMore: more > 0 ? t('matching.unserved_more', { count: more }) : undefined,
    next: next < proposed.length ? `${here}?from=${String(next)}` : undefined,
    first: start > 0 ? here : undefined,
  };
}

/** What has to be read of the people and cases that are shown. */
interface Scene {
  readonly waiting: ReadonlyMap<string, SubmissionRow>;
  readonly names: ReadonlyMap<string, string>;
  readonly loads: ReadonlyMap<PersonId, Load>;
  /** How often each person is proposed, over all cases. */
  readonly proposed: ReadonlyMap<PersonId, number>;
}

function sceneOf(
  kit: WebKit,
  { staff, module }: StaffVisit,
  all: readonly CaseProposal[],
  shown: readonly CaseProposal[],
): Scene {
  const { db, clock } = kit.deps;
  const people = [...new Set(shown.flatMap((one) => one.people.map(({ personId }) => personId)))];
  const everybody = Map.groupBy(
    all.flatMap((one) => one.people),
    ({ personId }) => personId,
  );
  const ids = shown.map(({ submissionId }) => submissionId);
  return {
    waiting: stillWaiting(db, module.id, staff.personId, ids),
    names: namesOf(db, people),
    loads: reviewerLoads(db, people, clock.now()),
    proposed: new Map([...everybody].map(([id, places]) => [id, places.length])),
  };
}

/** Undefined where the case has gone on since, or may not be seen any more. */
function proposalModel({ t, lang, module }: StaffVisit, scene: Scene, one: CaseProposal): ProposalModel | undefined {
  const row = scene.waiting.get(one.submissionId);
  if (row?.revision !== one.revision) return undefined;
  return {
    publicId: one.publicId,
    value: `${one.publicId}${BETWEEN}${String(one.revision)}`,
    href: paths.casePart(lang, module.id, one.publicId, 'reviewers'),
    title: row.title === '' ? row.publicId : row.title,
    lang: row.language === '' ? undefined : row.language,
    wants: t(one.opens ? 'matching.wants_open' : 'matching.wants_fill', { wanted: one.wanted }),
    people: one.people.map((affinity) => personModel(t, scene, one, affinity)),
    short: one.short && t(`matching.short_${one.short}`),
  };
}

const parts = ['topics', 'kinds', 'languages', 'regions', 'room'] as const;

function personModel(
  t: StaffVisit['t'],
  scene: Scene,
  { publicId }: CaseProposal,
  affinity: Affinity,
): ProposedPersonModel {
  const { personId } = affinity;
  const load = scene.loads.get(personId) ?? emptyLoad;
  const after = load.open + (scene.proposed.get(personId) ?? 0);
  return {
    value: `${publicId}${BETWEEN}${personId}`,
    name: scene.names.get(personId) ?? personId,
    fit: t('curator.fit', { percent: affinity.total }),
    parts: parts.map((part) => t('curator.fit_part', { label: t(`curator.fit_${part}`), percent: affinity[part] })),
    load: t('curator.load', { open: load.open, halfYear: load.halfYear }),
    after: t('matching.load_after', { after }),
  };
}
