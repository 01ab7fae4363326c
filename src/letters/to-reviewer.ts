import {
  caseOfAssignment,
  letterOutcome,
  letterPerson,
  minutesOfRequest,
  type LetterPerson,
} from '../db/queries/letter-facts.ts';
import { assignmentOf, blindedPractice, type ReviewersAssignment } from '../db/queries/reviewer-desk.ts';
import type { Door } from '../domain/assignment/door.ts';
import type { Letter } from '../domain/letters.ts';
import { moduleText } from '../domain/module/definition.ts';
import { knownFields } from '../domain/module/known-fields.ts';
import { formatCode, signInSecrets } from '../domain/people/sign-in-secrets.ts';
import { hoursToReview, wordsToRead } from '../domain/review/reading-time.ts';
import type { Translate } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import type { LetterPart } from '../../views/letters/letter-document.tsx';
import { held, notWanted, type Composed, type LetterDesk } from './composed.ts';
import { plainTitle } from './plain-title.ts';
import { code, speaker, words, writeLetter, type LetterWords } from './written-letter.ts';

export type ReviewerLetter = Extract<Letter, { assignmentId: unknown }>;

/** When a letter still has something to tell: the doors that its assignment may stand at. */
const wanted: Readonly<Record<ReviewerLetter['name'], readonly Door[]>> = {
  invitation: ['invited'],
  invitation_reminder: ['invited'],
  review_reminder: ['accepted'],
  assignment_code: ['accepted', 'submitted'],
  released: ['released'],
  review_returned: ['accepted'],
  review_thanks: ['submitted', 'closed'],
  published_thanks: ['submitted', 'closed'],
};

interface Known {
  readonly desk: LetterDesk;
  readonly t: Translate;
  readonly assignment: ReviewersAssignment;
  /** Of the practice, as reviewers may read it. */
  readonly title: string;
  readonly hours: number;
  readonly module: string;
}

/** Letters to reviewers: the title and the dates, in the text only, and the link of the one assignment. */
export function reviewerLetter(desk: LetterDesk, letter: ReviewerLetter): Composed {
  const about = caseOfAssignment(desk.db, letter.assignmentId);
  const assignment = assignmentOf(desk.db, letter.assignmentId, desk.now);
  const person = assignment && letterPerson(desk.db, assignment.personId);
  if (about === undefined || assignment === undefined || person === undefined) return notWanted;
  if (about.held) return held;
  if (!wanted[letter.name].includes(assignment.door)) return notWanted;
  if (letter.name === 'released' && !hasHeard(desk, assignment)) return notWanted;
  const parts = textOf(known(desk, assignment, person), letter);
  if (parts === undefined) return notWanted;
  const addressee = { personId: person.id, submissionId: about.id };
  return { kind: 'written', to: person.email, letter: writeLetter(speaker(person.language), parts), addressee };
}

/** Who never got the invitation (the mail server was down) need not read that it was taken back. */
function hasHeard({ db }: LetterDesk, { id, reviewDue }: ReviewersAssignment): boolean {
  return reviewDue !== undefined || letterOutcome(db, `invitation:${id}`) === 'sent';
}

function known(desk: LetterDesk, assignment: ReviewersAssignment, person: LetterPerson): Known {
  const t = speaker(person.language);
  const { definition } = assignment;
  const practice = blindedPractice(desk.db, assignment);
  return {
    desk,
    t,
    assignment,
    title: plainTitle(practice.answers[knownFields.title]),
    hours: hoursToReview(wordsToRead(definition, practice.answers)),
    module: moduleText(definition, t.lang, 'module.title').text,
  };
}

function textOf(facts: Known, letter: ReviewerLetter): LetterWords | undefined {
  const { t, title, module } = facts;
  switch (letter.name) {
    case 'invitation':
      return invitation(facts);
    case 'invitation_reminder': {
      const text = t('letters.invitation_reminder_text', {
        title,
        respondBy: dayIn(facts, facts.assignment.respondBy),
      });
      const parts = [words(text), words(t('letters.invitation_private'))];
      return {
        subject: t('letters.invitation_reminder_subject'),
        parts,
        link: ownLink(facts, 'letters.invitation_link'),
      };
    }
    case 'review_reminder':
      return reviewReminder(facts, letter.day);
    case 'assignment_code':
      return assignmentCode(facts, letter.requestHash);
    case 'released': {
      const parts = [words(t('letters.released_text', { title }))];
      return { subject: t('letters.released_subject'), parts, link: ownLink(facts, 'letters.released_link') };
    }
    case 'review_returned': {
      const due = dayIn(facts, facts.assignment.reviewDue ?? facts.assignment.respondBy);
      const parts = [words(t('letters.review_returned_text', { title, due }))];
      return { subject: t('letters.review_returned_subject'), parts, link: ownLink(facts, 'letters.review_link') };
    }
    case 'review_thanks': {
      const parts = [words(t('letters.review_thanks_text', { title }))];
      return { subject: t('letters.review_thanks_subject'), parts, link: ownLink(facts, 'letters.review_link') };
    }
    case 'published_thanks': {
      const href = `${facts.desk.baseUrl}${paths.module(t.lang, facts.assignment.definition.id)}`;
      const parts = [words(t('letters.published_thanks_text', { title, module }))];
      const link = { href, label: t('letters.published_thanks_link') };
      return { subject: t('letters.published_thanks_subject'), parts, link };
    }
  }
}

function invitation(facts: Known): LetterWords {
  const { t, title, module, hours, assignment } = facts;
  const { respondBy, definition } = assignment;
  const effort = { hours, days: definition.policy.reviewDays, respondBy: dayIn(facts, respondBy) };
  return {
    subject: t('letters.invitation_subject'),
    parts: [
      words(t('letters.invitation_text', { module, title })),
      words(t('letters.invitation_effort', effort)),
      words(t('letters.invitation_no')),
      words(t('letters.invitation_private')),
    ],
    link: ownLink(facts, 'letters.invitation_link'),
  };
}

/** The last of the reminders, in days after the due day: after it the place is given to somebody else. */
const LAST_DAY = 14;

function reviewReminder(facts: Known, day: number): LetterWords | undefined {
  const { t, title, assignment } = facts;
  if (assignment.reviewDue === undefined) return undefined;
  const due = dayIn(facts, assignment.reviewDue);
  const late = facts.desk.now > assignment.reviewDue;
  const parts: LetterPart[] = [
    words(late ? t('letters.review_reminder_late', { title, due }) : t('letters.review_reminder_soon', { title, due })),
  ];
  if (assignment.mayExtend) parts.push(words(t('letters.review_reminder_extend')));
  if (day >= LAST_DAY) parts.push(words(t('letters.review_reminder_last')));
  return { subject: t('letters.review_reminder_subject'), parts, link: ownLink(facts, 'letters.review_link') };
}

function assignmentCode(facts: Known, requestHash: string): LetterWords | undefined {
  const { desk, t } = facts;
  const minutes = minutesOfRequest(desk.db, requestHash, desk.now);
  if (minutes === undefined) return undefined;
  return {
    subject: t('letters.assignment_code_subject'),
    parts: [
      words(t('letters.assignment_code_text', { minutes })),
      code(formatCode(signInSecrets(requestHash, desk.keys.linkFor).code)),
      words(t('letters.sign_in_not_you')),
    ],
    link: ownLink(facts, 'letters.review_link'),
  };
}

const dayIn = ({ t, assignment }: Known, when: Date): string => t.date(when, assignment.definition.policy.timeZone);

/** The link of this assignment, worked out again and never stored. */
function ownLink(
  { desk, t, assignment }: Known,
  label: 'letters.invitation_link' | 'letters.review_link' | 'letters.released_link',
): LetterWords['link'] {
  return { href: `${desk.baseUrl}${paths.invitation(t.lang, desk.keys.linkFor(assignment.id))}`, label: t(label) };
}
