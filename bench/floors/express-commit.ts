/** The least that keeps a posted form: the framework, its form parser, one durable row. */
import express from 'express';
import { openBareTable } from './bare-table.ts';

const insert = openBareTable(process.env['FOLDER'] ?? '.');

express()
  .get('/', (_req, res) => {
    res.send('ok\n');
  })
  .post('/', express.urlencoded({ extended: false }), (req, res) => {
    insert(JSON.stringify(req.body));
    res.redirect(303, '/');
  })
  .listen(Number(process.env['PORT']), '127.0.0.1');
