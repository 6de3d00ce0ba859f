import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import {
  type BallotPaper,
  type ChallengeReply,
  type Language,
  type LogRow,
  languages,
  nominatedFragment,
  type ProblemCode,
  routes,
} from "../core/protocol.ts";
import { pageTextsOf } from "../locales/endpoint-pages.ts";
import { codeLength } from "./captcha/code.ts";
import type { Widget } from "./captcha/provider.ts";
import type { Nominee } from "./nominees.ts";
import { type Refusal, titleOf } from "./problem.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The parts that all pages of the endpoint share. */
export interface EndpointPage {
  readonly language: Language;
  readonly site: BallotPaper["site"];
  readonly siteUrl: string;
  /**
   * The way to the endpoint's top, such as `../`: whatever path lies before the endpoint (the stage of an API Gateway, a folder
   * of a web server) only the browser knows.
   */
  readonly top: string;
}

/** The page of a practice, in the language asked for or the one there is. */
function practiceUrl({ id, titles }: Nominee, language: Language, siteUrl: string): string {
  const shown = titles[language] === undefined ? (languages.find((other) => titles[other]) ?? language) : language;
  return `${siteUrl}/${shown}/practices/${id}/`;
}

/** A ballot as a form sent it. */
export interface SentBallot {
  readonly practice: string;
  readonly token: string;
  readonly answer: string;
}

export interface FormView extends EndpointPage {
  readonly nominee: Nominee;
  readonly challenge: ChallengeReply;
  readonly widget: Widget | undefined;
  /** Why the ballot before was refused, if it was. */
  readonly refusal: Refusal | undefined;
  /** What was typed before. */
  readonly answer: string;
}

/** Problems that are in the answer. */
const answerProblems: readonly (ProblemCode | undefined)[] = ["incomplete-answer", "wrong-answer", "expired"];

/*
 * All pages of the endpoint, in a module that is loaded when a reader first asks for one: programs, and scripts in the pages of
 * the site, need none.
 */

/**
 * The form as a page. A script in the reader's page takes the same `<form>` into a dialog (src/browser); all its words, also
 * those for later, are in this markup: `data-texts` and the part `data-done`.
 */
export function formPage(view: FormView): Html {
  const { language, nominee, challenge, widget, refusal, siteUrl, site, top } = view;
  const t = pageTextsOf(language, site);
  const title = t.nominatePractice(titleFor(nominee, language));
  const privacy = site.privacy?.[language];
  const problem = refusal ? titleOf(refusal, t) : "";
  // A reader whom another site has sent here has not asked for a form: first of all the page says what happened.
  const isForeign = refusal?.code === "foreign-origin";
  return page(
    view,
    { title: problem ? `${problem} ${title}` : title, script: widget?.script },
    html`<form class="ballot" method="post" action="${below(top, routes.nominations)}?lang=${language}" data-ballot="${nominee.id}" data-kind="${challenge.kind}">
${isForeign ? html`<h1 class="ballot-title">${problem}</h1>` : ""}
${isForeign ? html`<h2 id="ballot-title">${title}</h2>` : html`<h1 class="ballot-title" id="ballot-title" tabindex="-1">${title}</h1>`}
<p class="ballot-problem" id="ballot-problem" role="alert" data-problem>${isForeign ? "" : problem}</p>
${widget ? "" : html`<p data-work hidden>${t.workExplanation}</p>`}
<p data-code>${t.explanation}</p>
<input type="hidden" name="practice" value="${nominee.id}">
<input type="hidden" name="token" value="${challenge.token}">
${widget ? html`<div class="${widget.cssClass}" data-sitekey="${widget.siteKey}"></div>` : html`<div class="ballot-by-code" tabindex="-1" data-code>${codeFields(view)}</div>`}
<p class="ballot-status" role="status" data-status></p>
<p class="ballot-actions"><button class="button" type="submit" data-code>${t.submit}</button>
${widget ? "" : html`<button class="button" type="button" data-work hidden>${t.submit}</button> <button class="button button-quiet" type="button" data-work data-by-code hidden>${t.withCode}</button>`}</p>
<p class="ballot-hint" data-receipt>${t.receiptIfCounted}: <code>${challenge.receipt}</code>. ${t.receiptHint}</p>
${site.email ? html`<p class="ballot-hint">${t.lastResort} <a href="mailto:${site.email}">${site.email}</a>.</p>` : ""}
${privacy ? html`<p class="ballot-hint"><a href="${siteUrl}${privacy}">${t.privacy}</a></p>` : ""}
${widget ? "" : textsForLater(view)}
</form>
<p class="ballot-back"><a href="${practiceUrl(nominee, language, siteUrl)}">${t.back}</a></p>`,
  );
}

function codeFields({
  challenge: { image, audio },
  nominee: { id },
  language,
  site,
  top,
  refusal,
  answer,
}: FormView): Html {
  const t = pageTextsOf(language, site);
  const isWrong = answerProblems.includes(refusal?.code);
  // The page comes because of it: a reader who hears the page begins where it is to be put right.
  const invalid = isWrong ? html` aria-invalid="true" autofocus` : "";
  return html`<p class="ballot-picture"><img src="${below(top, image)}" alt="${t.pictureAlt}" width="300" height="90" data-picture></p>
<p><a class="ballot-refresh" href="${below(top, routes.form)}/${id}?lang=${language}" data-refresh>${t.anotherPicture}</a></p>
<p class="ballot-audio"><span id="ballot-listen">${t.listen}</span> <audio controls preload="none" src="${below(top, audio)}?lang=${language}" aria-labelledby="ballot-listen" data-audio></audio></p>
<p class="ballot-code"><label for="ballot-answer">${t.code}</label> <span class="ballot-hint" id="ballot-answer-hint">${t.codeHint(codeLength)}</span>
<input type="text" id="ballot-answer" name="answer" value="${answer}" required inputmode="numeric" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="20" size="10" aria-describedby="ballot-answer-hint ballot-problem"${invalid}></p>`;
}

function titleFor({ id, titles }: Nominee, language: Language): string {
  return titles[language] ?? Object.values(titles)[0] ?? id;
}

/** A nomination that has been counted. */
export interface DoneView extends EndpointPage {
  readonly nominee: Nominee;
  /** Undefined once the time to show it is up. */
  readonly receipt: string | undefined;
  /** UTC day, as in the log. */
  readonly day: string;
  readonly count: number;
}

/** What becomes of a form's ballot that has been counted. */
export function donePage(view: DoneView): Html {
  const { language, nominee, receipt, day, count, site, siteUrl, top } = view;
  const t = pageTextsOf(language, site);
  return page(
    view,
    { title: t.counted },
    html`<div class="ballot">
<h1 class="ballot-title">${t.counted}</h1>
<p><a href="${practiceUrl(nominee, language, siteUrl)}">${titleFor(nominee, language)}</a></p>
<p class="ballot-status" role="status">${t.countedOn(day)} ${t.nominationsNow(count)}</p>
${receipt === undefined ? "" : html`<p>${t.receipt}: <code>${receipt}</code>. ${t.receiptHint}</p>`}
<p><a href="${below(top, routes.form)}?lang=${language}">${t.checkYours}</a></p>
</div>
<p class="ballot-back"><a href="${practiceUrl(nominee, language, siteUrl)}#${nominatedFragment}">${t.back}</a></p>`,
  );
}

/** What the dialog says while it works, and what it shows in the form's place when the vote has been counted. */
function textsForLater({ nominee: { id }, language, site }: FormView): Html {
  const t = pageTextsOf(language, site);
  return html`<template data-texts data-close="${t.close}" data-refreshed="${t.refreshed}" data-sending="${t.sending}" data-working="${t.working}" data-working-long="${t.workingLong}" data-work-failed="${t.workFailed}" data-lost="${t.problems["store-down"]}" data-counted="${t.counted}"></template>
<template data-done><p data-count>${t.nominations} <data class="nominations" data-practice="${id}"></data></p>
<p>${t.receipt}: <code></code>. ${t.receiptHint} <a data-check>${t.checkYours}</a></p>
<p class="ballot-actions"><button class="button" type="button" data-close>${t.close}</button></p></template>`;
}

export interface ReceiptView extends EndpointPage {
  readonly receipt: string;
  /** The vote's row, null if there is none; undefined before anybody has asked. */
  readonly vote?: { readonly row: LogRow; readonly revoked: boolean; readonly title: string } | null;
  /** Why nobody could look. */
  readonly problem?: string;
}

/** Where a reader finds a vote in the log by its receipt. */
export function receiptPage(view: ReceiptView): Html {
  const { language, receipt, vote, problem = "", site, top } = view;
  const t = pageTextsOf(language, site);
  const verdict = vote
    ? `${t.found({ ...vote.row, practice: vote.title })}${vote.revoked ? ` ${t.revoked}` : ""}`
    : t.notFound;
  return page(
    view,
    { title: problem ? `${problem} ${t.checkTitle}` : t.checkTitle },
    html`<h1>${t.checkTitle}</h1>
<p>${t.checkExplanation}</p>
${vote === undefined ? "" : html`<p role="status"><strong>${verdict}</strong></p>`}
<form class="ballot" method="post" action="${below(top, routes.form)}?lang=${language}">
${problem ? html`<p class="ballot-problem" role="alert">${problem}</p>` : ""}
<p><label for="receipt">${t.receipt}</label> <input type="text" id="receipt" name="receipt" value="${receipt}" required maxlength="30" size="26" autocomplete="off" spellcheck="false"></p>
<p class="ballot-actions"><button class="button" type="submit">${t.checkSubmit}</button></p>
</form>
<p><a href="${below(top, routes.log)}">${t.wholeLog}</a></p>`,
  );
}

/** What a page of a problem shows beside it. */
export interface ProblemView extends Refusal {
  /** The practice that it leads back to. */
  readonly nominee?: Nominee | undefined;
  /** A ballot that can be sent again as it was. */
  readonly ballot?: SentBallot | undefined;
}

/** A page that only says what is wrong. */
export function problemPage(head: EndpointPage, { nominee, ballot, ...refusal }: ProblemView): Html {
  const { language, site, siteUrl, top } = head;
  const t = pageTextsOf(language, site);
  const problem = titleOf(refusal, t);
  const isOver = refusal.code === "closed" && refusal.opens === undefined;
  return page(
    head,
    { title: problem },
    html`<h1>${problem}</h1>
${isOver ? html`<p>${t.closedHint} <a href="${below(top, routes.form)}?lang=${language}">${t.checkYours}</a></p>` : ""}
${ballot ? sendAgainForm(head, ballot) : ""}
${nominee ? html`<p class="ballot-back"><a href="${practiceUrl(nominee, language, siteUrl)}">${t.back}</a></p>` : ""}`,
  );
}

function sendAgainForm({ language, site, top }: EndpointPage, ballot: SentBallot): Html {
  return html`<form class="ballot" method="post" action="${below(top, routes.nominations)}?lang=${language}">
${(["practice", "token", "answer"] as const).map((name) => html`<input type="hidden" name="${name}" value="${ballot[name]}">`)}
<p class="ballot-actions"><button class="button" type="submit">${pageTextsOf(language, site).sendAgain}</button></p>
</form>`;
}

/** An address of the endpoint, such as `/api/log`, from where a page lies. */
function below(top: string, address: string): string {
  return top + address.slice(1);
}

function page(
  { language, site, siteUrl }: EndpointPage,
  { title, script }: { readonly title: string; readonly script?: string | undefined },
  main: Html,
): Html {
  const name = site.name?.[language] ?? "";
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}${name ? ` – ${name}` : ""}</title>
${site.stylesheet ? html`<link rel="stylesheet" href="${siteUrl}${site.stylesheet}">` : ""}
${script ? html`<script src="${script}" async defer></script>` : ""}
</head>
<body class="page-nominate">
${name ? html`<header class="site-header"><div class="masthead"><p class="site-name"><a href="${siteUrl}/${language}/">${name}</a></p></div></header>` : ""}
<main class="page">
${main}
</main>
</body>
</html>`;
}
