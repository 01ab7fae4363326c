import type { Request } from 'express';
import type { VNode } from 'preact';
import { ScreeningPanel } from '../../../../views/cases/screening-panel.tsx';
import { AnswerSections } from '../../../../views/cases/answers-panel.tsx';
import type { FieldView } from '../../../../views/components/field-view.ts';
import type { Phrase } from '../../../../views/components/phrase.tsx';
import { seenVersion } from '../../../db/queries/one-case.ts';
import { screeningFacts } from '../../../db/queries/screening-facts.ts';
import type { ModuleDefinition } from '../../../domain/module/definition.ts';
import { mayMove } from '../../../domain/people/permissions.ts';
import { prefillGates } from '../../../domain/review/prefill-gates.ts';
import { gateVerdicts, type GateVerdict } from '../../../domain/review/review.ts';
import { clearedGates, type ScreeningGates } from '../../../domain/review/screening.ts';
import { nextState } from '../../../domain/submission/state.ts';
import { isInterfaceLanguage } from '../../../i18n/languages.ts';
import { translator, type Translate } from '../../../i18n/translate.ts';
import { paths } from '../../../paths.ts';
import { saveScreening } from '../../../usecases/screening/save-screening.ts';
import { phraseOf } from '../../chrome.ts';
import type { WebKit } from '../../routes.ts';
import type { CasePanel } from '../case-panel.ts';
import type { CaseVisit } from '../case-visit.ts';
import { findingsIn } from './findings-in.ts';
import { answerSections } from './seen-answers.ts';

/** The curator's check before review: the gates, pre-filled from the answers, and reading for names. */
export const screeningPanel: CasePanel = {
  id: 'screening',
  label: 'curator.tab_screening',
  shown: ({ submission }) => submission.state === 'screening',
  body: (kit, _req, at) => panel(kit, at, known(kit, at)),
  post: async (kit, req, res, at, again) => {
    const typed = readTyped(req, seenVersion(kit.deps.db, at.submission).definition);
    const { submission, lang, module, staff } = at;
    const missing = Object.keys(typed.gates).length < typed.asked;
    if (missing) {
      const message = at.t('curator.gates_missing');
      again(422, panel(kit, at, typed, message), [{ field: typed.firstMissing, message }]);
      return;
    }
    const { gates, readForNames, note } = typed;
    const input = { submissionId: submission.id, version: typed.version, gates, readForNames, note };
    const saved = await kit.deps.write((unit) => saveScreening(unit, staff, input));
    if (!saved.ok) kit.refuse(req, res, saved.refusal);
    else if (saved.value === 'held') res.redirect(303, paths.case(lang, module.id, submission.publicId));
    else res.redirect(303, `${paths.casePart(lang, module.id, submission.publicId, nextPart(typed))}?done=screened`);
  },
};

interface Typed {
  readonly gates: ScreeningGates;
  readonly readForNames: boolean;
  readonly note: string;
}

interface Posted extends Typed {
  readonly version: number;
  readonly asked: number;
  readonly firstMissing: string;
}

/** On to the reviewers when nothing stands in the way; else the screening stays open. */
const nextPart = ({ gates, readForNames }: Typed): string =>
  readForNames && Object.values(gates).every((verdict) => verdict === 'pass') ? 'reviewers' : 'screening';

function readTyped(req: Request, { rubric }: ModuleDefinition): Posted {
  const body = (req.body ?? {}) as Record<string, unknown>;
  const verdict = (id: string): GateVerdict | undefined => gateVerdicts.find((one) => one === body[`gate.${id}`]);
  const given = rubric.gates.flatMap(({ id }) => {
    const found = verdict(id);
    return found === undefined ? [] : [[id, found] as const];
  });
  const { note, version } = body;
  return {
    gates: Object.fromEntries(given),
    readForNames: body['read_for_names'] === 'yes',
    note: typeof note === 'string' ? note : '',
    version: Number(version),
    asked: rubric.gates.length,
    firstMissing: `gate.${rubric.gates.find(({ id }) => verdict(id) === undefined)?.id ?? ''}`,
  };
}

/** What was saved for this version; else what the answers say, with safety's word for what they cleared. */
function known(kit: WebKit, { submission }: CaseVisit): Typed {
  const { row, clearedVersion } = screeningFacts(kit.deps.db, submission);
  if (row !== undefined) return row;
  const version = seenVersion(kit.deps.db, submission);
  const { rubric } = version.definition;
  const prefilled = prefillGates(rubric, version.row.answers);
  return { gates: clearedVersion ? clearedGates(rubric, prefilled) : prefilled, readForNames: false, note: '' };
}

function panel(kit: WebKit, at: CaseVisit, typed: Typed, error?: string): VNode {
  const { t, lang, module, submission, csrf } = at;
  const { row, definition } = seenVersion(kit.deps.db, submission);
  const part = (name: string): string => paths.casePart(lang, module.id, submission.publicId, name);
  const model = {
    action: part('screening'),
    csrf,
    version: submission.version,
    fields: screeningFields(t, definition, typed, error),
    findings: findingsIn({ definition, t }, row.answers),
    notice: noticeOf(kit, at),
    closed: !nextState(submission, 'open_round').ok || !mayMove(at.staff, 'open_round', at.ref),
    ask: part('ask'),
    reject: part('decision'),
  };
  return (
    <ScreeningPanel t={t} model={model}>
      <AnswerSections t={t} sections={answerSections(t, definition, row.answers)} />
    </ScreeningPanel>
  );
}

function noticeOf(kit: WebKit, { t, submission }: CaseVisit): string | undefined {
  if (submission.held) return t('curator.screening_held');
  return screeningFacts(kit.deps.db, submission).clearedVersion ? t('curator.screening_cleared') : undefined;
}

/** “Fails when …”, in the language that the module's text has. */
function failsWhen(phrase: Phrase, t: Translate): Phrase {
  if (typeof phrase === 'string') return t('curator.fails_when', { when: phrase });
  const own = isInterfaceLanguage(phrase.lang) ? translator(phrase.lang) : t;
  return { ...phrase, text: own('curator.fails_when', { when: phrase.text }) };
}

function screeningFields(t: Translate, definition: ModuleDefinition, typed: Typed, error?: string): FieldView[] {
  const gates = definition.rubric.gates.map(({ id, safety }): FieldView => ({
    kind: 'radios',
    id: `gate.${id}`,
    name: `gate.${id}`,
    label: phraseOf(definition, t.lang, `gates.${id}.label`),
    hint: failsWhen(phraseOf(definition, t.lang, `gates.${id}.fail_when`), t),
    row: true,
    limits: safety ? t('curator.gate_safety') : undefined,
    mark: 'required',
    error: typed.gates[id] === undefined ? error : undefined,
    options: gateVerdicts.map((verdict) => ({
      value: verdict,
      label: t(`curator.gate_${verdict}`),
      chosen: typed.gates[id] === verdict,
    })),
  }));
  return [
    ...gates,
    {
      kind: 'attest',
      id: 'read_for_names',
      name: 'read_for_names',
      label: t('curator.read_for_names'),
      hint: t('curator.read_for_names_hint'),
      mark: 'required',
      chosen: typed.readForNames,
    },
    {
      kind: 'textarea',
      rows: 3,
      id: 'note',
      name: 'note',
      label: t('curator.screening_note'),
      value: typed.note,
      mark: 'optional',
    },
  ];
}
