import type { Answers } from '../../src/domain/module/form.ts';
import { paths } from '../../src/paths.ts';
import { filledForm } from '../../src/rehearsal/filled-form.ts';
import { formValues, typedInto } from '../../src/rehearsal/type-practice.ts';
import { insertBrowser, insertCase, type SeededCase } from '../seeding/submission-rows.ts';
import { asAnybody, asSubmitterOf } from './cookies.ts';
import type { Stage, Writing } from './operation.ts';
import { caseMarkOf, instead, openPage, post } from './posting.ts';

/** Cases are told apart from those of the spread by their numbers. */
const FIRST_DRAFT = 5_000_000;

/** Finished drafts of the short form, each in a browser of its own. */
function drafts(from: number): Pick<Writing, 'fill'> & { readonly cases: SeededCase[] } {
  const cases: SeededCase[] = [];
  return {
    cases,
    fill: (seeds, count) => {
      for (let index = 0; index < count; index += 1) {
        const one = insertCase(seeds, FIRST_DRAFT + from + index, 'draft', seeds.texts.short(index));
        insertBrowser(seeds, one);
        cases.push(one);
      }
    },
  };
}

function firstOf(cases: readonly SeededCase[]): SeededCase {
  const [first] = cases;
  if (first === undefined) throw new Error('Nothing was put into the database for this operation');
  return first;
}

/** The first page of a new text: from its answer on the receipt works. */
export function startDraft(): Writing {
  let count = 0;
  let answers: Answers = {};
  return {
    id: 'c0_start_post',
    kind: 'write',
    about: 'first page of a new draft saved',
    withSlowForge: false,
    fill: (seeds, wanted) => {
      count = wanted;
      answers = seeds.texts.short(0);
    },
    shots: async (stage) => {
      const path = paths.formPage('en', stage.module.id, stage.module.form.pages[0]?.id ?? '');
      const browser = await openPage(stage, path, asAnybody);
      const form = browser.form(path);
      const fields = filledForm(form, typedInto(form, formValues(answers)), 'go=next');
      return Array.from({ length: count }, (_, index) =>
        post(path, asAnybody, instead(fields, { form_id: `a-form-to-measure-${String(index)}` })),
      );
    },
  };
}

/** One page of a draft, with new words in it. */
export function saveDraft(): Writing {
  const { cases, fill } = drafts(0);
  return {
    id: 'c1_save_draft_post',
    kind: 'write',
    about: 'a page of a draft saved',
    withSlowForge: false,
    fill,
    shots: async (stage) => {
      const path = paths.formPage('en', stage.module.id, 'story');
      const browser = await openPage(stage, path, asSubmitterOf(firstOf(cases).id));
      const form = browser.form(path);
      const area = form.controls.find(({ kind }) => kind === 'textarea');
      const typed = area === undefined ? {} : { [area.name]: `${area.value} And it went on.` };
      return posts(stage, cases, path, filledForm(form, typed, 'go=next'));
    },
  };
}

/** The last button: a whole short text becomes a submission. */
export function sendSubmission(): Writing {
  const { cases, fill } = drafts(1_000_000);
  return {
    id: 'c_submit_post',
    kind: 'write',
    about: 'a short form sent',
    withSlowForge: false,
    fill,
    shots: async (stage) => {
      const first = firstOf(cases);
      const browser = await openPage(stage, paths.check('en', stage.module.id), asSubmitterOf(first.id));
      const path = paths.send('en', stage.module.id);
      const form = browser.form(path);
      const ticks = form.controls.filter(({ kind }) => kind === 'checkbox').map(({ name }) => [name, ['yes']] as const);
      const typed = { ...Object.fromEntries(ticks), ...typedInto(form, formValues(first.answers)) };
      return posts(stage, cases, path, filledForm(form, typed));
    },
  };
}

/** The filled form of the first case, for each of them. */
function posts(stage: Stage, cases: readonly SeededCase[], path: string, fields: [string, string][]) {
  const mark = new Map(fields).get('of');
  if (mark !== caseMarkOf(stage, firstOf(cases).id)) throw new Error('Forms name their case in another way now');
  return cases.map(({ id }) => post(path, asSubmitterOf(id), instead(fields, { of: caseMarkOf(stage, id) })));
}
