import type { Request, Response } from 'express';
import { h } from 'preact';
import { LetterPage, MailboxPage } from '../../../views/mail/mail-pages.tsx';
import { paths } from '../../paths.ts';
import type { Route, WebKit } from '../routes.ts';
import { visitOf } from '../visit.ts';
import { letterParts } from './letter-parts.ts';

/** In the demonstration only: what would have been mailed, with links that can be followed. */
export const mailRoutes = (kit: WebKit): Route[] => [
  { path: '/:lang/mail', who: 'demonstration', get: (req, res) => showMailbox(kit, req, res) },
  { path: '/:lang/mail/:letter', who: 'demonstration', get: (req, res) => showLetter(kit, req, res) },
];

/** People see dates; which zone it is matters to nobody here. */
const ZONE = 'UTC';

async function showMailbox(kit: WebKit, req: Request, res: Response): Promise<void> {
  const { lang, t } = visitOf(req);
  const written = (await kit.deps.outbox?.list()) ?? [];
  const letters = written.map(({ id, to, subject, date }) => ({
    href: paths.letter(lang, id),
    to,
    subject,
    date: t.date(date, ZONE),
  }));
  kit.page(res, 200, h(MailboxPage, { t, model: { page: kit.chrome(req), letters } }));
}

async function showLetter(kit: WebKit, req: Request, res: Response): Promise<void> {
  const { lang, t } = visitOf(req);
  const letter = await kit.deps.outbox?.read(String(req.params['letter']));
  if (letter === undefined) {
    kit.refuse(req, res, { kind: 'not_found' });
    return;
  }
  const { to, subject, date, text } = letter;
  const model = {
    page: kit.chrome(req),
    back: paths.mail(lang),
    to,
    subject,
    date: t.date(date, ZONE),
    body: letterParts(text),
  };
  kit.page(res, 200, h(LetterPage, { t, model }));
}
