import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { logLevels } from './config.ts';
import { isLoopback } from './loopback.ts';
import { readMailServer, readSender } from './mail-config.ts';
import { ConfigError, startFailures } from './start-failures.ts';

/** `FILE` would make a variable's name read as that of a file. */
const repository = /^(?:local:[^,]+|github:[\w.-]+\/[\w.-]+(?:@(?!FILE$)[A-Z][A-Z\d]{0,30})?)$/u;

function parts(list: string): string[] {
  return list.split(',').map((part) => part.trim());
}

/** Scheme and host alone; http only where nobody can listen on the way. */
function isOwnAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url?.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function isProxyAddress(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  return more === undefined && isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/u.test(bits));
}

/** Each name with what it must be, in words that complete "it must be …". */
const variables = z
  .object({
    PORT: z.coerce
      .number('a number from 0 to 65535')
      .int('a whole number')
      .min(0, 'a number from 0 to 65535')
      .max(65_535, 'a number from 0 to 65535'),
    HOST: z.string().regex(/^[\w.:[\]-]+$/u, 'an address or a host name'),
    BASE_URL: z
      .string()
      .refine(
        isOwnAddress,
        'an https address without a path, such as https://fieldstone.example.org (http only for localhost)',
      ),
    DATA_DIR: z.string(),
    CONTENT_REPOSITORIES: z
      .string()
      .refine(
        (list) => parts(list).every((part) => repository.test(part)),
        'a comma-separated list of local:<folder> and github:<owner>/<name>, the latter with @<NAME> in capital letters where it has a way in of its own',
      ),
    SMTP_URL: z
      .string()
      .refine(
        (text) => readMailServer(text) !== undefined,
        'an address such as smtps://user:password@mail.example.org, with nothing after the host and port',
      ),
    MAIL_FROM: z
      .string()
      .refine((text) => readSender(text) !== undefined, 'an address such as Fieldstone <post@example.org>'),
    SECRET_KEY: z.string().min(32, 'at least 32 characters long'),
    TRUST_PROXY: z
      .string()
      .refine((list) => parts(list).every(isProxyAddress), 'a comma-separated list of addresses of proxies'),
    LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`),
  })
  .partial();

export type Variables = z.infer<typeof variables>;
export type Given = Readonly<Record<string, string | undefined>>;

/** What must not stand in a process list or a unit file: may be given as `<NAME>_FILE` instead. */
const secrets: ReadonlySet<string> = new Set(['SMTP_URL', 'SECRET_KEY']);

/** Reads and checks each variable by itself; an empty one counts as not set. Throws `ConfigError`. */
export const readVariables = (given: Given): Variables => readGroup(given, variables, secrets);

/** The variables of one shape, each under its name with `suffix` behind it. Throws `ConfigError`. */
export function readGroup<Shape extends z.ZodRawShape>(
  given: Given,
  shape: z.ZodObject<Shape>,
  secret: ReadonlySet<string>,
  suffix = '',
): z.infer<typeof shape> {
  const found = Object.keys(shape.shape).flatMap((name) => {
    const value = valueOf(given, name + suffix, secret.has(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  const read = shape.safeParse(Object.fromEntries(found));
  if (read.success) return read.data;
  const [mistake] = read.error.issues;
  throw new ConfigError(startFailures.invalid(String(mistake?.path[0]) + suffix, mistake?.message ?? ''));
}

function valueOf(given: Given, name: string, mayBeFile: boolean): string | undefined {
  const direct = given[name]?.trim();
  const file = mayBeFile ? given[`${name}_FILE`]?.trim() : undefined;
  if (file === undefined || file === '') return direct === '' ? undefined : direct;
  if (direct !== undefined && direct !== '') throw new ConfigError(startFailures.eitherOr(name, `${name}_FILE`));
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new ConfigError(startFailures.unreadableFile(`${name}_FILE`, file), { cause });
  }
}
