import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountHandlers, type AppOfStandIn } from './account-handlers.ts';
import { notFound, refusal, text, type Answer, type Asked, type Handler } from './answer.ts';
import { BareRepository } from './bare-repository.ts';
import { spoil, type FaultPlan } from './faults.ts';
import { gitHandlers } from './git-handlers.ts';
import { pullHandlers } from './pull-handlers.ts';
import { World } from './world.ts';

export interface StandInOptions {
  readonly gitDir: string;
  readonly owner?: string;
  readonly name?: string;
  readonly tokens?: readonly string[];
  readonly app?: AppOfStandIn;
}

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handle: Handler;
}

/** GitHub as far as we use it, over a real bare repository, with what emulators lack: conflicts, wrong tokens, rules, faults. */
export class GitHubStandIn {
  readonly world: World;
  readonly #routes: readonly Route[];
  readonly #server: Server;
  /** What goes wrong; a test sets it. */
  faults: FaultPlan = () => undefined;
  /** Every request that arrived, as `POST /git/refs`. */
  readonly seen: string[] = [];

  private constructor(options: StandInOptions) {
    const { gitDir, owner = 'commons', name = 'content', tokens = [], app } = options;
    this.world = new World(new BareRepository(gitDir), owner, name);
    for (const token of tokens) this.world.tokens.add(token);
    const handlers = { ...accountHandlers(this.world, app), ...gitHandlers(this.world), ...pullHandlers(this.world) };
    this.#routes = Object.entries(handlers).map(routeOf);
    this.#server = createServer((req, res) => {
      void this.#serve(req, res);
    });
  }

  static async start(options: StandInOptions): Promise<GitHubStandIn> {
    const standIn = new GitHubStandIn(options);
    standIn.#server.listen(0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    standIn.world.api = `http://127.0.0.1:${String((standIn.#server.address() as AddressInfo).port)}`;
    return standIn;
  }

  get url(): string {
    return this.world.api;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const url = new URL(req.url ?? '/', this.url);
    const method = req.method ?? 'GET';
    const path = decodeURIComponent(url.pathname);
    const fault = this.faults({ method, path });
    if (fault?.when === 'before') {
      spoil(res, fault, undefined);
      return;
    }
    const body = parse(Buffer.concat(chunks).toString('utf8'));
    const answer = await this.#answer({
      method,
      path,
      params: {},
      query: url.searchParams,
      body,
      headers: req.headers,
    });
    if (fault !== undefined) spoil(res, fault, answer);
    else send(res, answer);
  }

  async #answer(asked: Asked): Promise<Answer> {
    const local = this.#withinRepository(asked);
    if (typeof local !== 'string') return local;
    this.seen.push(`${asked.method} ${local}`);
    const found = this.#routes.flatMap((route) => {
      const match = route.method === asked.method ? route.pattern.exec(local) : null;
      return match === null ? [] : [{ route, params: { ...match.groups } }];
    })[0];
    if (found === undefined) return notFound();
    const refused = this.#refuse(asked, local);
    if (refused !== undefined) return refused;
    try {
      return await this.world.lock.run(() => found.route.handle({ ...asked, params: found.params }));
    } catch (error) {
      return refusal(500, error instanceof Error ? error.message : 'Server Error');
    }
  }

  /** The path below the repository; the redirect of a former name; 404 for any other repository. */
  #withinRepository({ method, path }: Asked): string | Answer {
    const { owner, name, formerNames, id } = this.world;
    if (!path.startsWith('/repos/')) return path;
    const [, , askedOwner, askedName = '', ...rest] = path.split('/');
    const below = rest.length === 0 ? '' : `/${rest.join('/')}`;
    if (askedOwner !== owner) return notFound();
    if (askedName === name) return below;
    if (!formerNames.has(askedName)) return notFound();
    const location = `${this.url}/repos/${owner}/${name}${below}`;
    const status = method === 'GET' ? 301 : 307;
    return refusal(status, 'Moved Permanently', {
      location: below === '' ? `${this.url}/repositories/${String(id)}` : location,
    });
  }

  #refuse({ method, headers }: Asked, local: string): Answer | undefined {
    if (local.startsWith('/app/')) return undefined;
    const token = text(headers['authorization']).replace(/^(?:bearer|token) /iu, '');
    if (!this.world.tokens.has(token)) return refusal(401, 'Bad credentials');
    if (method === 'GET') return undefined;
    const { archived, lacking } = this.world.switches;
    if (archived) return refusal(403, 'Repository was archived so is read-only.');
    const right = local.startsWith('/git/') || local.endsWith('/merge') ? 'contents' : 'pull_requests';
    if (!lacking.has(right)) return undefined;
    const wanted = { 'x-accepted-github-permissions': `${right}=write` };
    return refusal(403, 'Resource not accessible by integration', wanted);
  }
}

/** `GET /git/ref/{ref}` as a pattern; a ref and a pair to compare may have slashes in them. */
function routeOf([route, handle]: [string, Handler]): Route {
  const cut = route.indexOf(' ');
  const path = route.slice(cut + 1).replace(/\{(\w+)\}/gu, (_, name: string) => {
    return name === 'ref' || name === 'basehead' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return { method: route.slice(0, cut), pattern: new RegExp(`^${path}$`, 'u'), handle };
}

function parse(body: string): Record<string, unknown> {
  return body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
}

function send(res: ServerResponse, { status, body, headers }: Answer): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  res.writeHead(status, { ...(body === undefined ? {} : type), ...headers });
  res.end(typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body));
}
