import { outcomes, reasonCategories, type Outcome, type ReasonCategory } from '../../domain/decision/decision.ts';
import { evidenceLevels, type EvidenceLevel } from '../../domain/module/rubric.ts';

/** One request as it stands in the form. `from` is the letter of a reviewer; '' for one of the curator's own. */
export interface TypedRequest {
  readonly include: boolean;
  readonly level: 'must' | 'should';
  readonly editorial: boolean;
  readonly field: string;
  readonly text: string;
  readonly from: string;
}

/** The form of a decision exactly as it was sent. */
export interface DecisionTyped {
  readonly outcome: Outcome;
  readonly revision: number;
  readonly category: ReasonCategory | undefined;
  readonly evidence: EvidenceLevel | undefined;
  readonly letter: string;
  readonly letterLanguage: string;
  readonly departureReason: string;
  readonly overrideReason: string;
  readonly requests: readonly TypedRequest[];
}

type Body = Readonly<Record<string, unknown>>;

const MOST_REQUESTS = 60;

/** Undefined when it names no outcome: then it is not this form. */
export function readDecisionForm(body: Body): DecisionTyped | undefined {
  const outcome = oneOf(outcomes, body['outcome']);
  if (outcome === undefined) return undefined;
  return {
    outcome,
    revision: Number(text(body['revision'])),
    category: oneOf(reasonCategories, body['category']),
    evidence: oneOf(evidenceLevels, body['evidence']),
    letter: text(body['letter']).replaceAll('\r\n', '\n'),
    letterLanguage: text(body['letter_language']),
    departureReason: text(body['departure_reason']),
    overrideReason: text(body['override_reason']),
    requests: readRequests(body),
  };
}

function readRequests(body: Body): TypedRequest[] {
  const found: TypedRequest[] = [];
  for (let index = 0; index < MOST_REQUESTS; index += 1) {
    const name = (part: string): unknown => body[`requests.${String(index)}.${part}`];
    // A request that came without its words takes nothing from those after it.
    if (name('text') === undefined && name('from') === undefined) continue;
    found.push({
      include: text(name('include')) === 'yes',
      level: text(name('level')) === 'should' ? 'should' : 'must',
      editorial: text(name('editorial')) === 'yes',
      field: text(name('field')),
      text: text(name('text')).replaceAll('\r\n', '\n'),
      from: text(name('from')),
    });
  }
  return found;
}

export const text = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
};

export const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === text(value));

/** The same values as hidden fields, so that the preview gives back everything. */
export function hiddenFields(typed: DecisionTyped): Record<string, string> {
  return {
    outcome: typed.outcome,
    revision: String(typed.revision),
    category: typed.category ?? '',
    evidence: typed.evidence ?? '',
    letter: typed.letter,
    letter_language: typed.letterLanguage,
    departure_reason: typed.departureReason,
    override_reason: typed.overrideReason,
    ...Object.fromEntries(
      typed.requests.flatMap((request, index) =>
        Object.entries({
          include: request.include ? 'yes' : '',
          level: request.level,
          editorial: request.editorial ? 'yes' : '',
          field: request.field,
          text: request.text,
          from: request.from,
        }).map(([part, value]) => [`requests.${String(index)}.${part}`, value]),
      ),
    ),
  };
}

export const blankRequest: TypedRequest = {
  include: false,
  level: 'must',
  editorial: false,
  field: '',
  text: '',
  from: '',
};

/** What will be asked: a request from a review when it is ticked, one of the curator's own when it has words. */
export const isAsked = (request: TypedRequest): boolean =>
  request.from === '' ? request.text.trim() !== '' : request.include;
