import type { z } from 'zod';
import type { MistakeKind } from '../../domain/module/mistakes.ts';
import type { Place } from './yaml-source.ts';

export interface Found {
  readonly place: Place;
  readonly kind: MistakeKind;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Says in our own kinds what zod found, each with its place. */
export function shapeMistakes(error: z.ZodError): readonly Found[] {
  return error.issues.flatMap(describe);
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue): readonly Found[] {
  const place = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const name = nameOf(place);
  const one = (kind: MistakeKind, params: Found['params'] = {}): Found[] => [
    { place, kind, params: { name, ...params } },
  ];
  if (own(issue.message)) return one(issue.message);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? one('missing') : one('wrong_type', { expected: issue.expected });
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ place: [...place, key], kind: 'unknown_key', params: { name: key } }));
    case 'invalid_value':
      return issue.input === undefined
        ? one('missing')
        : one('not_allowed', { allowed: issue.values.map(String).join(', ') });
    case 'invalid_union':
      return one('bad_value');
    case 'too_small':
      return one('too_small', { limit: Number(issue.minimum) });
    case 'too_big':
      return one('too_large', { limit: Number(issue.maximum) });
    case 'invalid_key':
      return one('bad_id');
    default:
      return one('bad_value');
  }
}

const own = (message: string): message is 'bad_id' | 'bad_value' => message === 'bad_id' || message === 'bad_value';

/** The last key that has a name; places in lists are counted from 1, as people count. */
function nameOf(place: Place): string {
  const last = place.at(-1);
  if (last === undefined) return 'module.yml';
  if (typeof last === 'string') return last;
  return `${String(place.at(-2) ?? '')} ${String(last + 1)}`.trim();
}
