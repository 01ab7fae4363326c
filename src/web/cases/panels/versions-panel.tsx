import { VersionsPanel, type AskedModel, type DifferenceModel } from '../../../../views/cases/versions-panel.tsx';
import { caseRequests } from '../../../db/queries/case-requests.ts';
import { seenVersions, type SeenVersion } from '../../../db/queries/one-case.ts';
import { answersFor } from '../../../domain/module/visible-answers.ts';
import { differenceOf } from '../../../domain/submission/difference.ts';
import type { CaseVisit } from '../case-visit.ts';
import type { CasePanel } from '../case-panel.ts';
import { nameText } from '../../form-fields/field-texts.ts';
import type { WebKit } from '../../routes.ts';
import { changeModel } from './change-model.ts';

/** What was sent when, what was asked in between, and what changed, answer by answer. */
export const versionsPanel: CasePanel = {
  id: 'versions',
  label: 'curator.tab_versions',
  shown: ({ submission }) => submission.version > 1,
  body: (kit, _req, at) => {
    const { t, module, submission } = at;
    const found = seenVersions(kit.deps.db, submission);
    const model = {
      versions: found.map(({ row }) => ({
        number: row.number,
        sent: t.date(new Date(row.createdAt), module.policy.timeZone),
      })),
      difference: differenceModel(kit, at, found),
    };
    return <VersionsPanel t={t} model={model} />;
  },
};

function differenceModel(kit: WebKit, at: CaseVisit, found: readonly SeenVersion[]): DifferenceModel | undefined {
  const [before, after] = found.slice(-2);
  if (before === undefined || after === undefined) return undefined;
  const { t, submission } = at;
  const { definition } = after;
  const differences = differenceOf(
    answersFor(before.definition, before.row.answers, 'curators'),
    answersFor(definition, after.row.answers, 'curators'),
    submission.language === '' ? t.lang : submission.language,
  );
  return {
    from: before.row.number,
    to: after.row.number,
    changes: differences.map((one) => changeModel({ definition, t }, one, submission.language)),
    asked: askedModels(kit, at, before),
  };
}

function askedModels(kit: WebKit, { t, submission }: CaseVisit, before: SeenVersion): AskedModel[] {
  return caseRequests(kit.deps.db, submission.id, before.row.number).map((request) => ({
    field: request.field === null ? undefined : nameText({ definition: before.definition, t }, request.field),
    text: request.text,
    must: request.level === 'must',
    answer: request.answerKind === null ? undefined : t(`curator.answer_${request.answerKind}`),
    answerText: request.answerText ?? undefined,
  }));
}
