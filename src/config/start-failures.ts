/**
 * Every sentence with which a start may end. They are English and stand here, not in the catalogues: they are read in
 * a terminal or a service's log by the person who runs it, before there is a language to choose. Each says in one
 * sentence what is wrong and what to do.
 */
export const startFailures = {
  nodeTooOld: (found: string) => `Fieldstone needs Node 24 here and this is ${found}: install Node 24 and start again.`,
  gitUnsuitable: (found: string | undefined) =>
    found === undefined
      ? 'Fieldstone needs git 2.38 or newer and found none: install git and start again.'
      : `Fieldstone needs git 2.38 or newer and this is "${found}": install a newer git and start again.`,
  portTaken: (port: number) =>
    `Port ${String(port)} is taken by another program: stop that program, or set PORT to a free one.`,
  addressNotOurs: (host: string) =>
    `This machine has no address ${host}, or may not listen on it: set HOST to one of its own addresses.`,
  portNotAllowed: (port: number) =>
    `Port ${String(port)} may only be opened by the administrator of this machine: set PORT to 1024 or higher.`,
  folderNotWritable: (folder: string) =>
    `The data folder ${folder} cannot be written: give this user the right to write there, or set DATA_DIR to another folder.`,
  secondProcess: (folder: string) =>
    `Another Fieldstone is running on the data folder ${folder}: stop it first, or set DATA_DIR to another folder.`,
  secretDamaged: (file: string) =>
    `The file ${file} does not hold a whole key: restore it from the backup, because what it sealed cannot be read without it.`,
  databaseUnfit: (why: string) => `The database cannot be used: ${why}`,

  halfGroup: (set: readonly string[], missing: readonly string[]) =>
    `${listed(set)} ${set.length === 1 ? 'is' : 'are'} set without ${listed(missing)}: set all of them, or none.`,
  eitherOr: (one: string, other: string) => `${one} and ${other} are both set: choose one and leave out the other.`,
  unreadableFile: (name: string, file: string) =>
    `The file ${file} named by ${name} cannot be read: check the path and who may read it.`,
  invalid: (name: string, expected: string) => `${name} cannot be used as it is: it must be ${expected}.`,
  repositoryWithoutForge: (entry: string, group: string | undefined) => {
    const [token, ...app] = ['TOKEN', 'APP_ID', 'PRIVATE_KEY', 'INSTALLATION_ID'].map(
      (name) => `GITHUB_${name}${group === undefined ? '' : `_${group}`}`,
    );
    return `CONTENT_REPOSITORIES names ${entry} without a way in: set ${token ?? ''}, or ${listed(app)}.`;
  },
  forgeWithoutRepository: () =>
    'GitHub is configured without a repository: name it in CONTENT_REPOSITORIES as github:<owner>/<name>.',
  groupWithoutRepository: (variable: string, group: string) =>
    `${variable} is set and no repository uses it: name one in CONTENT_REPOSITORIES as github:<owner>/<name>@${group}, or leave it out.`,
  repositoryTwice: (entry: string) => `CONTENT_REPOSITORIES names ${entry} twice: leave one of them out.`,
  openWithoutAddress: () =>
    'HOST opens the service to others while BASE_URL is not set: set BASE_URL to the https address that people use, or leave HOST out.',
} as const;

/** A start that cannot go on; its message is the whole sentence to print. */
export class StartFailure extends Error {
  override readonly name: string = 'StartFailure';
  /** What the process ends with. */
  readonly exitCode: number = 1;
}

/** Another process has the data folder: it may be gone in a moment (sysexits.h, EX_TEMPFAIL). */
export class FolderTaken extends StartFailure {
  override readonly name = 'FolderTaken';
  override readonly exitCode = 75;

  constructor(folder: string) {
    super(startFailures.secondProcess(folder));
  }
}

/** The environment does not say one whole thing. */
export class ConfigError extends StartFailure {
  override readonly name = 'ConfigError';
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

/** Turns what `listen` reports into a failure of the start; any other error is handed back as it is. */
export function explainListenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new StartFailure(startFailures.portTaken(port), { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartFailure(startFailures.addressNotOurs(host), { cause: error });
  if (code === 'EACCES') return new StartFailure(startFailures.portNotAllowed(port), { cause: error });
  return error;
}
