import type { VNode } from 'preact';
import type { MessageKey, Translate } from '../../src/i18n/translate.ts';
import { T } from '../components/t.tsx';

/** A heading and a list of plain statements. */
export function Points({
  t,
  heading,
  points,
}: {
  t: Translate;
  heading: MessageKey;
  points: readonly MessageKey[];
}): VNode {
  return (
    <section>
      <h2>{t(heading)}</h2>
      <ul>
        {points.map((point) => (
          <li>
            <T t={t} k={point} />
          </li>
        ))}
      </ul>
    </section>
  );
}
