import type { PagePaperModel } from '../../../views/publication/page-paper.tsx';
import { publishedPractices } from '../../db/queries/practice-page.ts';
import type { ModuleDefinition } from '../../domain/module/definition.ts';
import type { Answers } from '../../domain/module/form.ts';
import { pageToChange } from '../../usecases/publication/page-to-change.ts';
import { pagePaper } from '../publication/page-paper.ts';
import type { WebKit } from '../routes.ts';

/** The page that an update or a correction names, as its readers see it now. */
export function publishedBeside(
  kit: WebKit,
  definition: ModuleDefinition,
  answers: Answers,
): PagePaperModel | undefined {
  const target = pageToChange({ tx: kit.deps.db }, { module: definition.id }, answers);
  if (target.kind !== 'change') return undefined;
  const { files, newest } = target.page;
  return pagePaper(files, newest.submission.title, newest.submission.language);
}

/** More pages than this are not chosen from a list, but named by their number. */
const MOST_LISTED = 200;

/** The published pages to choose from; none when there are too many for a list. */
export function publishedChoices(kit: WebKit, { id }: ModuleDefinition) {
  const all = publishedPractices(kit.deps.db, id, MOST_LISTED);
  return all.length > MOST_LISTED ? [] : all;
}
