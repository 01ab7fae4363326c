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
      return [{ place, ...withoutMatch(issue, name) }];
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

/** A `type` that is missing, or is none of those that there are; else a value that fits none of several shapes. */
function withoutMatch(issue: z.core.$ZodIssueInvalidUnion, name: string): Omit<Found, 'place'> {
  const { discriminator, input } = issue;
  const options = 'options' in issue ? issue.options : undefined;
  if (discriminator === undefined || options === undefined) return { kind: 'bad_value', params: { name } };
  const said = typeof input === 'object' && input !== null && Object.hasOwn(input, discriminator);
  return said
    ? { kind: 'not_allowed', params: { name, allowed: options.map(String).join(', ') } }
    : { kind: 'missing', params: { name } };
}

const own = (message: string): message is 'bad_id' | 'bad_value' => message === 'bad_id' || message === 'bad_value';

/** The last key that has a name; places in lists are counted from 1, as people count. */
function nameOf(place: Place): string {
  const last = place.at(-1);
  if (last === undefined) return 'module.yml';
  if (typeof last === 'string') return last;
  return `${String(place.at(-2) ?? '')} ${String(last + 1)}`.trim();
}
