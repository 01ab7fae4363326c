/** Everything that a browser is told over this line: every answer, also those of redirects, each distinct one once. */
export class ListeningLine {
  readonly #told = new Set<string>();
  /** How many answers came. */
  answers = 0;
  readonly statuses = new Map<number, number>();

  readonly line: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const text = await answer.text();
    this.answers += 1;
    this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
    for (const [name, value] of answer.headers) this.#told.add(`${name}: ${value}`);
    this.#told.add(withoutTokens(text));
    return new Response(text === '' ? null : text, answer);
  };

  get bytes(): string {
    return [...this.#told].join('\n');
  }
}

/** What is another one each time, so that the same page twice is one page: a token of a form, the name of a fault. */
const withoutTokens = (html: string): string =>
  html.replace(/name="(?:csrf|form_id)" value="[^"]*"/gu, '').replace(/E-[0-9A-Z]{8}/gu, 'E-');
