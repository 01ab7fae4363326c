import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../support/chromium.ts';
const options = Array.from({ length: 30 }, (_, n) => `<p><input type=radio name=r${String(n)} value=a><input type=radio name=r${String(n)} value=b></p>`).join('');
const server = http.createServer((req, res) => {
  if (req.method === 'POST') { req.socket.destroy(); return; }
  res.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
  res.end(`<!doctype html><form method=post action=/p>${options}<textarea name=t></textarea><button>x</button></form>`);
});
server.listen(0);
const url = `http://127.0.0.1:${String((server.address() as { port: number }).port)}/`;
const chromium = await launchChromium();
for (const wait of [0, 1200]) {
  let lost = 0; let text = 0;
  const N = 15;
  for (let i = 0; i < N; i += 1) {
    const context = await chromium.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    const cdp = await context.newCDPSession(tab); await cdp.send('Emulation.setCPUThrottlingRate', { rate: 12 });
    await tab.goto(url);
    await tab.locator('textarea').fill('hello');
    await tab.locator('input[name=r3][value=b]').check();
    await tab.locator('input[name=r29][value=b]').check();
    if (wait > 0) await pause(wait);
    await tab.locator('button').click({ noWaitAfter: true }).catch(() => undefined);
    await tab.waitForURL(/chrome-error|\/p/, { timeout: 3000 }).catch(() => undefined);
    await pause(300);
    await tab.goBack().catch(() => undefined);
    await pause(300);
    if (!(await tab.locator('input[name=r29][value=b]').isChecked().catch(() => false))) lost += 1;
    if ((await tab.locator('textarea').inputValue().catch(() => '')) !== 'hello') text += 1;
    await context.close();
  }
  console.log(wait, 'choices lost', lost, 'texts lost', text, 'of', N);
}
await chromium.close();
server.close();
