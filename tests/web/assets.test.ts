import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { readAssets } from '../../src/web/assets.ts';

describe('static files', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'fieldstone-assets-'));
    writeFileSync(join(folder, 'a.css'), 'p { color: red }');
    writeFileSync(join(folder, 'notes.txt'), 'not for the public');
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('are served for ever under an address that changes with their content', async () => {
    const assets = readAssets(folder);
    const url = assets.urlOf('a.css');
    const answer = await request(express().use(assets.serve)).get(url);
    assert.equal(answer.status, 200);
    assert.equal(answer.text, 'p { color: red }');
    assert.equal(answer.headers['content-type'], 'text/css; charset=utf-8');
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
    writeFileSync(join(folder, 'a.css'), 'p { color: blue }');
    assert.notEqual(readAssets(folder).urlOf('a.css'), url);
  });

  it('are small for those who can unpack, plain for others', async () => {
    const assets = readAssets(folder);
    const app = express().use(assets.serve);
    const packed = await request(app).get(assets.urlOf('a.css')).set('Accept-Encoding', 'gzip');
    assert.equal(packed.headers['content-encoding'], 'gzip');
    const plain = await request(app).get(assets.urlOf('a.css')).set('Accept-Encoding', 'identity');
    assert.equal(plain.headers['content-encoding'], undefined);
  });

  it('are only the kinds meant for a browser, and only for reading', async () => {
    const assets = readAssets(folder);
    assert.throws(() => assets.urlOf('notes.txt'), /no file notes.txt/);
    const app = express().use(assets.serve);
    assert.equal((await request(app).get('/assets/000000000000/notes.txt')).status, 404);
    assert.equal((await request(app).post(assets.urlOf('a.css'))).status, 404);
  });
});

describe('the stylesheet', () => {
  const css = readFileSync('public/fieldstone.css');

  it('weighs 6 KB at most on the line', () => {
    assert.ok(gzipSync(css).length <= 6 * 1024, `${String(gzipSync(css).length)} bytes`);
  });

  it('knows no left and no right, and asks nobody else for anything', () => {
    const physical = css
      .toString()
      .match(
        /\b(margin|padding|border)-(left|right|top|bottom)|(?<![-.\w])(left|right|top|bottom|width|height)\s*:(?!:)|text-align:\s*(left|right)|float:\s*(left|right)/g,
      );
    assert.equal(physical, null);
    assert.doesNotMatch(css.toString(), /url\(|@import/);
  });
});
