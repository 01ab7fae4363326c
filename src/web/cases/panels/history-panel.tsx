import { HistoryPanel } from '../../../../views/cases/record-panels.tsx';
import { caseHistory } from '../../../db/queries/case-history.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { CasePanel } from '../case-panel.ts';

/** Everything that happened, as kinds and days; the history holds no texts. */
export const historyPanel: CasePanel = {
  id: 'history',
  label: 'curator.tab_history',
  shown: () => true,
  body: (kit, _req, { t, module, submission }) => {
    const items = caseHistory(kit.deps.db, submission.id).map(({ at, act, kind, name, about }) => ({
      when: t.date(new Date(at), module.policy.timeZone),
      what: t(`curator.act_${act}`),
      who: name ?? actorWords(t, kind),
      about,
    }));
    return <HistoryPanel t={t} items={items} />;
  },
};

function actorWords(t: Translate, kind: string): string {
  return t(kind === 'submitter' ? 'curator.actor_submitter' : 'curator.actor_service');
}
