// pa11y brings puppeteer along; the browser comes from elsewhere (test/helpers/browser.ts).
module.exports = { skipDownload: true }
