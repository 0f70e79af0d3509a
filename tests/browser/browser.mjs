// Browsers as a witness has them: scripts are off, nothing is kept.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

/// Tor Browser's "Safest" level, as far as it is a matter of preferences.
const SAFEST = {
    "javascript.enabled": false,
    "svg.disabled": true,
    "mathml.disabled": true,
    "gfx.downloadable_fonts.enabled": false,
    "gfx.font_rendering.graphite.enabled": false,
    "gfx.font_rendering.opentype_svg.enabled": false,
    "media.webaudio.enabled": false,
    "permissions.default.image": 1,
    "browser.privatebrowsing.autostart": true,
};

export async function chromium() {
    return puppeteer.launch({
        browser: "chrome",
        executablePath: "/usr/bin/chromium",
        acceptInsecureCerts: true,
        args: ["--no-sandbox", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--hide-scrollbars"],
    });
}

export async function firefox() {
    const profile = mkdtempSync(join(tmpdir(), "witness-"));
    const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: "/usr/bin/firefox-esr",
        acceptInsecureCerts: true,
        userDataDir: profile,
        extraPrefsFirefox: SAFEST,
        args: ["--headless"],
    });
    browser.on("disconnected", () => rmSync(profile, { recursive: true, force: true }));
    return browser;
}

/// A page on which no script of the page's runs.
export async function page(browser, { width = 360, height = 740, dark = false, scripts = false } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: 1 });
    if (browser.process()?.spawnfile.includes("chromium")) {
        await page.setJavaScriptEnabled(scripts);
        if (dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    }
    return page;
}

/// The tags of all languages that the first page links to.
export async function languages(page, base) {
    await page.goto(base);
    return page.$$eval("nav a", (links) => links.map((link) => link.getAttribute("hreflang") ?? link.lang));
}

/// Every kind of page that a visitor can bring about, by its name.
export const KINDS = {
    form: async (page, base, tag) => page.goto(`${base}/${tag}`),
    blank: async (page, base, tag) => {
        await page.goto(`${base}/${tag}`);
        await page.type("#testimony", " ");
        await send(page);
    },
    file: async (page, base, tag, files) => {
        await page.goto(`${base}/${tag}`);
        await page.type("#testimony", "x");
        await (await page.$("#attachments")).uploadFile(files.unknown);
        await send(page);
    },
    thanks: async (page, base, tag) => page.goto(`${base}/${tag}/thanks`),
    nowhere: async (page, base, tag) => page.goto(`${base}/${tag}/nowhere`),
    foreign: async (page, base, tag) => {
        await page.goto(`${base}/${tag}`);
        await page.$eval("form", (form) => form.setAttribute("action", form.getAttribute("action").replace(/.{4}$/, "AAAA")));
        await page.type("#testimony", "x");
        await send(page);
    },
};

export async function send(page) {
    await Promise.all([page.waitForNavigation(), page.click("button[type=submit]")]);
}
