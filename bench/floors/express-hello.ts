/** The web framework with nothing in it. */
import express from 'express';

express()
  .get('/', (_req, res) => {
    res.send('ok\n');
  })
  .listen(Number(process.env['PORT']), '127.0.0.1');
