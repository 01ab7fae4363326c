import path from 'node:path';
import { startServer, type ServerProcess } from './server-process.ts';

/** The secret of every service that is measured: whoever seeds its database must know the keys. */
export const SECRET = 'a-secret-for-measuring-that-guards-nothing';

export interface Surroundings {
  readonly folder: string;
  /** Port of a mail server on this machine. */
  readonly mailPort: number;
  /** Port of a stand-in for GitHub; left out, the content repository is the local one. */
  readonly forgePort?: number | undefined;
  /** Flags for Node, before the program. */
  readonly flags?: readonly string[];
}

const root = path.join(import.meta.dirname, '../..');

/** Brings up the built service as an operator does: nothing is left out, mail and repository are configured. */
export function startService({ folder, mailPort, forgePort, flags = [] }: Surroundings): Promise<ServerProcess> {
  const program = path.join(root, 'bin', 'fieldstone.mjs');
  return startServer({
    words: [...flags, program, 'serve'],
    first: '/healthz',
    environment: (port) => ({
      NODE_ENV: 'production',
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${String(port)}`,
      DATA_DIR: folder,
      SECRET_KEY: SECRET,
      SMTP_URL: `smtp://127.0.0.1:${String(mailPort)}`,
      MAIL_FROM: 'Bench <bench@example.org>',
      ...(forgePort === undefined ? {} : slowGitHub(forgePort)),
    }),
  });
}

const slowGitHub = (port: number): Record<string, string> => ({
  CONTENT_REPOSITORIES: 'github:bench/content',
  GITHUB_API_URL: `http://127.0.0.1:${String(port)}`,
  GITHUB_TOKEN: 'a-token-for-measuring',
});
