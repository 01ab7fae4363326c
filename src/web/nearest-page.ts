/** As much of a route as tells whether there is a page at its address. */
export interface PageRoute {
  readonly path: string;
  readonly get?: unknown;
}

/**
 * The page to go to from an address: itself, or, where a form is only posted to it, the nearest page above. An address
 * that no route has is left as it is.
 */
export function nearestPage(routes: readonly PageRoute[], path: string): string {
  const steps = path.split('/');
  const here = routes.find((route) => fits(route.path.split('/'), steps));
  if (here === undefined || here.get !== undefined) return path;
  return pageAbove(routes, steps.slice(0, -1));
}

function pageAbove(routes: readonly PageRoute[], steps: readonly string[]): string {
  const found = routes.find((route) => fits(route.path.split('/'), steps));
  return found?.get !== undefined || steps.length <= 2 ? steps.join('/') : pageAbove(routes, steps.slice(0, -1));
}

const fits = (pattern: readonly string[], steps: readonly string[]): boolean =>
  pattern.length === steps.length && pattern.every((step, at) => step.startsWith(':') || step === steps[at]);
