// The form over a slow link: `node link.mjs URL LANGUAGE`. 50 kB a second, one second until an answer begins.
import { chromium, page as open } from "./browser.mjs";

const [base, tag] = process.argv.slice(2);
const browser = await chromium();
const page = await open(browser);
await page.emulateNetworkConditions({ download: 50_000, upload: 50_000, latency: 1000 });
const requests = [];
page.on("request", (request) => requests.push(request.url()));
let bytes = 0;
const session = await page.createCDPSession();
await session.send("Network.enable");
session.on("Network.loadingFinished", (done) => (bytes += done.encodedDataLength));
const begun = performance.now();
let first;
page.on("response", () => (first ??= performance.now() - begun));
await page.goto(`${base.replace(/\/$/, "")}/${tag}`, { waitUntil: "load" });
const whole = performance.now() - begun;
await browser.close();
console.log(JSON.stringify({ tag, requests: requests.length, bytes, first_byte_ms: Math.round(first), rendered_ms: Math.round(whole) }));
