import { LettersPanel } from '../../../../views/cases/record-panels.tsx';
import { caseLetters } from '../../../db/queries/case-history.ts';
import type { CasePanel } from '../case-panel.ts';

/** The letters about this case that left, or never will. */
export const lettersPanel: CasePanel = {
  id: 'letters',
  label: 'curator.tab_letters',
  shown: () => true,
  body: (kit, _req, { t, module, submission }) => {
    const rows = caseLetters(kit.deps.db, submission.id).map(({ name, outcome, at, to }) => ({
      what: t(`curator.letter_${name}`),
      to: to ?? t('curator.actor_submitter'),
      when: t.date(new Date(at), module.policy.timeZone),
      outcome: t(`curator.letter_outcome_${outcome}`),
    }));
    return <LettersPanel t={t} rows={rows} />;
  },
};
