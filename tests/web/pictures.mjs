// Pictures of every kind of page: Arabic and English, 360 and 1200 px, light and dark, for people to look at.
// Usage: node pictures.mjs ORIGIN FOLDER [KIND…]; CHROMIUM names the browser when it is elsewhere.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { kinds } from "./kinds.mjs";

const [origin, folder, ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
for (const width of [360, 1200]) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const l of ["ar", "en"]) {
      for (const [kind, path] of Object.entries(kinds(l))) {
        if (only.length && !only.includes(kind)) continue;
        await page.goto(origin + path);
        await page.evaluate(() => document.fonts.ready);
        const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 2600);
        await page.screenshot({ path: join(folder, `${kind}-${l}-${width}-${colorScheme}.png`), fullPage: true, clip: { x: 0, y: 0, width, height } });
      }
    }
    await context.close();
  }
}
await browser.close();
