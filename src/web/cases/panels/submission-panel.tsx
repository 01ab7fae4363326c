import type { VNode } from 'preact';
import { AnswersPanel, type ContactModel } from '../../../../views/cases/answers-panel.tsx';
import { seenVersion } from '../../../db/queries/one-case.ts';
import type { Answers } from '../../../domain/module/form.ts';
import { answersFor } from '../../../domain/module/visible-answers.ts';
import { paths } from '../../../paths.ts';
import { revealContact } from '../../../usecases/cases/reveal-contact.ts';
import type { WebKit } from '../../routes.ts';
import type { CasePanel } from '../case-panel.ts';
import type { CaseVisit } from '../case-visit.ts';
import { answerSections, seenAnswers } from './seen-answers.ts';

/** The newest version as it was sent. Contact data is sealed until a reason was given; the reason is kept. */
export const submissionPanel: CasePanel = {
  id: 'submission',
  label: 'curator.tab_submission',
  shown: () => true,
  body: (kit, _req, at) => panel(kit, at, sealed(at, '')),
  post: async (kit, req, res, at, again) => {
    const typed = (req.body as Record<string, unknown>)['reason'];
    const reason = typeof typed === 'string' ? typed : '';
    const shown = await kit.deps.write((unit) =>
      revealContact(unit, at.staff, { submissionId: at.submission.id, reason }),
    );
    if (shown.ok) again(200, panel(kit, at, opened(kit, at, shown.value)));
    else if (shown.refusal.kind !== 'guard') kit.refuse(req, res, shown.refusal);
    else {
      const error = at.t('curator.contact_reason_short');
      again(422, panel(kit, at, { ...sealed(at, reason), error }), [{ field: 'reason', message: error }]);
    }
  },
};

const sealed = ({ lang, module, submission, csrf }: CaseVisit, reason: string) =>
  ({ kind: 'sealed', action: paths.case(lang, module.id, submission.publicId), csrf, reason }) as const;

function opened(kit: WebKit, { t, submission }: CaseVisit, answers: Answers): ContactModel {
  const { definition } = seenVersion(kit.deps.db, submission);
  const fields = definition.form.fields.filter(({ visibility }) => visibility === 'sealed');
  return { kind: 'open', answers: seenAnswers(t, definition, fields, answersFor(definition, answers, 'owner')) };
}

function panel(kit: WebKit, { t, module, submission }: CaseVisit, contact: ContactModel): VNode {
  const { row: version, definition } = seenVersion(kit.deps.db, submission);
  const model = {
    sections: answerSections(t, definition, version.answers),
    contact,
    sent: t.date(new Date(version.createdAt), module.policy.timeZone),
    version: version.number,
  };
  return <AnswersPanel t={t} model={model} />;
}
