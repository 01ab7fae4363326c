import type { VNode } from 'preact';
import type { MessageKey, RichValues, Translate } from '../../src/i18n/translate.ts';

export interface TProps {
  t: Translate;
  k: MessageKey;
  /** Elements for `{name}`, functions for `<name>words</name>`. */
  values?: RichValues<VNode>;
}

/** A message with elements in it; when it is not translated yet, English marked as English. */
export function T({ t, k, values = {} }: TProps): VNode {
  const parts = t.rich<VNode>(k, values);
  if (t.languageOf(k) === t.lang) return <>{parts}</>;
  return (
    <span lang="en" dir="ltr">
      {parts}
    </span>
  );
}
