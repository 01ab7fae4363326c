import {
  letterCase,
  letterDecision,
  letterPerson,
  minutesOfRequest,
  type LetterCase,
  type LetterPerson,
} from '../db/queries/letter-facts.ts';
import { partTakers } from '../db/queries/part-takers.ts';
import type { PersonId, SubmissionId } from '../domain/ids.ts';
import type { CuratorAlert, Letter } from '../domain/letters.ts';
import { moduleText } from '../domain/module/definition.ts';
import { maySeeCase } from '../domain/people/permissions.ts';
import { formatCode, signInSecrets } from '../domain/people/sign-in-secrets.ts';
import type { SubmissionState } from '../domain/submission/state.ts';
import type { Translate } from '../i18n/translate.ts';
import { paths } from '../paths.ts';
import { held, notWanted, type Composed, type LetterDesk } from './composed.ts';
import { code, speaker, words, writeLetter, type LetterWords } from './written-letter.ts';

/** What security needs to hear is told under a hold too. */
const toldUnderHold: readonly CuratorAlert[] = ['landed_on_hold', 'identity_shown'];

/** What is old news once the case has gone on from this state. */
const onlyIn: Partial<Record<CuratorAlert, SubmissionState>> = {
  new_case: 'screening',
  revision_answered: 'screening',
  reviews_in: 'in_review',
  bounced: 'accepted',
  withdrawn: 'withdrawn',
};

export function signInLetter(desk: LetterDesk, letter: Extract<Letter, { name: 'sign_in' }>): Composed {
  const person = letter.personId === null ? undefined : letterPerson(desk.db, letter.personId);
  const secrets = signInSecrets(letter.requestId, desk.keys.linkFor);
  const minutes = minutesOfRequest(desk.db, desk.keys.hash('link', secrets.token), desk.now);
  if (person === undefined || minutes === undefined) return notWanted;
  const t = speaker(person.language);
  return toPerson(t, person, {
    subject: t('letters.sign_in_subject'),
    parts: [
      words(t('letters.sign_in_text', { minutes })),
      words(t('letters.sign_in_code')),
      code(formatCode(secrets.code)),
      words(t('letters.sign_in_not_you')),
    ],
    link: { href: `${desk.baseUrl}${paths.signInLink(t.lang, secrets.token)}`, label: t('letters.sign_in_link') },
  });
}

/** Somebody was added to a module: how they sign in, or that a reviewer need not. */
export function welcomeLetter(desk: LetterDesk, letter: Extract<Letter, { name: 'welcome' }>): Composed {
  const person = letterPerson(desk.db, letter.personId);
  const definition = desk.definition(letter.module);
  if (person === undefined || definition === undefined) return notWanted;
  const t = speaker(person.language);
  const roles = person.roles.filter(({ module }) => module === letter.module);
  const reviewsOnly = roles.every(({ role }) => role === 'reviewer');
  const module = moduleText(definition, t.lang, 'module.title').text;
  const path = reviewsOnly ? paths.module(t.lang, letter.module) : paths.signIn(t.lang);
  return toPerson(t, person, {
    subject: t('letters.welcome_subject'),
    parts: [words(reviewsOnly ? t('letters.welcome_reviewer', { module }) : t('letters.welcome_text', { module }))],
    link: {
      href: `${desk.baseUrl}${path}`,
      label: reviewsOnly ? t('letters.welcome_reviewer_link') : t('letters.welcome_link'),
    },
  });
}

export function secondNeededLetter(desk: LetterDesk, letter: Extract<Letter, { name: 'second_needed' }>): Composed {
  const decision = letterDecision(desk.db, letter.decisionId);
  if (decision?.awaitsSecond !== true) return notWanted;
  return aboutCase(desk, decision.submissionId, letter.personId, false, (t, { publicId: id }) => ({
    subject: t('letters.second_needed_subject', { id }),
    text: t('letters.second_needed_text', { id }),
  }));
}

export function safetyAlertLetter(desk: LetterDesk, letter: Extract<Letter, { name: 'safety_alert' }>): Composed {
  return aboutCase(desk, letter.submissionId, letter.personId, true, (t, { publicId: id, held: stopped }) => ({
    subject: t('letters.safety_alert_subject', { id }),
    text: stopped ? t('letters.safety_alert_held', { id }) : t('letters.safety_alert_text', { id }),
  }));
}

export function curatorAlertLetter(desk: LetterDesk, letter: Extract<Letter, { name: 'curator_alert' }>): Composed {
  const { submissionId, personId, about } = letter;
  const wanted = onlyIn[about];
  if (wanted !== undefined && letterCase(desk.db, submissionId)?.state !== wanted) return notWanted;
  return aboutCase(desk, submissionId, personId, toldUnderHold.includes(about), (t, { publicId: id }) => ({
    subject: t(`letters.alert_${about}_subject`, { id }),
    text: t(`letters.alert_${about}_text`),
  }));
}

/** To staff who may see the case today: a role taken away, or a part taken in it, ends the letters about it. */
function aboutCase(
  desk: LetterDesk,
  submissionId: SubmissionId,
  personId: PersonId,
  underHold: boolean,
  say: (t: Translate, about: LetterCase) => { subject: string; text: string },
): Composed {
  const about = letterCase(desk.db, submissionId);
  const person = letterPerson(desk.db, personId);
  if (about === undefined || person === undefined) return notWanted;
  const actor = { kind: 'staff', personId, name: person.name, roles: person.roles } as const;
  const ref = { submissionId, module: about.module, partTakers: partTakers(desk.db, submissionId) };
  if (!maySeeCase(actor, ref)) return notWanted;
  if (about.held && !underHold) return held;
  const t = speaker(person.language);
  const { subject, text } = say(t, about);
  const href = `${desk.baseUrl}${paths.case(t.lang, about.module, about.publicId)}`;
  return toPerson(
    t,
    person,
    { subject, parts: [words(text)], link: { href, label: t('letters.case_link') } },
    about.id,
  );
}

function toPerson(t: Translate, person: LetterPerson, letter: LetterWords, submissionId?: SubmissionId): Composed {
  const addressee = { personId: person.id, submissionId };
  return { kind: 'written', to: person.email, letter: writeLetter(t, letter), addressee };
}
