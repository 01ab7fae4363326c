import { letterExport, letterPerson, type LetterPerson } from '../db/queries/letter-facts.ts';
import { exportStanding, type Export, type ExportStanding } from '../domain/export/export.ts';
import type { ExportNews, Letter } from '../domain/letters.ts';
import { moduleText } from '../domain/module/definition.ts';
import { mayManagePeople } from '../domain/people/permissions.ts';
import { paths } from '../paths.ts';
import { notWanted, type Composed, type LetterDesk } from './composed.ts';
import { speaker, words, writeLetter } from './written-letter.ts';

type ExportLetter = Extract<Letter, { name: 'export_news' }>;

/** When there is still something to tell. */
const wanted: Readonly<Record<ExportNews, readonly ExportStanding[]>> = {
  waits: ['waiting'],
  asked: ['waiting'],
  answered: ['ready', 'refused'],
};

/**
 * That somebody asks for a file of all cases, to those who may approve it; and to whoever asked, so that they learn of
 * it too when it was not them. Neither who nor why: that is on the page.
 */
export function exportNewsLetter(desk: LetterDesk, letter: ExportLetter): Composed {
  const { module, personId, about } = letter;
  const found = letterExport(desk.db, module, letter.exportId);
  const person = letterPerson(desk.db, personId);
  const definition = desk.definition(module);
  if (found === undefined || person === undefined || definition === undefined) return notWanted;
  if (!concerns(person, found, about) || !wanted[about].includes(exportStanding(found, desk.now))) return notWanted;
  const t = speaker(person.language);
  const title = moduleText(definition, t.lang, 'module.title').text;
  const parts = [words(t(`letters.export_${about}_text`, { module: title }))];
  const link = { href: `${desk.baseUrl}${paths.exports(t.lang, module)}`, label: t('letters.export_link') };
  const written = writeLetter(t, { subject: t(`letters.export_${about}_subject`), parts, link });
  return { kind: 'written', to: person.email, letter: written, addressee: { personId } };
}

/** Whoever asked hears of their own, everybody else who may answer that it waits. */
function concerns({ id, name, roles }: LetterPerson, { module, askedBy }: Export, about: ExportNews): boolean {
  const isAsker = id === askedBy;
  return mayManagePeople({ kind: 'staff', personId: id, name, roles }, module) && isAsker === (about !== 'waits');
}
