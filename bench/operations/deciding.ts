import { paths } from '../../src/paths.ts';
import { filledForm, type Typed } from '../../src/rehearsal/filled-form.ts';
import type { PageForm } from '../../src/rehearsal/page-forms.ts';
import { insertRound } from '../seeding/review-rows.ts';
import { insertCase, type SeededCase } from '../seeding/submission-rows.ts';
import { asCurator } from './cookies.ts';
import type { Stage, Writing } from './operation.ts';
import { expectStatus, openPage, post } from './posting.ts';

const FIRST_CASE = 8_000_000;
const LETTER = 'Thank you. Two experts have read your text with care, and we gladly accept it for the module.';

/** A case with two good reviews, accepted. */
export function decide(): Writing {
  const cases: SeededCase[] = [];
  return {
    id: 'i_decision_post',
    kind: 'write',
    about: 'a decision recorded',
    withSlowForge: false,
    fill: (seeds, count) => {
      const [, first, second] = seeds.reviewers;
      if (first === undefined || second === undefined) throw new Error('There are no two reviewers');
      for (let index = 0; index < count; index += 1) {
        const one = insertCase(seeds, FIRST_CASE + index, 'in_review', seeds.texts.short(index));
        const place = 'submitted' as const;
        insertRound(seeds, one, [
          { by: first, place },
          { by: second, place },
        ]);
        cases.push(one);
      }
    },
    shots: async (stage) => {
      const fields = await confirmed(stage, cases[0]?.publicId ?? '');
      return cases.map(({ publicId }) => post(addressOf(stage, publicId), asCurator, fields));
    },
  };
}

const addressOf = ({ module }: Stage, publicId: string): string =>
  paths.casePart('en', module.id, publicId, 'decision');

/** What the button below the preview posts; every case of ours reads alike. */
async function confirmed(stage: Stage, publicId: string): Promise<[string, string][]> {
  const path = addressOf(stage, publicId);
  const browser = await openPage(stage, `${path}?outcome=accept`, asCurator);
  const form = browser.page.forms.find(({ controls }) => controls.some(({ name }) => name === 'letter'));
  if (form === undefined) throw new Error('There is no form for the decision');
  const preview = await browser.submit(form, { ...open(form), letter: LETTER }, { button: 'act=preview' });
  const last = expectStatus(preview, 200).forms.find(({ buttons }) => buttons.some(({ value }) => value === 'confirm'));
  if (last === undefined) throw new Error('There is no preview of the decision');
  return filledForm(last, {}, 'act=confirm');
}

/** What the form leaves to the curator. */
function open(form: PageForm): Typed {
  const isOpen = (name: string): boolean => {
    const offered = form.controls.filter((control) => control.name === name && control.kind === 'radio');
    return offered.length > 0 && offered.every(({ chosen }) => !chosen);
  };
  return { ...(isOpen('category') ? { category: 'merit' } : {}), ...(isOpen('evidence') ? { evidence: 'E2' } : {}) };
}
