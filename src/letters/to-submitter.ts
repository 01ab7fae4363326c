import { letterCase, letterDecision, submittersAddress } from '../db/queries/letter-facts.ts';
import type { DecisionId } from '../domain/ids.ts';
import type { Letter } from '../domain/letters.ts';
import { paths } from '../paths.ts';
import { held, notWanted, type Composed, type LetterDesk } from './composed.ts';
import { speaker, words, writeLetter } from './written-letter.ts';

/**
 * The only letter to submitters: there is news, open your page. Never what the news is, never the receipt: others may
 * read it.
 */
export function newsLetter(desk: LetterDesk, letter: Extract<Letter, { name: 'news' }>): Composed {
  const found = letterCase(desk.db, letter.submissionId);
  if (found === undefined || isUndone(desk, letter.about)) return notWanted;
  if (found.held) return held;
  const addressee = { submissionId: found.id };
  const to = submittersAddress(desk.db, found.id);
  if (to === undefined) return { kind: 'no_address', addressee };
  const t = speaker(found.interfaceLanguage);
  const written = writeLetter(t, {
    subject: t('letters.news_subject'),
    parts: [words(t('letters.news_text')), words(t('letters.news_safety'))],
    link: { href: `${desk.baseUrl}${paths.receipt(t.lang, found.module)}`, label: t('letters.news_link') },
  });
  return { kind: 'written', to, letter: written, addressee };
}

/** News of a decision that was taken back before the letter left. */
function isUndone({ db }: LetterDesk, about: string): boolean {
  const [, decisionId] = /^decision:(.+)$/.exec(about) ?? [];
  return decisionId !== undefined && letterDecision(db, decisionId as DecisionId)?.undone === true;
}
