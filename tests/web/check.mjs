// Reads the example site in Chromium: paths of readers and of editors, and axe on every kind of page.
// Usage: node check.mjs BINARY [FOLDER FOR PICTURES]; CHROMIUM names the browser when it is elsewhere.
import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createHmac } from "node:crypto";
import { chromium } from "playwright-core";
import { kinds } from "./kinds.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const binary = resolve(process.argv[2] ?? "../../target/debug/detente");
const pictures = process.argv[3];
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const work = mkdtempSync(join(tmpdir(), "detente-web-"));
const failures = [];

function fail(what) {
  failures.push(what);
  console.error(what);
}

function check(holds, what) {
  if (!holds) fail(what);
}

function serve(args) {
  const child = spawn(binary, ["serve", "--listen", "127.0.0.1:0", ...args], { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((done, failed) => {
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
      const found = said.match(/serving (http:\/\/[^/]+)\//);
      if (found) done({ child, origin: found[1] });
    });
    child.on("exit", (code) => failed(new Error(`the site ended with ${code}: ${said}`)));
  });
}

async function accessible(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const v of found.violations) {
    fail(`axe ${name}: ${v.id} (${v.nodes.length}): ${v.nodes[0].target} ${v.nodes[0].failureSummary?.replace(/\s+/g, " ")}`);
  }
}

async function picture(page, name) {
  if (!pictures) return;
  const { width, height } = await page.evaluate(() => ({ width: window.innerWidth, height: document.documentElement.scrollHeight }));
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, 2400) } });
}

/** Every kind of page: the right direction, nothing wider than the window, no violation, nothing loaded from elsewhere. */
async function everyPage(browser, origin) {
  for (const scripts of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled: scripts, bypassCSP: true, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.on("request", (r) => check(r.url().startsWith(origin) || r.url().startsWith("data:"), `loaded from elsewhere: ${r.url()}`));
    page.on("pageerror", (e) => fail(`script error: ${e}`));
    for (const l of ["ar", "en"]) {
      for (const [kind, path] of Object.entries(kinds(l))) {
        const answer = await page.goto(origin + path);
        check((answer.status() === 200) === (kind !== "lost"), `${path}: ${answer.status()}`);
        check((await page.locator("h1").count()) === 1, `${path}: one h1`);
        check(!(await page.locator("body").innerText()).match(/loading|جاري التحميل/i), `${path}: says that it is loading`);
        if (!scripts) continue;
        check((await page.evaluate(() => getComputedStyle(document.body).direction)) === (l === "ar" ? "rtl" : "ltr"), `${path}: direction`);
        await accessible(page, `${kind} ${l}`);
        await picture(page, `${kind}-${l}`);
      }
    }
    await context.close();
  }
}

/** On a small window nothing is wider than it; in the dark, contrast holds too. */
async function smallAndDark(browser, origin) {
  const context = await browser.newContext({ bypassCSP: true, colorScheme: "dark", viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  for (const l of ["ar", "en"]) {
    for (const [kind, path] of Object.entries(kinds(l))) {
      await page.goto(origin + path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      check(over <= 0, `${path}: ${over} px wider than a small window`);
      await accessible(page, `${kind} ${l} dark`);
      if (["home", "brief"].includes(kind)) await picture(page, `${kind}-${l}-dark-small`);
    }
  }
  await context.close();
}

/** From the front page to a claim, to its evidence, to the quote in the captured text, without scripts. */
async function reader(browser, origin, l) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/${l}/`);
  await page.locator(".category a, .first a").filter({ hasText: /ترامب|Trump/ }).first().click();
  await page.locator("a[href^='#evidence-']").first().click();
  check(page.url().includes("#evidence-"), `${l}: a claim leads to its evidence`);
  await page.locator("a.captured").first().click();
  check((await page.locator("mark#quote").innerText()).length > 0, `${l}: the quote is marked in the captured text`);
  await page.goto(`${origin}/${l}/`);
  await page.locator("form[role=search] input[name=q]").first().fill(l === "ar" ? "هل يؤثر التقارب بين الهند والصين على العلاقات بين باكستان والصين؟" : "If India and China normalise relations, how would Pakistan and China get on?");
  await page.locator("form[role=search] button").first().click();
  check((await page.locator("#answer, .cannot").count()) > 0, `${l}: a question is answered`);
  await page.goto(`${origin}/${l}/poll/1`);
  await page.waitForTimeout(2500);
  await page.locator("input[type=radio]").first().check();
  await page.locator("form button").first().click();
  check((await page.locator("[role=status]").count()) === 1, `${l}: a vote is answered`);
  await context.close();
}

function code(secret) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((c) => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const step = Buffer.alloc(8);
  step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const hash = createHmac("sha1", key).update(step).digest();
  const at = hash[19] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

function letters(folder, n) {
  const read = () => (existsSync(folder) ? readdirSync(folder).map((f) => readFileSync(join(folder, f), "utf8").replace(/=\r\n/g, "").replace(/=3D/g, "=").replace(/\r\n /g, "")) : []);
  return new Promise((done) => {
    const end = Date.now() + 15000;
    const look = () => (read().length >= n || Date.now() > end ? done(read()) : setTimeout(look, 200));
    look();
  });
}

/** From a pasted article to a published brief, to the letter in the maildir, to the end of the newsletter. */
async function editor(browser) {
  const database = join(work, "own.db");
  const maildir = join(work, "mail");
  const made = spawnSync(binary, ["site", "account", database, "edith", "--role", "editor"], { input: "a long enough password\n" });
  check(made.status === 0, `account: ${made.stderr}`);
  const { child, origin } = await serve(["--db", database, "--maildir", maildir]);
  const context = await browser.newContext({ bypassCSP: true, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${origin}/en/newsletter`);
  await page.locator("#address").fill("reader@example.org");
  await page.waitForTimeout(2500);
  await page.locator("main form button").click();
  const confirm = (await letters(join(maildir, "new"), 1))[0]?.match(/\/newsletter\/confirm\/[0-9a-f]+/)?.[0];
  check(confirm, "a confirmation is written");
  await page.goto(origin + confirm);
  await page.locator("main form button").click();
  await page.goto(`${origin}/desk`);
  await page.locator("#name").fill("edith");
  await page.locator("#password").fill("a long enough password");
  await page.locator("main form button").click();
  await page.goto(`${origin}/desk/me`);
  await accessible(page, "desk me");
  const secret = (await page.locator("code").first().innerText()).trim();
  await page.locator("#code").fill(code(secret));
  await page.locator("#current").fill("a long enough password");
  await page.locator("form[action='/desk/me/factor'] button").click();
  await page.goto(`${origin}/desk/take`);
  await accessible(page, "desk take");
  await page.locator("#text").fill(readFileSync(resolve("../../examples/rapprochement.ar.txt"), "utf8"));
  await page.locator("form[action='/desk/take'] button").click();
  await accessible(page, "desk review");
  await picture(page, "desk-review");
  await page.locator("button[value=accept]").first().click();
  check((await page.locator("strong", { hasText: /^accepted$/ }).count()) > 0, "an item is accepted");
  await page.locator("a[href^='/desk/compose/']").click();
  await page.locator("#category").fill("international-security");
  await page.locator("main form button").click();
  await accessible(page, "desk brief");
  await picture(page, "desk-brief");
  await page.locator("form[action$='/hand-in'] button").click();
  await page.locator("form[action$='/publish'] button").click();
  await page.goto(`${origin}/ar/`);
  await page.locator(".first a").first().click();
  check((await page.locator("#answer").count()) === 1, "the brief is published");
  const letter = (await letters(join(maildir, "new"), 2)).find((t) => t.includes("List-Unsubscribe-Post"));
  check(letter, "a letter goes out");
  const leave = letter?.match(/\/newsletter\/u\/[0-9]+\.[0-9a-f]+/)?.[0];
  const left = await fetch(origin + leave, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });
  check(left.status === 200, `one click ends it: ${left.status}`);
  await page.goto(`${origin}/desk/audit`);
  await accessible(page, "desk audit");
  await context.close();
  child.removeAllListeners("exit");
  child.kill();
}

if (pictures) mkdirSync(pictures, { recursive: true });
const { child, origin } = await serve(["--demo"]);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  await everyPage(browser, origin);
  await smallAndDark(browser, origin);
  await reader(browser, origin, "ar");
  await reader(browser, origin, "en");
  await editor(browser);
} catch (error) {
  fail(String(error?.stack ?? error));
} finally {
  await browser.close();
  child.removeAllListeners("exit");
  child.kill();
  rmSync(work, { recursive: true, force: true });
}
if (failures.length) {
  console.error(`${failures.length} failures`);
  process.exit(1);
}
console.error("every page holds");
