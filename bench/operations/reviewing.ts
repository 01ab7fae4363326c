import type { AssignmentId, PersonId } from '../../src/domain/ids.ts';
import { reviewParts } from '../../src/domain/review/review-parts.ts';
import { paths } from '../../src/paths.ts';
import { filledForm, type Typed } from '../../src/rehearsal/filled-form.ts';
import type { PageForm } from '../../src/rehearsal/page-forms.ts';
import type { Shot } from '../load/shot.ts';
import { insertReviewersBrowser, insertRound } from '../seeding/review-rows.ts';
import type { Seeds } from '../seeding/seeds.ts';
import { insertCase } from '../seeding/submission-rows.ts';
import { asReviewerAtWork } from './cookies.ts';
import type { Stage, Writing } from './operation.ts';
import { openPage, post } from './posting.ts';

const FIRST_CASE = 7_000_000;

/** Every page of reviews that nobody has begun, saved once. */
export function saveReviewPart(): Writing {
  const assignments: AssignmentId[] = [];
  return {
    id: 'f_review_post',
    kind: 'write',
    about: 'a page of a review saved',
    withSlowForge: false,
    fill: (seeds, count) => {
      const each = reviewParts(seeds.module.rubric).length;
      for (let index = 0; index * each < count; index += 1) assignments.push(acceptedPlace(seeds, index));
    },
    shots: async (stage) => {
      const [first] = assignments;
      const parts = reviewParts(stage.module.rubric).map(({ id }) => id);
      const bodies = await Promise.all(parts.map((part) => fieldsOf(stage, first ?? '', part)));
      return parts.flatMap((part, index) =>
        assignments.map((id): Shot => post(paths.reviewPart('en', id, part), asReviewerAtWork, bodies[index] ?? [])),
      );
    },
  };
}

function acceptedPlace(seeds: Seeds, index: number): AssignmentId {
  const one = insertCase(seeds, FIRST_CASE + index, 'in_review', seeds.texts.answers(index));
  const by = seeds.reviewers[1 + (index % (seeds.reviewers.length - 1))] ?? ('' as PersonId);
  const [id] = insertRound(seeds, one, [{ by, place: 'accepted' }]);
  if (id === undefined) throw new Error('The round has no place');
  insertReviewersBrowser(seeds, id);
  return id;
}

/** What a friendly reviewer posts from this page; the same for every review that is empty. */
async function fieldsOf(stage: Stage, id: string, part: string): Promise<[string, string][]> {
  const path = paths.reviewPart('en', id, part);
  const browser = await openPage(stage, path, asReviewerAtWork);
  const form = browser.form(path);
  const save = form.buttons.find(({ name }) => name !== 'add');
  return filledForm(form, { ...verdicts(form), ...remarks(form) }, save);
}

/** The third of the answers that are offered, where there are so many. */
function verdicts(form: PageForm): Typed {
  const offered = new Map<string, string[]>();
  for (const { name, kind, value } of form.controls) {
    if (kind === 'radio') offered.set(name, [...(offered.get(name) ?? []), value]);
  }
  return Object.fromEntries([...offered].map(([name, values]) => [name, chosenOf(name, values)]));
}

function chosenOf(name: string, values: readonly string[]): string {
  if (name.startsWith('gate.')) return 'pass';
  if (name.startsWith('score.')) return '3';
  return values.find((value) => ['E2', 'accept'].includes(value)) ?? values[2] ?? values[0] ?? '';
}

function remarks(form: PageForm): Typed {
  const area = form.controls.find(({ kind, name }) => kind === 'textarea' && name.startsWith('comment'));
  return area === undefined ? {} : { [area.name]: 'Shown with figures before and after, from two sources.' };
}
