import type { Translate } from '../../../src/i18n/translate.ts';
import { CheckMailPage } from '../../../views/account/check-mail-page.tsx';
import { ConfirmSignInPage } from '../../../views/account/confirm-sign-in-page.tsx';
import { SignInPage } from '../../../views/account/sign-in-page.tsx';
import { HomePage } from '../../../views/home/home-page.tsx';
import type { PageModel } from '../../../views/layouts/page.tsx';
import { LetterPage, MailboxPage } from '../../../views/mail/mail-pages.tsx';
import { ProblemPage } from '../../../views/problems/problem-page.tsx';
import { LicencesPage } from '../../../views/standing/licences-page.tsx';
import { OperatorPage } from '../../../views/standing/operator-page.tsx';
import { PrivacyPage } from '../../../views/standing/privacy-page.tsx';
import { SafetyPage } from '../../../views/standing/safety-page.tsx';
import type { Sample } from './sample.ts';
import { wordsOf } from './words.ts';

const safetyAddress = 'safety@example.org';

/** The pages that stand around the work. */
export function standingPages(t: Translate, page: PageModel): Sample[] {
  const w = wordsOf(t.lang);
  const form = { page, action: '#', csrf: 'x' };
  const operator = {
    module: w.module,
    name: 'Example Foundation',
    contact: 'editors@example.org',
    safetyContact: safetyAddress,
    site: 'https://example.org/module',
  };
  const module = { title: w.module, summary: w.prose, start: '#start', receipt: '#receipt' };
  const letter = { to: 'amina@example.org', subject: w.short, date: t.date('2026-11-25', 'UTC') };
  return [
    {
      name: 'home',
      page: <HomePage t={t} model={{ page, safety: '#s', modules: [module, { ...module, goOn: '#on' }] }} />,
    },
    {
      name: 'safety',
      page: <SafetyPage t={t} model={{ page, contacts: [{ module: w.module, address: safetyAddress }] }} />,
    },
    { name: 'privacy', page: <PrivacyPage t={t} model={{ page, operator: '#o' }} /> },
    { name: 'operator', page: <OperatorPage t={t} model={{ page, operators: [operator], licences: '#l' }} /> },
    { name: 'licences', page: <LicencesPage t={t} model={{ page }} /> },
    { name: 'sign-in', page: <SignInPage t={t} model={{ ...form, address: 'amina@', wrong: true }} /> },
    { name: 'check-mail', page: <CheckMailPage t={t} model={{ ...form, again: '#a', wrong: false, letters: '#m' }} /> },
    { name: 'confirm', page: <ConfirmSignInPage t={t} model={{ ...form, address: 'a•••@example.org' }} /> },
    { name: 'mailbox', page: <MailboxPage t={t} model={{ page, letters: [{ ...letter, href: '#1' }] }} /> },
    {
      name: 'letter',
      page: (
        <LetterPage
          t={t}
          model={{
            ...letter,
            page,
            back: '#',
            body: [
              { kind: 'text', text: `${w.lead}\n\n` },
              { kind: 'link', href: 'http://localhost:3000/en/t/4Zk2vQmX0aYwT1bC8dEfGh' },
            ],
          }}
        />
      ),
    },
    {
      name: 'problem',
      page: (
        <ProblemPage
          t={t}
          model={{
            page: { ...page, quickExit: '#exit' },
            title: t('problems.stale_form_title'),
            todo: t('problems.stale_form_todo'),
            typed: [{ name: 'a', text: w.prose }],
            written: [w.prose],
            again: { action: '#', csrf: 'x' },
            reference: 'F-7K2M',
          }}
        />
      ),
    },
  ];
}
