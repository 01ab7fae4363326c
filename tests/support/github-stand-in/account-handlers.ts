import { createPublicKey, randomUUID, verify, type KeyObject } from 'node:crypto';
import { created, invalid, notFound, ok, refusal, text, type Answer, type Asked, type Handler } from './answer.ts';
import { repositoryJson } from './shapes.ts';
import type { World } from './world.ts';

export interface AppOfStandIn {
  readonly appId: string;
  readonly installationId: string;
  readonly publicKey: KeyObject;
}

/** Who is asking, and what they may: the repository's card, and tokens for an App that can sign. */
export function accountHandlers(world: World, app: AppOfStandIn | undefined): Readonly<Record<string, Handler>> {
  return {
    'GET ': () => Promise.resolve(ok(repositoryJson(world.account))),
    'GET /repositories/{id}': ({ params }) =>
      Promise.resolve(params['id'] === String(world.id) ? ok(repositoryJson(world.account)) : notFound()),
    'POST /app/installations/{installation_id}/access_tokens': (asked) =>
      Promise.resolve(app === undefined ? notFound() : mint(world, app, asked)),
  };
}

const granted = { contents: 'write', pull_requests: 'write', metadata: 'read' } as Readonly<Record<string, string>>;

function mint(world: World, app: AppOfStandIn, { headers, params, body }: Asked): Answer {
  if (!isSigned(app, text(headers['authorization']))) {
    return refusal(401, 'A JSON web token could not be decoded');
  }
  if (params['installation_id'] !== app.installationId) return notFound();
  const wanted = (body['permissions'] ?? granted) as Readonly<Record<string, string>>;
  if (Object.entries(wanted).some(([name, right]) => granted[name] !== right && granted[name] !== 'write')) {
    return invalid('The permissions requested are not granted to this installation.');
  }
  const ids = body['repository_ids'];
  if (Array.isArray(ids) && !ids.includes(world.id)) {
    return invalid(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const token = `ghs_${randomUUID()}`;
  world.tokens.add(token);
  const expires = new Date(Date.now() + 60 * 60_000).toISOString();
  return created({ token, expires_at: expires, permissions: wanted, repository_selection: 'selected' });
}

function isSigned(app: AppOfStandIn, header: string): boolean {
  const [head = '', claims = '', signature = ''] = header.replace(/^bearer /iu, '').split('.');
  const signed = Buffer.from(`${head}.${claims}`);
  if (!verify('sha256', signed, app.publicKey, Buffer.from(signature, 'base64url'))) return false;
  const { iss, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iss: unknown; exp: number };
  return String(iss) === app.appId && exp * 1000 > Date.now();
}

export const publicKeyOf = (privateKey: string): KeyObject => createPublicKey(privateKey);
