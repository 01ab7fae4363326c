import type { VNode } from 'preact';
import type { Translate } from '../../src/i18n/translate.ts';

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Two wordings of one text as one, with what was added and what was taken out. */
export function Diff({
  t,
  parts,
  lang,
}: {
  t: Translate;
  parts: readonly DiffPart[];
  lang?: string | undefined;
}): VNode {
  if (parts.every((part) => part.kind === 'same')) return <p class="quietly">{t('common.unchanged')}</p>;
  return (
    <div class="diff typed" dir="auto" lang={lang}>
      {parts.map((part) => (
        <DiffSpan t={t} part={part} />
      ))}
    </div>
  );
}

function DiffSpan({ t, part }: { t: Translate; part: DiffPart }): VNode {
  if (part.kind === 'same') return <>{part.text}</>;
  const Element = part.kind === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span class="unseen">{t(part.kind === 'added' ? 'common.added' : 'common.removed')} </span>
      {part.text}
    </Element>
  );
}

export interface PatchLine {
  readonly kind: 'file' | 'place' | 'same' | 'added' | 'removed';
  /** The line without its leading `+`, `-` or space. */
  readonly text: string;
}

/** A change of files as git shows it, line by line. */
export function Patch({ t, lines }: { t: Translate; lines: readonly PatchLine[] }): VNode {
  return (
    <div class="patch">
      {lines.map((line) => (
        <div class={line.kind} dir="auto">
          {(line.kind === 'added' || line.kind === 'removed') && (
            <span class="unseen">{t(line.kind === 'added' ? 'common.added' : 'common.removed')} </span>
          )}
          {line.text}
        </div>
      ))}
    </div>
  );
}
