// Works through one project in a real VS Code in headless Chromium, as its user would; writes what
// happened as JSON.
//
// usage: node drive_vscode.cjs PLAN, a JSON file with: playwright, chromium, url, root, program,
// record, profile and, optionally, pictures.
const fs = require("node:fs");
const path = require("node:path");

const plan = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { chromium } = require(plan.playwright);
const record = { steps: {} };
const WAIT = 45_000;
let page;

const onDisk = (name) => fs.readFileSync(path.join(plan.root, name), "utf8");

async function until(what, condition) {
  for (const end = Date.now() + WAIT; Date.now() < end; await page.waitForTimeout(50)) {
    if (await condition()) return;
  }
  throw new Error(`waited in vain for: ${what}`);
}

async function picture(name, clip) {
  if (plan.pictures) {
    await page.screenshot({ path: path.join(plan.pictures, `${name}.png`), ...(clip ? { clip } : {}) });
  }
}

/** Types into the quick input that a key opens, and takes what it then offers. */
async function quickInput(key, text, expected) {
  await page.keyboard.press(key);
  await page.waitForSelector(".quick-input-widget:visible input");
  await page.keyboard.type(text, { delay: 15 });
  await offered(expected);
  await page.keyboard.press("Enter");
}

/** Waits until the quick input would take a row with this text. */
async function offered(text) {
  await page.waitForSelector(`.quick-input-list .monaco-list-row.focused:has-text("${text}")`, { timeout: WAIT });
}

/** Takes a row of the list of that title; returns all its rows. */
async function pick(title, row) {
  await page.waitForSelector(`.quick-input-title:has-text("${title}")`, { timeout: WAIT });
  const rows = page.locator(".quick-input-list .monaco-list-row");
  await rows.filter({ hasText: row }).first().waitFor({ timeout: WAIT });
  const texts = await rows.allInnerTexts();
  await page.keyboard.type(row, { delay: 15 });
  await offered(row);
  await page.keyboard.press("Enter");
  return texts;
}

const palette = (title) => quickInput("F1", title, title);

/** Puts the cursor on the name of the first definition of that name. */
async function goTo(file, definition) {
  const lines = onDisk(file).split("\n");
  const row = lines.findIndex((line) => line.includes(`${definition}(`));
  const column = lines[row].indexOf(definition) + definition.lastIndexOf(" ") + 2;
  await quickInput("Control+P", file, file);
  await page.waitForSelector(`.tab.active:has-text("${file}")`, { timeout: WAIT });
  await page.keyboard.press("Control+G");
  await page.waitForSelector(".quick-input-widget:visible input");
  await page.keyboard.type(`${row + 1}:${column}`, { delay: 15 });
  await page.keyboard.press("Enter");
  await page.waitForSelector(".quick-input-widget", { state: "hidden" });
}

/** Saves until the file on the disk has changed: what was asked for has arrived by then. */
async function saved(step, file, before) {
  await until(`${step} on the disk`, async () => {
    await page.keyboard.press("Control+S");
    await page.waitForTimeout(100);
    return onDisk(file) !== before;
  });
  record.steps[step] = onDisk(file);
}

const squiggles = () => page.locator(".monaco-editor .squiggly-info, .monaco-editor .squiggly-warning").count();

async function open() {
  await page.goto(plan.url);
  await page.waitForSelector(".monaco-workbench .part.statusbar", { timeout: 90_000 });
  await page.keyboard.press("Control+B");
  await until("the file to be found", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+P");
    await page.keyboard.type("parcels.py", { delay: 15 });
    return page
      .waitForSelector('.quick-input-list .monaco-list-row.focused:has-text("parcels.py")', { timeout: 3000 })
      .catch(() => false);
  });
  await page.keyboard.press("Enter");
  await page.waitForSelector('.monaco-editor .view-line:has-text("import json")', { timeout: WAIT });
  await until("a diagnostic", squiggles);
  record.attached = true;
}

async function quickFix() {
  const before = onDisk("parcels.py");
  await goTo("parcels.py", "def quote");
  await page.keyboard.press("Control+.");
  const entries = page.locator(".action-widget .monaco-list-row");
  await until("the quick fix", async () => (await entries.allInnerTexts()).some((t) => t.includes("quote")));
  record.quickFixes = (await entries.allInnerTexts()).map((text) => text.trim());
  await picture("vscode-menu");
  await entries.filter({ hasText: "(Google)" }).first().click();
  await saved("quickFix", "parcels.py", before);
  await picture("vscode-result");
}

async function hover() {
  await goTo("parcels.py", "def find");
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  const box = page.locator(".monaco-hover:visible").first();
  await until("the hover", async () => (await box.count()) > 0 && (await box.innerText()).includes("docstring"));
  record.hover = await box.innerText();
  await page.keyboard.press("Escape");
}

async function generateInStyle() {
  const before = onDisk("parcels.py");
  await goTo("parcels.py", "def parse_weight");
  await palette("Docstring: Generate in Style…");
  await pick("Write the docstring in style", "NumPy");
  await saved("inStyle", "parcels.py", before);
}

async function everyCommand() {
  await page.keyboard.press("F1");
  await page.waitForSelector(".quick-input-widget:visible input");
  await page.keyboard.type("Docstring: ", { delay: 15 });
  await offered("Docstring: ");
  const rows = page.locator(".quick-input-list .monaco-list-row .label-name");
  await until("the commands", async () => (await rows.allInnerTexts()).length > 3);
  const seen = new Set();
  // Only the rows in view are there; the list goes round to its first.
  for (let turn = 0; turn < 6; turn++) {
    (await rows.allInnerTexts()).forEach((text) => seen.add(text.trim()));
    await page.keyboard.press("PageDown");
    await page.waitForTimeout(100);
  }
  record.palette = [...seen];
  await page.keyboard.press("Escape");
}

async function selectStyle() {
  await palette("Docstring: Select Style");
  record.styles = await pick("Docstring style", "Sphinx");
  const toast = page.locator('.notifications-toasts .notification-list-item:has-text("in the style sphinx")');
  await toast.waitFor({ timeout: WAIT });
  record.told = await toast.innerText();
}

async function generateFile() {
  const before = onDisk("parcels.py");
  await goTo("parcels.py", "def find");
  await palette("Docstring: Generate Missing in File");
  await saved("file", "parcels.py", before);
  await until("no diagnostics", async () => (await squiggles()) === 0);
}

async function generateWorkspace() {
  const before = onDisk("rates.py");
  await palette("Docstring: Generate Missing in Workspace");
  await until("rates.py on the disk", async () => {
    await palette("File: Save All Files");
    await page.waitForTimeout(300);
    return onDisk("rates.py") !== before;
  });
  record.steps.workspace = onDisk("rates.py");
}

/** Returns the text of the page that is opened, from its first heading on. */
async function opened(heading) {
  const tab = page.locator(".tab.active").filter({ hasText: heading });
  await tab.waitFor({ timeout: WAIT });
  const lines = page.locator(".editor-group-container.active .view-lines");
  await until(`the text of ${heading}`, async () => (await lines.innerText()).includes("#"));
  const text = (await lines.innerText()).replaceAll("\u00a0", " ");
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+W");
  await page.locator('.monaco-dialog-box .monaco-button:has-text("Don\'t Save")').click();
  return text;
}

async function writeDocument() {
  await goTo("parcels.py", "def find");
  await palette("Docstring: Write Documents…");
  await page.waitForSelector('.quick-input-title:has-text("Documents about the project")', { timeout: WAIT });
  await page.keyboard.type("Tool outline", { delay: 15 });
  await page.waitForSelector('.quick-input-list .monaco-list-row:has-text("Tool outline")', { timeout: WAIT });
  await page.locator('.quick-input-list .monaco-list-row:has-text("Tool outline")').first().click();
  await page.keyboard.press("Enter");
  record.document = await opened("tool-outline");
}

/** A server that is not there is told, with what to do; once it is there, trying again helps. */
async function noServer() {
  const aside = `${plan.program}.aside`;
  fs.renameSync(plan.program, aside);
  await palette("Docstring: Restart Server");
  const toast = page.locator('.notifications-toasts .notification-list-item:has-text("not on the PATH")');
  await toast.waitFor({ timeout: WAIT });
  await toast.hover();
  record.refused = await toast.innerText();
  record.offered = await toast.locator(".monaco-button").allInnerTexts();
  fs.renameSync(aside, plan.program);
  await toast.locator('.monaco-button:has-text("Try Again")').click();
  const before = onDisk("rates.py");
  await goTo("rates.py", "def rate_of");
  await palette("Docstring: Rewrite, Replacing What Stands");
  await saved("again", "rates.py", before);
  record.recovered = true;
}

/** What runs is told in the log. */
async function debugInformation() {
  await palette("Docstring: Show Debug Information");
  const panel = page.locator(".part.panel .view-lines");
  await until("the debug information", async () => (await panel.innerText()).includes('"settings"'));
}

const STEPS = [open, quickFix, hover, everyCommand, generateInStyle, selectStyle, generateFile, generateWorkspace, writeDocument,
  noServer, debugInformation];

async function main() {
  const context = await chromium.launchPersistentContext(plan.profile, {
    executablePath: plan.chromium,
    headless: true,
    viewport: { width: 960, height: 600 },
    deviceScaleFactor: plan.pictures ? 1.5 : 1,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  page = context.pages()[0] ?? (await context.newPage());
  let step;
  try {
    for (step of STEPS) {
      const start = Date.now();
      await step();
      console.log(`${step.name}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
    }
  } catch (error) {
    record.failure = `${step.name}: ${error}`;
    record.shown = await page.locator(".monaco-workbench").innerText().catch(() => "");
    await page.screenshot({ path: path.join(path.dirname(plan.record), "failure.png") }).catch(() => {});
  } finally {
    fs.writeFileSync(plan.record, JSON.stringify(record));
    await context.close();
  }
}

main();
