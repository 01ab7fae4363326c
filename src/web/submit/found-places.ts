import type { FoundPlace, Missing } from '../../../views/submit/check-page.tsx';
import type { Answers } from '../../domain/module/form.ts';
import { findingsIn, writtenForReaders, type AnswerFinding } from '../../domain/safety/answer-findings.ts';
import { contactEmailOf, ownSecretsIn } from '../../domain/safety/own-secrets.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { nameText, type FormWords } from '../form-fields/field-texts.ts';
import type { OwnVisit } from './own-visit.ts';

const reasons = {
  email: 'submit.found_email',
  phone: 'submit.found_phone',
  url_contact: 'submit.found_url_contact',
  geo: 'submit.found_geo',
  id_number: 'submit.found_id_number',
  case_number: 'submit.found_case_number',
  person_name: 'submit.found_person_name',
  date_place: 'submit.found_date_place',
  minor: 'submit.found_minor',
} as const satisfies Record<AnswerFinding['type'], MessageKey>;

interface Looked {
  readonly words: FormWords;
  readonly answers: Answers;
  readonly own: OwnVisit;
  readonly hrefOf: (field: string) => string;
}

/** Places that may tell who somebody is, the person's own address first. */
export function foundPlaces({ words, answers, own, hrefOf }: Looked): FoundPlace[] {
  const { definition } = words;
  const place = (field: string, excerpt: string) => ({ field: nameText(words, field), href: hrefOf(field), excerpt });
  const email = contactEmailOf(own.answers) ?? '';
  const theirs = ownSecretsIn(writtenForReaders(definition, answers), { receipt: '', email });
  return [
    ...theirs.map(({ field }) => ({ ...place(field, email), why: 'submit.found_own_email' as const })),
    ...findingsIn(definition, answers)
      .filter(({ excerpt }) => excerpt.toLowerCase() !== email.toLowerCase())
      .map(({ field, excerpt, type }) => ({ ...place(field, excerpt), why: reasons[type] })),
  ];
}

/** Places in which the receipt itself stands. */
export function receiptPlaces({ words, answers, own, hrefOf }: Looked): Missing[] {
  const written = writtenForReaders(words.definition, answers);
  return ownSecretsIn(written, { receipt: own.receipt, email: undefined }).map(({ field }) => ({
    message: nameText(words, field),
    href: hrefOf(field),
  }));
}
