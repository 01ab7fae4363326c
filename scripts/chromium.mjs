import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What a person would type; printed where we may not do it ourselves. */
export const installCommand = 'sudo apt-get install -y chromium';

/** Where Chromium is. As root on a build machine (`CI` set) it is installed from Debian when it is missing. */
export function findChromium() {
  const there = places.find((place) => existsSync(place));
  if (there !== undefined || !process.env.CI || process.getuid?.() !== 0) return there;
  process.stdout.write('Installing Chromium for the browser tests …\n');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], options);
  return places.find((place) => existsSync(place));
}
