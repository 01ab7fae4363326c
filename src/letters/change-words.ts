import { changeBody, type ChangeFacts } from '../domain/publication/change-text.ts';
import { translator } from '../i18n/translate.ts';
import { paths } from '../paths.ts';

/** What stands beside a change for whoever merges it: where the case is, how it was decided, what to look at. In English, as the forge is. */
export function changeWords(facts: ChangeFacts, baseUrl: string): string {
  const t = translator('en');
  const { publicId, module, rubric, evidence, decidedDay, reviews } = facts;
  const link = `${baseUrl}${paths.case('en', module, publicId)}`;
  if (facts.kind === 'take_down') {
    return changeBody({
      opening: t('letters.change_removes', { id: publicId }),
      facts: [t('letters.change_case_at', { link })],
      checklist: [t('letters.change_check_removed'), t('letters.change_check_history')],
    });
  }
  return changeBody({
    opening: t(facts.kind === 'update' ? 'letters.change_updates' : 'letters.change_adds', { id: publicId }),
    facts: [
      t('letters.change_case_at', { link }),
      t('letters.change_decided_on', { day: decidedDay }),
      ...(rubric === undefined ? [] : [t('letters.change_by_rubric', { rubric })]),
      ...(evidence === undefined ? [] : [t('letters.change_evidence', { level: evidence })]),
      t('letters.change_reviews', { number: reviews }),
    ],
    checklist: [t('letters.change_check_page'), t('letters.change_check_names'), t('letters.change_check_folder')],
  });
}
