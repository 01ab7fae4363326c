import type { LeakModel } from '../../../views/publication/leaks.tsx';
import type { Leak } from '../../domain/safety/leak-gate.ts';
import type { Translate } from '../../i18n/translate.ts';

interface StoredFile {
  readonly path: string;
  readonly text: string;
}

/** Characters shown on either side of what was found. */
const AROUND = 70;

/** What must not stand on the page, with the words in which it stands. The same words are shown once. */
export function leakModels(t: Translate, leaks: readonly Leak[], files: readonly StoredFile[]): LeakModel[] {
  const models = leaks.map((leak) => ({ what: whatText(t, leak), ...placeOf(leak, files) }));
  return [...new Map(models.map((model) => [`${model.what}\n${model.found}`, model])).values()];
}

function whatText(t: Translate, leak: Leak): string {
  switch (leak.kind) {
    case 'identifier':
      return t(`publication.leak_${leak.type}`);
    case 'contact':
    case 'markup':
    case 'path':
      return t(`publication.leak_${leak.kind}`);
  }
}

function placeOf(leak: Leak, files: readonly StoredFile[]): Omit<LeakModel, 'what'> {
  const found = leak.kind === 'path' ? leak.path : leak.excerpt;
  const text = files.find(({ path }) => path === leak.path)?.text ?? '';
  const at = text.toLowerCase().indexOf(found.toLowerCase());
  // Found only once signs and spaces are left out: then the words around it cannot be shown.
  if (at === -1) return { before: '', found, after: '' };
  const end = at + found.length;
  const before = text.slice(Math.max(0, at - AROUND), at).replace(/^\S*\s/u, '');
  const after = text.slice(end, end + AROUND).replace(/\s\S*$/u, '');
  // Of its own line only: the lines around it say something else.
  return {
    before: before.slice(before.lastIndexOf('\n') + 1),
    found: text.slice(at, end),
    after: after.split('\n', 1)[0] ?? '',
  };
}
