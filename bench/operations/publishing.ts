import { findSubmission } from '../../src/db/submission-store.ts';
import { paths } from '../../src/paths.ts';
import { filledForm } from '../../src/rehearsal/filled-form.ts';
import { makePage } from '../../src/usecases/publication/make-page.ts';
import { insertDecision, insertPage } from '../seeding/decision-rows.ts';
import { insertRound } from '../seeding/review-rows.ts';
import { markOffered } from '../seeding/seed-case.ts';
import type { Seeds } from '../seeding/seeds.ts';
import { insertBrowser, insertCase, type SeededCase } from '../seeding/submission-rows.ts';
import { asSubmitterOf } from './cookies.ts';
import type { Writing } from './operation.ts';
import { caseMarkOf, instead, openPage, post } from './posting.ts';

const FIRST_CASE = 9_000_000;

interface Offered {
  readonly one: SeededCase;
  readonly pageHash: string;
}

/** The submitter says yes: the change to the content repository is queued while the forge keeps silent. */
export function approvePage(): Writing {
  const offered: Offered[] = [];
  return {
    id: 'j_approve_post',
    kind: 'write',
    about: 'page approved, pull request queued (forge slow, then failing)',
    withSlowForge: true,
    fill: (seeds, count) => {
      for (let index = 0; index < count; index += 1) offered.push(offerPage(seeds, index));
    },
    shots: async (stage) => {
      const [first] = offered;
      const path = paths.myMove('en', stage.module.id, 'page');
      const browser = await openPage(stage, path, asSubmitterOf(first?.one.id ?? ''));
      const form = browser.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'agreed'));
      if (form === undefined) throw new Error('There is no form to agree to the page');
      const fields = filledForm(form, { agreed: 'yes' });
      return offered.map(({ one, pageHash }) =>
        post(path, asSubmitterOf(one.id), instead(fields, { of: caseMarkOf(stage, one.id), page_hash: pageHash })),
      );
    },
  };
}

/** An accepted case with the page that the service itself would write. */
function offerPage(seeds: Seeds, index: number): Offered {
  const one = insertCase(seeds, FIRST_CASE + index, 'accepted', seeds.texts.short(index));
  const reviewers = seeds.reviewers.slice(1, 3);
  insertRound(
    seeds,
    one,
    reviewers.map((by) => ({ by, place: 'submitted' as const })),
  );
  const decisionId = insertDecision(seeds, one, 'accept');
  const { db, web } = seeds.service;
  const submission = findSubmission(db, one.id);
  const made = submission && makePage({ tx: db, clock: web.clock }, submission);
  if (made === undefined) throw new Error('An accepted case has no page');
  const pageHash = insertPage(seeds, one, { decisionId, files: [...made.files], approved: false });
  markOffered(seeds, one);
  insertBrowser(seeds, one);
  return { one, pageHash };
}
