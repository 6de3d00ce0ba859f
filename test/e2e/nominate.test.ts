import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  countOf,
  focusOf,
  openDialog,
  openPractice,
  problemOf,
  type Reader,
  submit,
  success,
  tokenOf,
  typeCode,
  workButton,
} from "./dialog.ts";
import { readPicture, speakToken } from "./endpoint.ts";
import type { Site } from "./site.ts";
import { useSite } from "./use-site.ts";

let site: Site;
let browser: Browser;

useSite((opened, started) => {
  [site, browser] = [opened, started];
});

const words = {
  bg: {
    title: /^Номинирайте „.+“$/,
    counted: "Номинацията ви е отчетена. Благодарим!",
    mine: "Вие номинирахте",
    found: "Гласът е в журнала: ред",
  },
  en: {
    title: /^Nominate “.+”$/,
    counted: "Your nomination has been counted. Thank you!",
    mine: "You have nominated",
    found: "The vote is in the log: row",
  },
} as const;

describe.each(["bg", "en"] as const)("a nomination in %s", (language) => {
  const id = "informatsionen-tsentar-na-edno-gishe";
  let reader: Reader;
  let before: number;

  beforeAll(async () => {
    before = await site.votes(id);
    reader = await openPractice(browser, site, id, { language });
  });

  afterAll(() => reader?.page.close());

  test("by mouse: the form comes into a dialog, is answered, and the new count is there and on the page", async () => {
    const { page, faults } = reader;
    await openDialog(reader);
    expect(await page.locator("dialog h1").textContent()).toMatch(words[language].title);
    expect(page.url()).toBe(`${site.url}${language}/practices/${id}/`);
    await typeCode(reader);
    await submit(page).click();
    await success(page).waitFor();
    expect(await site.votes(id)).toBe(before + 1);
    expect(await page.locator("dialog h1").textContent()).toBe(words[language].counted);
    expect(await page.locator("dialog [role=status]").textContent()).toMatch(new RegExp(` ${before + 1}$`));
    expect(await countOf(page)).toEqual({ value: String(before + 1), text: String(before + 1) });
    await page.locator("dialog .button").click();
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await focusOf(page)).toMatch(/^a /);
    expect(faults()).toEqual([]);
  });

  test("is remembered after a reload, and its receipt leads to the vote in the log", async () => {
    const { page, faults } = reader;
    await page.reload();
    await expect.poll(async () => (await countOf(page)).value).toBe(String(before + 1));
    const note = page.locator("[data-nominated]");
    expect(await note.textContent()).toContain(words[language].mine);
    await note.locator("a").click();
    await page.waitForURL(/\/nominate\?lang=\w+$/);
    expect(await page.locator("[role=status]").textContent()).toContain(`${words[language].found} ${before + 1}`);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(faults()).toEqual([]);
  });
});

test("by keyboard alone: Enter on the link, the heading, the field, Enter, and back to the link", async () => {
  const id = "kvartalen-byudzhet";
  const reader = await openPractice(browser, site, id);
  const { page, faults } = reader;
  for (let stop = 0; !(await focusOf(page)).startsWith("a Номинирай"); stop++) {
    expect(stop).toBeLessThan(200);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").waitFor();
  expect(await focusOf(page)).toMatch(/^h1 Номинирайте/);
  const outside = () =>
    page.evaluate(
      () =>
        document.activeElement?.closest("dialog, body")?.localName === "body" &&
        document.activeElement !== document.body,
    );
  for (let stop = 0; (await focusOf(page)) !== "button С код от картинка или звук"; stop++) {
    expect(stop).toBeLessThan(30);
    await page.keyboard.press("Tab");
    expect(await outside()).toBe(false);
  }
  await page.keyboard.press("Enter");
  for (let stop = 0; (await focusOf(page)) !== "input answer"; stop++) {
    expect(stop).toBeLessThan(10);
    await page.keyboard.press("Tab");
    expect(await outside()).toBe(false);
  }
  await page.keyboard.type(await readPicture(await tokenOf(page)));
  await page.keyboard.press("Enter");
  await success(page).waitFor();
  expect(await focusOf(page)).toBe("h1 Номинацията ви е отчетена. Благодарим!");
  for (let stop = 0; (await focusOf(page)) !== "button Затвори"; stop++) {
    expect(stop).toBeLessThan(10);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await focusOf(page)).toBe("a Номинирай");
  expect(await site.votes(id)).toBe(1);
  expect(faults()).toEqual([]);
  await page.close();
});

test("Tab never leaves the dialog for the page behind it, and Escape closes it", async () => {
  const reader = await openPractice(browser, site, "kvartalen-byudzhet");
  const { page } = reader;
  await openDialog(reader);
  const seen = new Set<string>();
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press("Tab");
    seen.add(
      await page.evaluate(() =>
        document.activeElement?.closest("dialog") ? "dialog" : (document.activeElement?.localName ?? ""),
      ),
    );
  }
  // The body stands for the browser's own buttons.
  expect([...seen].sort()).toEqual(["body", "dialog"]);
  await page.locator("[name=answer]").focus();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await focusOf(page)).toBe("a Номинирай");
  await page.close();
});

test("without script: the form is a page, says what was wrong, and leads back to the practice", async () => {
  const id = "srednogorie-2020";
  const reader = await openPractice(browser, site, id, { javaScriptEnabled: false });
  const { page, faults } = reader;
  await page.locator("a[data-nominate]").click();
  await page.waitForURL(`${site.url}nominate/${id}?lang=bg`);
  const picture = await page.locator("[data-picture]").getAttribute("src");
  expect(await page.locator("button[data-work]:visible").count()).toBe(0);

  await page.locator("[name=answer]").fill("000000");
  await submit(page).click();
  await page.waitForURL(/\/api\/nominations/);
  expect(await problemOf(page).textContent()).toBe("Кодът не е верен. Опитайте с новата картинка.");
  expect(await page.title()).toMatch(/^Кодът не е верен/);
  expect(await page.locator("[data-picture]").getAttribute("src")).not.toBe(picture);
  expect(await site.votes(id)).toBe(0);

  await page.locator("[name=answer]").fill("234");
  await submit(page).click();
  expect(await problemOf(page).textContent()).toContain("Не е използван");
  const answer = page.locator("[name=answer]");
  expect([await answer.inputValue(), await answer.getAttribute("aria-invalid")]).toEqual(["234", "true"]);
  expect(await answer.evaluate((field) => field === document.activeElement)).toBe(true);

  await typeCode(reader);
  await submit(page).click();
  await page.waitForURL(new RegExp(`/nominate/${id}\\?lang=bg&counted=`));
  expect(await page.locator("h1").textContent()).toContain("Номинацията ви е отчетена");
  expect(await page.locator("[role=status]").textContent()).toMatch(/Практиката вече има 1 номинация\.$/);
  expect(await page.locator("code").textContent()).toMatch(/^[\w-]{22}$/);
  await page.reload();
  expect(await site.votes(id)).toBe(1);
  await page.goBack();
  await page.goForward();
  expect(await page.locator("h1").textContent()).toContain("Номинацията ви е отчетена");

  await page.locator(".ballot-back a").click();
  await page.waitForURL(`${site.url}bg/practices/${id}/#nominated`);
  expect(await page.locator("#nominated").isVisible()).toBe(true);
  expect(await page.locator("#nominated").textContent()).toContain("Номинацията ви е отчетена");
  expect(await site.votes(id)).toBe(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("#nominated").isVisible()).toBe(false);
  await page.goto(`${site.url}bg/practices/${id}/`);
  expect(await page.locator("#nominated").isVisible()).toBe(false);
  expect(faults()).toEqual([]);
  await page.close();
});

test.each(["bg", "en"] as const)("by ear: the code is spoken (%s), and is that of the picture", async (language) => {
  const id = "biblioteka-na-kolela";
  const before = await site.votes(id);
  const reader = await openPractice(browser, site, id, { language });
  const { page, faults } = reader;
  await openDialog(reader);
  const heard = await page.locator("[data-audio]").evaluate(async (element) => {
    const audio = element as HTMLAudioElement;
    await audio.play();
    await new Promise((resolve) => audio.addEventListener("timeupdate", resolve, { once: true }));
    const { duration, readyState, paused, src } = audio;
    const bytes = new Uint8Array(await (await fetch(src)).arrayBuffer());
    return { duration, readyState, paused, bytes: [...bytes] };
  });
  expect(heard).toMatchObject({ paused: false });
  expect(heard.duration).toBeGreaterThan(3);
  expect(heard.duration).toBeLessThan(40);
  expect(heard.readyState).toBeGreaterThanOrEqual(2);
  const sound = await speakToken(await tokenOf(page), language);
  expect(Buffer.from(heard.bytes).equals(Buffer.from(sound ?? []))).toBe(true);
  await typeCode(reader);
  await submit(page).click();
  await success(page).waitFor();
  expect(await site.votes(id)).toBe(before + 1);
  expect(faults()).toEqual([]);
  await page.close();
});

describe("without a code", () => {
  test("the device works for a moment, says so, and the vote counts", async () => {
    const id = "biznes-inkubator-v-starata-kazarma";
    const reader = await openPractice(browser, site, id);
    const { page, faults } = reader;
    await openDialog(reader, "work");
    expect(await page.locator("[data-picture]").isVisible()).toBe(false);
    await workButton(page).click();
    await page.locator("[data-status]", { hasText: "Изчислява се" }).waitFor();
    await success(page).waitFor();
    expect(await site.votes(id)).toBe(1);
    expect((await countOf(page)).value).toBe("1");
    expect(faults()).toEqual([]);
    await page.close();
  });

  test("closing the dialog stops the work: the device rests, and nothing is sent", async () => {
    const id = "biznes-inkubator-v-starata-kazarma";
    const reader = await openPractice(browser, site, id);
    const { page, requests } = reader;
    // Work that nobody can finish before the dialog is closed.
    await page.route("**/api/challenges?*", async (route) => {
      const response = await route.fetch();
      const challenge = await response.json();
      challenge.work.parameters.keyPrefix = "00".repeat(16);
      await route.fulfill({ response, json: challenge });
    });
    await page.evaluate(() => {
      const { subtle } = crypto;
      const derive = subtle.deriveBits.bind(subtle);
      subtle.deriveBits = (...given) => {
        document.body.dataset.tries = String(Number(document.body.dataset.tries ?? 0) + 1);
        return derive(...given);
      };
    });
    const tries = async () => Number(await page.locator("body").getAttribute("data-tries"));
    await openDialog(reader, "work");
    await workButton(page).click();
    await expect.poll(tries).toBeGreaterThan(3);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.waitForTimeout(300);
    const done = await tries();
    await page.waitForTimeout(700);
    expect(await tries()).toBe(done);
    expect(requests.filter((request) => request.includes("/api/nominations"))).toEqual([]);
    await page.close();
  });
});

test("the focus comes back to the link also where a click does not put it there", async () => {
  const reader = await openPractice(browser, site, "kvartalen-byudzhet");
  const { page } = reader;
  await page.route("**/nominate/*", async (route) => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await route.continue();
  });
  await openDialog(reader);
  await page.locator(".ballot-close").click();
  await page.locator("dialog").waitFor({ state: "detached" });
  expect(await focusOf(page)).toBe("a Номинирай");
  await page.close();
});

test("another picture has another code and sound; the focus stays, and a screen reader hears of it", async () => {
  const reader = await openPractice(browser, site, "dezhuren-sluzhitel-v-pazarnia-den");
  const { page, faults } = reader;
  await openDialog(reader);
  const shown = async () => ({
    token: await tokenOf(page),
    picture: await page.locator("[data-picture]").getAttribute("src"),
    sound: await page.locator("[data-audio]").getAttribute("src"),
  });
  const before = await shown();
  await page.locator("[name=answer]").fill("23");
  await page.locator(".ballot-refresh").focus();
  await page.keyboard.press("Space");
  await page.locator("[data-status]", { hasText: "Ето друга картинка." }).waitFor();
  const after = await shown();
  for (const part of ["token", "picture", "sound"] as const) expect(after[part]).not.toBe(before[part]);
  expect(after.sound).toMatch(/\.wav\?lang=bg$/);
  expect(await page.locator("[name=answer]").inputValue()).toBe("");
  expect(await focusOf(page)).toBe("button Друга картинка");
  const painted = () =>
    page
      .locator("[data-picture]")
      .evaluate((picture) => (picture as HTMLImageElement).complete && (picture as HTMLImageElement).naturalWidth);
  await expect.poll(painted).toBeGreaterThan(0);
  await typeCode(reader);
  await submit(page).click();
  await success(page).waitFor();
  expect(faults()).toEqual([]);
  await page.close();
});

test("after a wrong answer there is a new picture, an empty field with the focus in it, and an alert that says why", async () => {
  const id = "zhalta-linia-za-signali";
  const reader = await openPractice(browser, site, id);
  const { page, faults } = reader;
  await openDialog(reader);
  const token = await tokenOf(page);
  await page.locator("[name=answer]").fill("000000");
  await submit(page).click();
  await page.locator("[role=alert]", { hasText: "Кодът не е верен. Опитайте с новата картинка." }).waitFor();
  await expect.poll(() => focusOf(page)).toBe("input answer");
  expect(await page.locator("[name=answer]").inputValue()).toBe("");
  expect(await tokenOf(page)).not.toBe(token);
  expect(await site.votes(id)).toBe(0);
  await typeCode(reader);
  await submit(page).click();
  await success(page).waitFor();
  expect(await site.votes(id)).toBe(1);
  expect(faults()).toEqual([]);
  await page.close();
});

test.each([
  { way: "clicks", id: "muzey-v-kufar" },
  { way: "presses of Enter", id: "selata-reshavat" },
])("two $way send the ballot once, and it counts once", async ({ way, id }) => {
  const reader = await openPractice(browser, site, id);
  const { page, requests } = reader;
  await openDialog(reader);
  await typeCode(reader);
  if (way === "clicks") await submit(page).dblclick();
  else {
    await page.locator("[name=answer]").focus();
    await Promise.all([page.keyboard.press("Enter"), page.keyboard.press("Enter")]);
  }
  await success(page).waitFor();
  expect(requests.filter((request) => request === "POST /api/nominations")).toHaveLength(1);
  expect(await site.votes(id)).toBe(1);
  await page.close();
});
