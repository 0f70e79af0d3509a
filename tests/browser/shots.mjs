// A contact sheet of every page in every language on phone, desktop and in the dark: `node shots.mjs URL FOLDER`.
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { KINDS, chromium, languages, page as open } from "./browser.mjs";

const base = process.argv[2].replace(/\/$/, "");
const folder = process.argv[3];
const only = process.argv[4]?.split(",");
mkdirSync(folder, { recursive: true });
const files = { unknown: join(mkdtempSync(join(tmpdir(), "file-")), "x.bin") };
writeFileSync(files.unknown, "not a picture");

const SCREENS = {
    phone: { width: 360, height: 740 },
    desktop: { width: 1200, height: 900 },
    dark: { width: 360, height: 740, dark: true },
};

const browser = await chromium();
const tags = only ?? (await languages(await open(browser), base));
for (const [screen, how] of Object.entries(SCREENS)) {
    const page = await open(browser, how);
    for (const tag of tags) {
        for (const [kind, go] of Object.entries(KINDS)) {
            await go(page, base, tag, files);
            // Nothing may stand out to the side, at 200% of a phone and on the narrowest one neither.
            for (const width of screen === "phone" ? [180, 320, how.width] : [how.width]) {
                await page.setViewport({ ...how, width, deviceScaleFactor: 1 });
                const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
                if (wide > 0) console.error(`${tag} ${kind} ${width} px: ${wide} px too wide`);
            }
            await page.screenshot({ path: join(folder, `${kind}.${tag}.${screen}.png`), fullPage: true });
        }
    }
    await page.close();
}

// The sheets: a row for each language, a column for each screen.
for (const kind of Object.keys(KINDS)) {
    const cell = (tag, screen) => `<td><img src="${kind}.${tag}.${screen}.png" alt="${tag}, ${screen}"></td>`;
    const rows = tags.map((tag) => `<tr><th>${tag}</th>${Object.keys(SCREENS).map((screen) => cell(tag, screen)).join("")}</tr>`);
    const style = "body{font:14px sans-serif;background:#888}img{width:240px;vertical-align:top}td{vertical-align:top;padding:4px}";
    writeFileSync(join(folder, `${kind}.html`), `<!doctype html><meta charset="utf-8"><title>${kind}</title><style>${style}</style><table>${rows.join("")}</table>`);
    const page = await browser.newPage();
    await page.setViewport({ width: 860, height: 900 });
    await page.goto(pathToFileURL(join(folder, `${kind}.html`)).href);
    await page.screenshot({ path: join(folder, `sheet-${kind}.png`), fullPage: kind !== "form" });
    await page.close();
}
await browser.close();
console.log(`${readdirSync(folder).filter((name) => name.endsWith(".png")).length} pictures in ${folder}`);
