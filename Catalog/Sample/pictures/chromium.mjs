// Turns SVG into PNG with one headless chromium, spoken to over a pipe: no port, no network, no package.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const withChromium = async use => {
  const profile = await mkdtemp(join(tmpdir(), 'pictures-'));
  const browser = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--hide-scrollbars', '--force-color-profile=srgb', `--user-data-dir=${profile}`, '--remote-debugging-pipe', 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const waiting = new Map();
  let buffer = '';
  let last = 0;
  browser.stdio[4].on('data', chunk => {
    buffer += chunk;
    for (let end; (end = buffer.indexOf('\0')) >= 0; buffer = buffer.slice(end + 1)) {
      const answer = JSON.parse(buffer.slice(0, end));
      const { resolve, reject } = waiting.get(answer.id) ?? {};
      waiting.delete(answer.id);
      if (answer.error) reject?.(new Error(answer.error.message));
      else resolve?.(answer.result);
    }
  });
  const ask = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    browser.stdio[3].write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
  });

  try {
    const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
    const { frameTree } = await ask('Page.getFrameTree', {}, sessionId);
    return await use(async (svg, width, height) => {
      await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false }, sessionId);
      await ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html: `<style>body{margin:0}svg{display:block}</style>${svg}` }, sessionId);
      const { data } = await ask('Page.captureScreenshot', { format: 'png', clip: { x: 0, y: 0, width, height, scale: 1 } }, sessionId);
      return Buffer.from(data, 'base64');
    });
  } finally {
    await Promise.race([ask('Browser.close'), new Promise(done => browser.once('exit', done))]);
    browser.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
