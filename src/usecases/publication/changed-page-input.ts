import { pinnedDefinition } from '../../db/definition-store.ts';
import type { PageLayerRow, PublishedPage } from '../../db/queries/practice-page.ts';
import { theVersion } from '../../db/version-store.ts';
import { answersFor } from '../../domain/module/visible-answers.ts';
import {
  factsOfPage,
  languageOfPage,
  layeredAnswers,
  licenceOfBoth,
  otherLanguages,
  type PageLayer,
} from '../../domain/publication/changed-page.ts';
import type { PageFile, PageInput } from '../../domain/publication/page-input.ts';
import { joined } from '../../domain/publication/page-values.ts';
import { attributionModes, type Attribution } from '../../domain/safety/attribution.ts';
import type { ReadingUnit } from '../unit.ts';

/**
 * What a published page becomes by an update or a correction: it keeps its number, its kind, the day it was added, and
 * every answer that was not given anew; both writers are named as they chose. Pages in other languages are carried
 * along and marked as behind.
 */
export function changedPageInput(
  unit: Pick<ReadingUnit, 'tx'>,
  own: PageInput,
  { original, layers, files }: PublishedPage,
): { readonly input: PageInput; readonly carried: readonly PageFile[] } {
  const facts = factsOfPage(files);
  const carried = otherLanguages(files, own.language);
  const before = layers.map((layer) => layerOf(unit, layer));
  const answers = layeredAnswers(own.definition, before, own);
  const section = answers['module_section'];
  const toldOfItsState = own.kind === 'update' && typeof own.answers['status_now'] === 'string';
  return {
    input: {
      ...own,
      publicId: original.publicId,
      kind: facts.kind,
      answers,
      attribution: bothNamed(own, facts.attribution),
      addedOn: facts.addedOn,
      licence: licenceOfBoth(facts.licence, own.licence),
      sections: typeof section === 'string' && section !== '' ? [section] : [],
      status: toldOfItsState ? own.status : facts.status,
      change: { by: own.kind, behind: carried.map(({ path }) => languageOfPage(path)) },
    },
    carried,
  };
}

function layerOf({ tx }: Pick<ReadingUnit, 'tx'>, { submission, version }: PageLayerRow): PageLayer {
  const { answers, definitionCommit } = theVersion(tx, submission.id, version);
  const definition = pinnedDefinition(tx, submission.module, definitionCommit);
  return { language: submission.language, answers: answersFor(definition, answers, 'public') };
}

/** Whoever stays unnamed adds nothing to the names that stand there. */
function bothNamed(own: PageInput, before: { readonly mode: string; readonly text: string }): Attribution {
  const mode = attributionModes.find((known) => known === before.mode) ?? 'anonymous';
  const silent = own.attribution.mode === 'anonymous' || before.text.includes(own.attribution.text);
  if (silent) return { mode, text: before.text };
  const text = joined(own, [before.text, own.attribution.text], true);
  return { mode: mode === 'anonymous' ? own.attribution.mode : mode, text };
}
