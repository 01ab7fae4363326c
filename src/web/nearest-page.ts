/** As much of a route as tells whether there is a page at its address. */
export interface PageRoute {
  readonly path: string;
  readonly get?: unknown;
}

/** The page to go to from an address. */
export type NearestPage = (path: string) => string;

/**
 * Leads to the address itself, or, where a form is only posted to it, to the nearest page above. An address that no
 * route has is left as it is. `routes` may be filled later: they are looked at with the first page.
 */
export function nearestPageAmong(routes: readonly PageRoute[]): NearestPage {
  let patterns: Pattern[] | undefined;
  return (path) => {
    patterns ??= routes.map((route) => ({ steps: route.path.split('/'), hasPage: route.get !== undefined }));
    const steps = path.split('/');
    const here = found(patterns, steps);
    return here === undefined || here.hasPage ? path : pageAbove(patterns, steps.slice(0, -1));
  };
}

interface Pattern {
  readonly steps: readonly string[];
  readonly hasPage: boolean;
}

function pageAbove(patterns: readonly Pattern[], steps: readonly string[]): string {
  const isPage = found(patterns, steps)?.hasPage === true || steps.length <= 2;
  return isPage ? steps.join('/') : pageAbove(patterns, steps.slice(0, -1));
}

const found = (patterns: readonly Pattern[], steps: readonly string[]): Pattern | undefined =>
  patterns.find((pattern) => fits(pattern.steps, steps));

const fits = (pattern: readonly string[], steps: readonly string[]): boolean =>
  pattern.length === steps.length && pattern.every((step, at) => step.startsWith(':') || step === steps[at]);
