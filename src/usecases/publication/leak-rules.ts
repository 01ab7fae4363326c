import { sealedAnswers, theVersion } from '../../db/version-store.ts';
import { assignmentsOfSubmission } from '../../db/assignment-store.ts';
import { findPerson } from '../../db/person-store.ts';
import type { SubmissionRow } from '../../db/submission-store.ts';
import type { Answers, AnswerValue } from '../../domain/module/form.ts';
import type { LeakRules } from '../../domain/safety/leak-gate.ts';
import { textsIn } from '../../domain/module/texts-in.ts';
import type { ReadingUnit } from '../unit.ts';
import { consentVersion, type MadePage } from './make-page.ts';

/** Fields that name the contributor; on the page only as far as the attribution chosen prints them. */
const naming = ['organisation', 'public_name'] as const;

/**
 * What must not stand on this page: all contact data of the case, the names that the chosen attribution does not
 * print, and its reviewers' names and addresses. Sources that the contributor listed may stand there.
 */
export function leakRules(unit: Pick<ReadingUnit, 'tx'>, submission: SubmissionRow, made: MadePage): LeakRules {
  const { answers, attribution } = made;
  // An update may give away what those who wrote on the page before have kept to themselves.
  const writers = [...(made.before?.layers ?? []), { submission, version: submission.version }];
  const hidden = writers
    .flatMap(({ submission: { id }, version }) =>
      naming.map((field) => theVersion(unit.tx, id, version).answers[field]),
    )
    .filter((value): value is string => typeof value === 'string' && !attribution.text.includes(value));
  const sealed = writers.flatMap(({ submission: { id } }) => textsIn(sealedAnswers(unit.tx, id)));
  const reviewers = writers.flatMap((writer) => reviewersOf(unit, writer.submission));
  return {
    contacts: [...sealed.filter((text) => !isCode(text)), ...hidden, ...reviewers],
    // One commit in three hundred begins like a telephone number.
    allowed: [...sourcesIn(answers, made.before), attribution.text, consentVersion(made.definition)],
    countries: countriesIn(answers),
  };
}

/** A choice such as `email` or `receipt_code` says nothing about a person, and such words stand on any page. */
const isCode = (text: string): boolean => /^[a-z_]+$/.test(text);

function reviewersOf({ tx }: Pick<ReadingUnit, 'tx'>, submission: SubmissionRow): string[] {
  return assignmentsOfSubmission(tx, submission.id).flatMap(({ personId }) => {
    const person = findPerson(tx, personId);
    return person === undefined ? [] : [person.name, person.email];
  });
}

/** The sources of this page; what stands on it in other languages passed the gate with sources of its own. */
function sourcesIn(answers: Answers, before: MadePage['before']): string[] {
  const links: AnswerValue = answers['evidence_links'] ?? [];
  const texts = textsIn({ links, tool: answers['tool'] ?? null });
  const earlier = (before?.files ?? []).flatMap(({ text }) => text.match(CITED) ?? []);
  return [...texts, ...earlier.map((cited) => cited.slice(1, -1))].filter((text) => URL.canParse(text));
}

/** An address as the page writer prints it. */
const CITED = /<https?:[^<>\s]+>/gu;

function countriesIn(answers: Answers): string[] {
  const countries = answers['countries'];
  if (!Array.isArray(countries)) return [];
  return countries.filter((code): code is string => typeof code === 'string' && /^[A-Z]{2}$/.test(code));
}
