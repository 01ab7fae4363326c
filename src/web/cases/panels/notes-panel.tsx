import { NotesPanel } from '../../../../views/cases/record-panels.tsx';
import { notesOf } from '../../../db/queries/case-history.ts';
import { paths } from '../../../paths.ts';
import { addNote } from '../../../usecases/cases/add-note.ts';
import type { WebKit } from '../../routes.ts';
import type { CasePanel } from '../case-panel.ts';
import type { CaseVisit } from '../case-visit.ts';

/** Notes among the staff of the module. */
export const notesPanel: CasePanel = {
  id: 'notes',
  label: 'curator.tab_notes',
  shown: () => true,
  body: (kit, _req, at) => panel(kit, at, ''),
  post: async (kit, req, res, at, again) => {
    const typed = (req.body as Record<string, unknown>)['text'];
    const text = typeof typed === 'string' ? typed : '';
    if (text.trim() === '') {
      const error = at.t('curator.note_empty');
      again(422, panel(kit, at, text, error), [{ field: 'text', message: error }]);
      return;
    }
    const noted = await kit.deps.write((unit) => addNote(unit, at.staff, { submissionId: at.submission.id, text }));
    if (noted.ok) res.redirect(303, `${addressOf(at)}?done=noted`);
    else kit.refuse(req, res, noted.refusal);
  },
};

const addressOf = ({ lang, module, submission }: CaseVisit): string =>
  paths.casePart(lang, module.id, submission.publicId, 'notes');

function panel(kit: WebKit, at: CaseVisit, typed: string, error?: string) {
  const { t, module, submission, csrf } = at;
  const notes = notesOf(kit.deps.db, submission.id).map((note) => ({
    when: t.date(new Date(note.at), module.policy.timeZone),
    by: note.by,
    text: note.text,
  }));
  return <NotesPanel t={t} model={{ action: addressOf(at), csrf, typed, error, notes }} />;
}
