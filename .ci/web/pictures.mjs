// Takes the pictures of the README: node pictures.mjs SITE PEOPLE FOLDER.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { begin, control, desk, interview, launch, look, phone, serve } from "./browser.mjs";

const [, , folder, list, out] = process.argv;
const person = JSON.parse(readFileSync(list)).find((p) => p.id === "lasting-back");
const site = await serve(folder), browser = await launch();

async function picture(name, viewport, colorScheme, go) {
  const { context, page } = await begin(browser, site.address, viewport, { colorScheme, reducedMotion: "reduce", deviceScaleFactor: viewport === phone ? 2 : 1 });
  await go(page);
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await page.screenshot({ path: join(out, `web-${name}.png`) });
  await context.close();
}

const start = (page) => page.locator("[data-do=start]").click();

await picture("welcome", phone, "light", async () => {});
await picture("where", phone, "dark", async (page) => {
  await start(page);
  await look(page);
  for (const place of person.answers.where) await control(page, "where", place).click();
});
await picture("result", desk, "light", async (page) => {
  await start(page);
  await interview(page, person);
  await look(page);
  await page.locator("[data-do=result]").click();
});
await picture("library", desk, "dark", (page) => page.goto(site.address + "library/swedish.html"));
await browser.close();
site.close();
