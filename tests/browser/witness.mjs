// A witness with real browsers: by keyboard alone in Chromium, and in Firefox with Tor Browser's "Safest" preferences.
// `node witness.mjs URL LANGUAGE TEXT chromium|firefox [FILE]`: from the form to the thank-you page.
import { chromium, firefox, page as open } from "./browser.mjs";

const [base, tag, text, which, file] = process.argv.slice(2);
const browser = await (which === "firefox" ? firefox() : chromium());
const page = await open(browser);
const requests = [];
if (which === "chromium") page.on("request", (request) => requests.push(request.url()));
await page.goto(`${base.replace(/\/$/, "")}/${tag}`);
const loaded = requests.length;

// Tab goes from field to field; nothing is clicked.
const focused = () => page.evaluate(() => ({ name: document.activeElement?.getAttribute("name"), kind: document.activeElement?.type ?? document.activeElement?.tagName, checked: document.activeElement?.checked }));
const seen = new Set();
for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press("Tab");
    const { name, kind } = await focused();
    if (name) seen.add(name);
    if (name === "testimony") await page.keyboard.type(text);
    if (name === "use_level") await page.keyboard.press(" ");
    if (name === "incident_types" && seen.size < 8) await page.keyboard.press(" ");
    if (kind === "file" && file) await (await page.$("#attachments")).uploadFile(file);
    if (kind === "submit") break;
}
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
const where = page.url();
const heading = await page.$eval("h1", (heading) => heading.textContent);
await browser.close();
console.log(JSON.stringify({ where, heading, fields: [...seen], requests: loaded }));
process.exit(where.endsWith(`/${tag}/thanks`) ? 0 : 1);
