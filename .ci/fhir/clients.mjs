// Answers Knead's questionnaire in two real FHIR clients, in Chromium, with the mouse and the keyboard, and checks what Knead
// makes of it. For each person in the folder that people.go writes:
//
//   - the client asks what Knead asks, and offers what Knead offers;
//   - `knead assess` of the client's response gives the same result as of the person's YAML;
//   - the response that Knead writes loads into the client, and comes out again with the same answers and the same result.
//
//   node clients.mjs KNEAD FOLDER
//
// All responses are left in FOLDER/responses, for further checks.
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import lhcForms from './lhc-forms.mjs';
import smartForms from './smart-forms.mjs';

const [knead, folder] = process.argv.slice(2);
const patience = 60_000; // for what a client has to show, at most; a machine may be busy

const run = promisify(execFile);
const assess = async (file, format) => JSON.parse((await run(knead, ['assess', file, '--format', format], { maxBuffer: 1 << 26 })).stdout);

// answersOf lists the answers of a response, whatever else it holds, in no particular order.
function answersOf(response) {
  const items = (at) => (at.item ?? []).flatMap((item) => [
    ...(item.answer ?? []).flatMap((a) => [`${item.linkId}: ${a.valueInteger ?? `${a.valueCoding.code} “${a.valueCoding.display}”`}`, ...items(a)]),
    ...items(item),
  ]);
  return items(response).sort();
}

function difference(what, got, want) {
  if (isDeepStrictEqual(got, want)) return;
  const lines = (x) => (Array.isArray(x) ? x : JSON.stringify(x, null, 1).split('\n')).map(String);
  const [a, b] = [lines(got), lines(want)];
  const some = (list, other) => list.filter((x) => !other.includes(x)).slice(0, 12).map((x) => `\n      ${x.trim()}`).join('');
  throw new Error(`${what}\n    only in the client:${some(a, b)}\n    missing in the client:${some(b, a)}`);
}

// open opens a page for a client. Nothing on it comes from the network.
async function open(browser, client) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
  page.setDefaultTimeout(patience);
  page.broken = [];
  page.on('pageerror', (error) => page.broken.push(error));
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: client.html });
    return route.fulfill({ path: `.${pathname}` }).catch(() => route.abort());
  });
  await page.goto('http://knead.invalid/');
  return page;
}

// settled waits until the client has nothing left to work out.
const settled = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(done))));
}));

// answer does what a person does in one item: it chooses options by their words, or types a number.
async function answer(page, client, { id, choose, number }) {
  const place = page.locator(client.item(id));
  await place.waitFor().catch(() => { throw new Error(`${id} is not asked`); });
  if (number !== undefined) {
    await place.locator('input').fill(String(number));
    await page.keyboard.press('Tab');
    await settled(page);
  }
  for (const words of choose ?? []) {
    const option = place.locator('label', { has: page.locator('input'), hasText: new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) });
    await option.click().catch(() => { throw new Error(`${id} does not offer “${words}”`); });
    await option.locator('input:checked').waitFor({ state: 'attached' });
    await settled(page);
  }
}

// asked lists the items on the page, with the options that each offers.
const asked = (page, client) => page.evaluate(([items, linkId]) => {
  const found = {};
  for (const place of document.querySelectorAll(items)) {
    const inputs = [...place.querySelectorAll('input')];
    if (!place.checkVisibility() || inputs.length === 0) continue;
    const labels = inputs.filter((input) => !input.disabled).map((input) => input.closest('label')).filter((label) => label?.checkVisibility());
    found[eval(linkId)(place)] = labels.map((label) => label.innerText.trim());
  }
  return found;
}, [client.items, String(client.linkId)]);

// asksTheSame compares the page with what Knead itself asks a person with these answers. Where some answers are missing, Knead
// also knows of questions that may still come.
async function asksTheSame(page, client, items) {
  const complete = items.every(({ id, choose, number }) => choose || number !== undefined || id.includes('.') || items.some((x) => x.id === `${id}.unsure` && x.choose));
  const want = Object.fromEntries(items.map(({ id, offered }) => [id, offered ?? []]));
  const compare = async () => {
    const got = await asked(page, client);
    const list = (of, ids) => ids.flatMap((id) => [id, ...(client.offersEverything ? [] : of[id].map((words) => `${id}: ${words}`))]).sort();
    const both = complete ? Object.keys(want) : Object.keys(want).filter((id) => got[id]);
    for (const id of Object.keys(got)) {
      const missing = (want[id] ?? []).filter((words) => !got[id].includes(words));
      if (complete && missing.length > 0) throw new Error(`${id} does not offer “${missing.join('”, “')}”`);
    }
    if (complete) difference('other questions or options', list(got, Object.keys(got)), list(want, both));
    else difference('other questions', Object.keys(got).sort(), both.sort());
  };
  // Some conditions are worked out a moment later.
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await compare();
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

async function check(page, client, questionnaire, person) {
  const items = JSON.parse(await readFile(`${folder}/${person}.json`, 'utf8'));
  const want = await assess(`${folder}/${person}.yaml`, 'json');
  const ours = await assess(`${folder}/${person}.yaml`, 'fhir');
  const save = async (how, response) => {
    const file = `${folder}/responses/${person}, ${how} ${client.name}.json`;
    await writeFile(file, JSON.stringify(response, null, 2));
    return file;
  };

  await page.evaluate(client.show, { questionnaire });
  await settled(page);
  for (const item of items) if (item.choose || item.number !== undefined) await answer(page, client, item);
  await asksTheSame(page, client, items);
  const filled = await save('filled in with', await page.evaluate(client.exported));
  difference('another result when filled in', await assess(filled, 'json'), want);

  await page.evaluate(client.show, { questionnaire, response: ours });
  await settled(page);
  const loaded = await page.evaluate(client.exported);
  difference('other answers when loaded', answersOf(loaded), answersOf(ours));
  const again = await assess(await save('loaded into', loaded), 'json');
  // What a client forgets cannot come back; the level does not rest on it.
  const forgotten = client.forgetsExtensions && ours.extension;
  const sent = forgotten ? await assess(await save('without extensions for', { ...ours, extension: undefined }), 'json') : want;
  difference('another result when loaded', again, sent);
  difference('another level when loaded', again.triage.level, want.triage.level);
  if (page.broken.length > 0) throw new Error(`the page broke: ${page.broken.splice(0).join('; ')}`);
}

const questionnaire = JSON.parse((await run(knead, ['questions', '--format', 'fhir'], { maxBuffer: 1 << 26 })).stdout);
const people = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).map((file) => file.replace('.yaml', ''));
if (people.length === 0) throw new Error(`there is nobody in ${folder}`);
await mkdir(`${folder}/responses`, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = 0;
// Three pages work side by side, since Smart Forms takes twice as long as LHC-Forms.
const half = Math.ceil(people.length / 2);
const pages = [[lhcForms, people], [smartForms, people.slice(0, half)], [smartForms, people.slice(half)]];
await Promise.all(pages.map(async ([client, theirs]) => {
  const page = await open(browser, client);
  for (const person of theirs) {
    const began = Date.now();
    try {
      await check(page, client, questionnaire, person);
      console.log(`ok      ${client.name}: ${person} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${client.name}: ${person}: ${error.message}`);
    }
  }
}));
await browser.close();
process.exit(failed > 0 ? 1 : 0);
