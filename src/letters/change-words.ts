import { changeBody, type ChangeFacts } from '../domain/publication/change-text.ts';
import { translator } from '../i18n/translate.ts';
import { paths } from '../paths.ts';

/** What stands beside a change for whoever merges it: where the case is, how it was decided, what to look at. In English, as the forge is. */
export function changeWords(facts: ChangeFacts, baseUrl: string): string {
  const t = translator('en');
  const { publicId, module, rubric, evidence, decidedDay } = facts;
  const link = `${baseUrl}${paths.case('en', module, publicId)}`;
  if (facts.purpose === 'take_down') {
    return changeBody({
      opening: t('publication.removes', { id: publicId }),
      facts: [t('publication.case_at', { link })],
      checklist: [t('publication.check_removed'), t('publication.check_history')],
    });
  }
  return changeBody({
    opening: t('publication.adds', { id: publicId }),
    facts: [
      t('publication.case_at', { link }),
      t('publication.decided_on', { day: decidedDay }),
      ...(rubric === undefined ? [] : [t('publication.by_rubric', { rubric })]),
      ...(evidence === undefined ? [] : [t('publication.evidence', { level: evidence })]),
    ],
    checklist: [t('publication.check_page'), t('publication.check_names'), t('publication.check_folder')],
  });
}
