import { IntlMessageFormat } from 'intl-messageformat';

interface Element {
  readonly type: number;
  readonly value: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
  readonly children?: readonly Element[];
}

const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;

const parse = (message: string): readonly Element[] =>
  new IntlMessageFormat(message, 'en').getAst() as unknown as readonly Element[];

function walk(elements: readonly Element[], visit: (element: Element) => void): void {
  for (const element of elements) {
    visit(element);
    for (const option of Object.values(element.options ?? {})) walk(option.value, visit);
    walk(element.children ?? [], visit);
  }
}

/** The names of the values and tags that an ICU message asks for, sorted. Throws when the message is not ICU. */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  walk(parse(message), ({ type, value }) => {
    if (type !== LITERAL && type !== POUND) names.add(String(value));
  });
  return [...names].sort();
}

/** The categories that each plural of a message answers: `['one', 'other']`. */
export function pluralsOf(message: string): string[][] {
  const plurals: string[][] = [];
  walk(parse(message), ({ type, options }) => {
    if (type === PLURAL) plurals.push(Object.keys(options ?? {}));
  });
  return plurals;
}
