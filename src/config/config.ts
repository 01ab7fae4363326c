/** Where a content repository is: a bare repository in a folder, or one on GitHub with its own way in. */
export type ContentRepository =
  | { readonly kind: 'local'; readonly folder: string }
  | ({ readonly kind: 'github'; readonly owner: string; readonly name: string } & GitHubConfig);

export interface MailConfig {
  readonly server: {
    readonly host: string;
    readonly port: number;
    /** TLS from the first byte, TLS before anything is said, or none: on loopback alone. */
    readonly security: 'tls' | 'starttls' | 'plain';
    readonly login: { readonly user: string; readonly password: string } | undefined;
  };
  /** Whose name letters carry. */
  readonly from: { readonly name: string; readonly address: string };
}

export type GitHubAccess =
  | { readonly kind: 'app'; readonly appId: string; readonly privateKey: string; readonly installationId: string }
  | { readonly kind: 'token'; readonly token: string };

export interface GitHubConfig {
  readonly apiUrl: string;
  readonly access: GitHubAccess;
  readonly webhookSecret: string | undefined;
}

/** All that the environment decides, read once at the start and never logged. */
export interface Config {
  /** `demonstration` when nothing of mail, forge or `BASE_URL` is configured: examples, links printed, loopback only. */
  readonly mode: 'demonstration' | 'service';
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  /** Scheme and host that people and letters use, without a slash at the end. */
  readonly baseUrl: string;
  /** `BASE_URL` was given, so a request must name its host. */
  readonly checkHost: boolean;
  /** https: cookies with `Secure`, and HSTS. */
  readonly secure: boolean;
  readonly dataFolder: string;
  readonly repositories: readonly ContentRepository[];
  readonly mail: MailConfig | undefined;
  /** `SECRET_KEY`; without it the data folder keeps its own. */
  readonly secretKey: string | undefined;
  /** Addresses of the proxies whose `X-Forwarded-*` are believed. */
  readonly trustProxy: string | false;
  readonly logLevel: LogLevel;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];
