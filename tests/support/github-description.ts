import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';

/** GitHub's own public description of the calls that we make, asked about one call or one answer at a time. */
type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly template: string;
  readonly method: string;
}

const file = fileURLToPath(new URL('github-openapi.json', import.meta.url));
const spec = withNull(JSON.parse(readFileSync(file, 'utf8'))) as Json & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
};
// The description has statuses that we do not always get; these are understood everywhere.
const EVERYWHERE = new Set([401, 403, 429, 500, 502, 503]);

const ajv = new Ajv({ strict: false, allErrors: true, formats: { 'repo.nwo': true } });
// The package is CommonJS; what TypeScript calls its default is a property of it.
(addFormatsModule as unknown as { default: (on: Ajv) => void }).default(ajv);
ajv.addSchema(spec, 'github');

/** Version 3.0 of OpenAPI writes `nullable`; JSON Schema writes a type more. */
function withNull(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNull);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, withNull(value)]),
  );
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

const compiled = new Map<string, ValidateFunction>();

function faultsAt(pointer: readonly string[], value: unknown): string[] {
  const ref = `github#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
  const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
  compiled.set(ref, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const patterns = Object.keys(spec.paths).map((template) => ({
  template,
  // A name in the path may be a branch, which has slashes.
  pattern: new RegExp(`^${template.replace(/\{(ref|path|basehead)\}/gu, '.+').replace(/\{\w+\}/gu, '[^/]+')}$`, 'u'),
}));

function operationOf(method: string, path: string): Operation | undefined {
  const lower = method.toLowerCase();
  const found = patterns.find(({ template, pattern }) => pattern.test(path) && spec.paths[template]?.[lower]);
  return found && { template: found.template, method: lower };
}

function at(node: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => {
    const next = typeof inner === 'object' && inner !== null ? (inner as Json)[name] : undefined;
    return resolve(next);
  }, node);
}

function resolve(node: unknown): unknown {
  const ref = typeof node === 'object' && node !== null ? (node as Json)['$ref'] : undefined;
  return typeof ref === 'string' ? at(spec, ...ref.slice(2).split('/')) : node;
}

/** What is wrong with a request; also a field or a parameter that GitHub does not know. */
export function requestFaults(method: string, url: URL, body: unknown): string[] {
  const operation = operationOf(method, decodeURIComponent(url.pathname));
  if (operation === undefined) return [`${method} ${url.pathname} is not in the description`];
  const { template } = operation;
  const declared = (spec.paths[template]?.[operation.method]?.['parameters'] ?? []) as readonly unknown[];
  const known = declared.map((one) => (resolve(one) as { name: string }).name);
  const strange = [...url.searchParams.keys()].filter((name) => !known.includes(name));
  const faults = strange.map((name) => `${method} ${template} has no parameter ${name}`);
  if (body === undefined) return faults;
  const schema = at(spec.paths, template, operation.method, 'requestBody', 'content', 'application/json', 'schema');
  // A body that may be null is an alternative by now.
  const properties = at(schema, 'properties') ?? at(schema, 'anyOf', '0', 'properties') ?? {};
  const extra = Object.keys(body as Json).filter((name) => !(name in (properties as Json)));
  const pointer = ['paths', template, operation.method, 'requestBody', 'content', 'application/json', 'schema'];
  return [
    ...faults,
    ...extra.map((name) => `${method} ${template} has no field ${name}`),
    ...faultsAt(pointer, body).map((fault) => `${method} ${template}: ${fault}`),
  ];
}

/** What is wrong with an answer; `mediaType` without parameters. */
export function answerFaults(method: string, path: string, status: number, mediaType: string, body: unknown): string[] {
  const operation = operationOf(method, path);
  if (operation === undefined) return [];
  const { template } = operation;
  const responses = at(spec.paths, template, operation.method, 'responses') as Json;
  const response = resolve(responses[String(status)]);
  if (response === undefined) {
    return EVERYWHERE.has(status) ? [] : [`${method} ${template} does not answer ${String(status)}`];
  }
  const content = at(response, 'content');
  if (content === undefined) return [];
  const schema = at(content, mediaType, 'schema');
  if (schema === undefined) return [`${method} ${template} does not answer ${mediaType}`];
  const ref = (responses[String(status)] as Json)['$ref'];
  const base =
    typeof ref === 'string'
      ? ref.slice(2).split('/')
      : ['paths', template, operation.method, 'responses', String(status)];
  const faults = faultsAt([...base, 'content', mediaType, 'schema'], body);
  return faults.map((fault) => `${method} ${template} ${String(status)}: ${fault}`);
}
