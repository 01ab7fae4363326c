import type { ExportScope } from '../../src/domain/export/export.ts';
import { paths } from '../../src/paths.ts';
import { filledForm } from '../../src/rehearsal/filled-form.ts';
import type { Shot } from '../load/shot.ts';
import { exportOf } from '../seeding/cast.ts';
import { COMMON_WORD, RARE_WORD } from '../seeding/texts.ts';
import { asAnybody, asCurator, asReviewer, asReviewerAtWork, asSubmitterOf } from './cookies.ts';
import type { Reading, Stage } from './operation.ts';
import { openPage, post } from './posting.ts';

const MOST_SHOTS = 200;

const get = (path: string, cookie: string): Shot => ({ method: 'GET', path, cookie });

const reading = (id: string, about: string, shots: Reading['shots']): Reading => ({ id, kind: 'read', about, shots });

/** The same number of rows, spread over the whole table, at every size. */
function some(stage: Stage, query: string): Record<string, string>[] {
  const all = stage.db.prepare(query).all() as Record<string, string>[];
  const step = Math.max(1, Math.floor(all.length / MOST_SHOTS));
  return all.filter((_, index) => index % step === 0).slice(0, MOST_SHOTS);
}

const casePages = (stage: Stage, states: string, part?: string): Shot[] =>
  some(stage, `select public_id as at from submissions where state in (${states})`).map(({ at = '' }) =>
    get(
      part === undefined ? paths.case('en', stage.module.id, at) : paths.casePart('en', stage.module.id, at, part),
      asCurator,
    ),
  );

const ownCases = (stage: Stage, states: string): string[] =>
  some(
    stage,
    `select s.submission_id as id from submitter_sessions s
     join submissions on submissions.id = s.submission_id where submissions.state in (${states})`,
  ).flatMap(({ id }) => id ?? []);

const reviews = (stage: Stage): string[] =>
  some(stage, `select id from assignments where person_id = 'reviewer-0' and status = 'accepted'`).flatMap(
    ({ id }) => id ?? [],
  );

/** An empty list would be quick for nothing. */
const listed =
  (query: string): Reading['shots'] =>
  async (stage) => {
    const path = `${paths.cases('en', stage.module.id)}${query}`;
    const { page } = await openPage(stage, path, asCurator);
    if (!page.html.includes('/desk/cases/P-')) throw new Error(`${path} lists no case`);
    return [get(path, asCurator)];
  };

const ownList: Reading['shots'] = async (stage) => {
  const path = paths.ownReviews('en');
  const { page } = await openPage(stage, path, asReviewer);
  if (!page.html.includes('/invitation/')) throw new Error(`${path} lists no review`);
  return [get(path, asReviewer)];
};

const scored =
  (query: string): Reading['shots'] =>
  async (stage) => {
    const path = `${paths.scores('en', stage.module.id)}${query}`;
    const { page } = await openPage(stage, path, asCurator);
    if ((page.html.match(/\(100\)|\(75\)/gu) ?? []).length < 20) throw new Error(`${path} shows few scores`);
    return [get(path, asCurator)];
  };

/** Further pages of the list begin after rows from its beginning to its end. */
const nextPages: Reading['shots'] = (stage) =>
  some(
    stage,
    `select updated_at || '~' || id as after from submissions where state <> 'draft' order by updated_at desc`,
  )
    .slice(0, -5)
    .map(({ after = '' }) =>
      get(`${paths.cases('en', stage.module.id)}?after=${encodeURIComponent(after)}`, asCurator),
    );

/** A file of all cases, read to its end. Taking it is noted, so it is posted, each time from the same page. */
const exported =
  (scope: ExportScope): Reading['shots'] =>
  async (stage) => {
    const { page } = await openPage(stage, paths.exports('en', stage.module.id), asCurator);
    const path = paths.exportFile('en', stage.module.id, exportOf(scope));
    const form = page.forms.find(({ action }) => action === path);
    if (form === undefined) throw new Error(`${path} cannot be taken`);
    return [post(path, asCurator, filledForm(form, {}))];
  };

const sent = "'screening', 'in_review', 'revision', 'accepted', 'published', 'rejected'";

export const readings: readonly Reading[] = [
  reading('a_home_anon', 'front page of a module', ({ module }) => [get(paths.module('en', module.id), asAnybody)]),
  reading('b_form_get', 'first page of the form, nobody known', ({ module }) => [
    get(paths.formPage('en', module.id, module.form.pages[0]?.id ?? ''), asAnybody),
  ]),
  reading('b2_form_draft_get', 'a page of a draft with its texts', (stage) =>
    ownCases(stage, "'draft'").map((id) => get(paths.formPage('en', stage.module.id, 'story'), asSubmitterOf(id))),
  ),
  reading('b3_status_page', 'own page of a submitter', (stage) =>
    ownCases(stage, sent).map((id) => get(paths.status('en', stage.module.id), asSubmitterOf(id))),
  ),
  reading('d1_reviewer_home', 'where a reviewer arrives', () => [get(paths.work('en'), asReviewer)]),
  reading('d2_reviewer_list', 'what a reviewer was asked to review', ownList),
  reading('e_paper_review_page', 'a page of criteria beside the practice', (stage) =>
    reviews(stage).map((id) => get(paths.reviewPart('en', id, 'criteria-1'), asReviewerAtWork)),
  ),
  reading('e2_review_overview', 'a review before it is sent', (stage) =>
    reviews(stage).map((id) => get(paths.review('en', id), asReviewerAtWork)),
  ),
  reading('g0_chair_queue', 'what waits, for a curator', ({ module }) => [get(paths.desk('en', module.id), asCurator)]),
  reading('g1_chair_list_all', 'first page of all cases', listed('')),
  reading('g1_next_pages', 'further pages of all cases', nextPages),
  reading('g1_one_state', 'first page of one state', listed('?state=accepted')),
  reading('g2_chair_list_scores', 'a page of cases with scores and reviewers', scored('')),
  reading('g2_by_spread', 'the same of every state, by spread', scored('?state=any&order=spread')),
  reading('g3_search_rare', 'search: three hits', listed(`?words=${RARE_WORD}`)),
  reading('g3_search_common', 'search: every second case', listed(`?words=${COMMON_WORD}`)),
  reading('h1_case_page', 'a case, with its text', (stage) => casePages(stage, sent)),
  reading('h2_case_reviews', 'a case: reviews and scores', (stage) => casePages(stage, "'in_review'", 'reviews')),
  reading('h3_case_reviewers', 'a case: choose reviewers', (stage) => casePages(stage, "'screening'", 'reviewers')),
  reading('h4_case_decision', 'a case: decision', (stage) => casePages(stage, "'in_review'", 'decision')),
  reading('h5_case_history', 'a case: history', (stage) => casePages(stage, sent, 'history')),
  // Last: the thread that reads them out ends a minute later, and takes its time out of what is measured then.
  reading('g1_export_csv', 'all cases in one table', exported('cases')),
  reading('g1_export_reviews', 'all cases with every review', exported('reviews')),
];
