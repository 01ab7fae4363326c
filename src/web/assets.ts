import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

export interface Assets {
  /** The address of a file of `public/`, with its content's hash in it. Throws for a file that is not there. */
  urlOf: (file: string) => string;
  /** Serves `/assets/<hash>/<file>` for ever; every other address is passed on. */
  serve: RequestHandler;
}

/** Reads a folder of static files once; the files of a running service never change. */
export function readAssets(folder: string): Assets {
  const byUrl = new Map<string, Asset>();
  const urls = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => extname(name) in types)) {
    const plain = readFileSync(join(folder, file));
    const url = `/assets/${createHash('sha256').update(plain).digest('hex').slice(0, 12)}/${file}`;
    urls.set(file, url);
    byUrl.set(url, {
      type: types[extname(file)] ?? 'application/octet-stream',
      plain,
      gzip: gzipSync(plain),
      brotli: brotliCompressSync(plain),
    });
  }
  return { urlOf: (file) => found(urls, file), serve: serveFrom(byUrl) };
}

function found(urls: ReadonlyMap<string, string>, file: string): string {
  const url = urls.get(file);
  if (url === undefined) throw new Error(`There is no file ${file} among the assets.`);
  return url;
}

function serveFrom(byUrl: ReadonlyMap<string, Asset>): RequestHandler {
  return (req, res, next) => {
    const asset = byUrl.get(req.path);
    if (asset === undefined || (req.method !== 'GET' && req.method !== 'HEAD')) {
      next();
      return;
    }
    res.setHeader('Content-Type', asset.type);
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    res.setHeader('Vary', 'Accept-Encoding');
    const encoding = req.acceptsEncodings(['br', 'gzip', 'identity']);
    if (encoding === 'br' || encoding === 'gzip') res.setHeader('Content-Encoding', encoding);
    res.end(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain);
  };
}
