/** One line for one experiment; of a list its length is told. */
export function figuresLine(name: string, seed: number, figures: object): string {
  const said = Object.entries(figures).map(([key, value]: [string, unknown]) => {
    const shown = Array.isArray(value) ? value.length : value;
    return `${key}=${typeof shown === 'number' || typeof shown === 'boolean' ? String(shown) : '?'}`;
  });
  return [name, `seed=${String(seed)}`, ...said].join(' ');
}
