import type { Letter } from '../domain/letters.ts';
import type { Composed, LetterDesk } from './composed.ts';
import { exportNewsLetter } from './to-export-people.ts';
import { reviewerLetter } from './to-reviewer.ts';
import { curatorAlertLetter, safetyAlertLetter, secondNeededLetter, signInLetter, welcomeLetter } from './to-staff.ts';
import { newsLetter } from './to-submitter.ts';

/** Writes a letter from the database as it is now, in its reader's language; or says why none leaves. */
export function composeLetter(desk: LetterDesk, letter: Letter): Composed {
  switch (letter.name) {
    case 'news':
      return newsLetter(desk, letter);
    case 'sign_in':
      return signInLetter(desk, letter);
    case 'welcome':
      return welcomeLetter(desk, letter);
    case 'second_needed':
      return secondNeededLetter(desk, letter);
    case 'safety_alert':
      return safetyAlertLetter(desk, letter);
    case 'curator_alert':
      return curatorAlertLetter(desk, letter);
    case 'export_news':
      return exportNewsLetter(desk, letter);
    case 'invitation':
    case 'invitation_reminder':
    case 'review_reminder':
    case 'assignment_code':
    case 'released':
    case 'review_returned':
    case 'review_thanks':
    case 'published_thanks':
      return reviewerLetter(desk, letter);
  }
}
