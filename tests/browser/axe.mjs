// axe-core on every kind of page in every language: `node axe.mjs https://127.0.0.1:8443`. Exits with 1 on any violation.
import { readFileSync, writeFileSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS, chromium, languages, page as open } from "./browser.mjs";

const base = process.argv[2].replace(/\/$/, "");
const only = process.argv[3]?.split(",");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = { unknown: join(mkdtempSync(join(tmpdir(), "file-")), "x.bin") };
writeFileSync(files.unknown, "not a picture");

const browser = await chromium();
// The pages have no scripts and allow none; axe itself needs the engine to be on.
const page = await open(browser, { scripts: true });
let wrong = 0;
const rows = [];
for (const tag of only ?? (await languages(page, base))) {
    const row = { language: tag };
    for (const [kind, go] of Object.entries(KINDS)) {
        let found = 0;
        await go(page, base, tag, files);
        for (const scheme of ["light", "dark"]) {
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() =>
                globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
            );
            for (const { id, help, nodes } of violations) {
                found += 1;
                console.error(`${tag} ${kind} ${scheme}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target).join(" ")}`);
            }
        }
        // What is touched is 44 px high at least; links within a sentence may be as high as it.
        const small = await page.$$eval("a, button, summary, select, textarea, input[type=file], label.c", (all) =>
            all
                .filter((one) => !one.matches("p a:not(.b)") && one.getClientRects().length > 0)
                .map((one) => [one.tagName, one.textContent.slice(0, 20), Math.round(one.getBoundingClientRect().height)])
                .filter(([, , height]) => height < 44),
        );
        for (const [name, text, height] of small) {
            found += 1;
            console.error(`${tag} ${kind}: ${name} "${text}" is ${height} px high`);
        }
        row[kind] = found;
        wrong += found;
    }
    rows.push(row);
}
await browser.close();
console.table(rows);
console.log(`${rows.length} languages, ${Object.keys(KINDS).length} kinds of pages, light and dark: ${wrong} violations`);
process.exit(wrong === 0 ? 0 : 1);
