import type { FindingModel } from '../../../../views/cases/screening-panel.tsx';
import { answerAt } from '../../../domain/module/conditions.ts';
import { flattenAnswers } from '../../../domain/module/read-answers.ts';
import type { Answers } from '../../../domain/module/form.ts';
import { answersFor } from '../../../domain/module/visible-answers.ts';
import { isNamedOnPurpose } from '../../../domain/safety/answer-findings.ts';
import { identifiersShown } from '../../../domain/safety/seen-texts.ts';
import type { Finding } from '../../../domain/safety/identifiers/finding.ts';
import { nameText, type FormWords } from '../../form-fields/field-texts.ts';

/** Characters shown around a finding, so that it can be judged where it stands. */
const AROUND = 60;
const MOST_FINDINGS = 40;

/** Places in the texts that reviewers and readers will see, which may tell who somebody is. */
export function findingsIn(words: FormWords, answers: Answers): FindingModel[] {
  const { definition, t } = words;
  const seen = answersFor(definition, answers, 'curators');
  const countries = countriesIn(answers);
  const texts = definition.form.fields
    .filter(({ visibility }) => visibility === 'public' || visibility === 'reviewers')
    .flatMap((field) => flattenAnswers(field, answerAt(seen, field.id)))
    .filter(([, text]) => /\s/.test(text.trim()));
  const found = texts.flatMap(([name, text]) =>
    tellingIn(name, text, countries).map(({ type, start, end }) => ({
      field: nameText(words, name),
      kind: t(`curator.finding_${type}`),
      before: cut(text.slice(Math.max(0, start - AROUND), start), start > AROUND ? 'start' : undefined),
      found: text.slice(start, end),
      after: cut(text.slice(end, end + AROUND), end + AROUND < text.length ? 'end' : undefined),
    })),
  );
  return found.slice(0, MOST_FINDINGS);
}

const tellingIn = (name: string, text: string, countries: readonly string[]): readonly Finding[] =>
  identifiersShown(text, countries).filter(({ type }) => type !== 'person_name' || !isNamedOnPurpose(name));

const cut = (text: string, where: 'start' | 'end' | undefined): string =>
  `${where === 'start' ? '…' : ''}${text.replace(/\s+/g, ' ')}${where === 'end' ? '…' : ''}`;

function countriesIn(answers: Answers): string[] {
  const { countries } = answers;
  return Array.isArray(countries) ? countries.filter((code): code is string => typeof code === 'string') : [];
}
