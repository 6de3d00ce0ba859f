import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import {
  type BallotPaper,
  type ChallengeReply,
  type Language,
  type LogRow,
  languages,
  type ProblemCode,
  routes,
} from "../core/protocol.ts";
import { endpointTextsOf } from "../locales/endpoint.ts";
import { codeLength } from "./captcha/code.ts";
import type { Widget } from "./captcha/provider.ts";
import type { Nominee } from "./nominees.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The parts that all pages of the endpoint share. */
export interface EndpointPage {
  readonly language: Language;
  readonly site: BallotPaper["site"];
  readonly siteUrl: string;
}

/** The page of a practice, in the language asked for or the one there is. */
export function practiceUrl({ id, titles }: Nominee, language: Language, siteUrl: string): string {
  const shown = titles[language] === undefined ? (languages.find((other) => titles[other]) ?? language) : language;
  return `${siteUrl}/${shown}/practices/${id}/`;
}

export interface FormView extends EndpointPage {
  readonly nominee: Nominee;
  readonly challenge: ChallengeReply;
  readonly widget: Widget | undefined;
  /** What went wrong before, if anything. */
  readonly problem: string;
}

/**
 * The form as a page. A script in the reader's page takes the same `<form>` into a dialog (src/browser); all its words, also
 * those for later, are in this markup: `data-texts` and the part `data-done`.
 */
export function formPage(view: FormView): Html {
  const { language, nominee, challenge, widget, problem, siteUrl, site } = view;
  const t = endpointTextsOf(language);
  const title = t.nominatePractice(nominee.titles[language] ?? Object.values(nominee.titles)[0] ?? nominee.id);
  const privacy = site.privacy?.[language];
  return page(
    view,
    { title: problem ? `${problem} ${title}` : title, script: widget?.script },
    html`<form class="ballot" method="post" action="${routes.nominations}?lang=${language}" data-ballot="${nominee.id}" data-kind="${challenge.kind}">
<h1 class="ballot-title" id="ballot-title" tabindex="-1">${title}</h1>
<p class="ballot-problem" role="alert" data-problem>${problem}</p>
<p>${t.explanation}</p>
<input type="hidden" name="practice" value="${nominee.id}">
<input type="hidden" name="token" value="${challenge.token}">
${widget ? html`<div class="${widget.cssClass}" data-sitekey="${widget.siteKey}"></div>` : codeFields(challenge, nominee, language)}
<p class="ballot-trap" aria-hidden="true"><label>${t.leaveEmpty} <input type="text" name="website" tabindex="-1" autocomplete="off"></label></p>
<p class="ballot-status" role="status" data-status></p>
<p class="ballot-actions"><button class="button" type="submit">${t.submit}</button>
${widget ? "" : html`<button class="button button-quiet" type="button" aria-describedby="ballot-work-hint" data-work hidden>${t.withoutCode}</button>`}</p>
${widget ? "" : html`<p class="ballot-hint" id="ballot-work-hint" data-work hidden>${t.withoutCodeHint}</p>`}
<p class="ballot-hint" data-receipt>${t.receipt}: <code>${challenge.receipt}</code>. ${t.receiptHint}</p>
${site.email ? html`<p class="ballot-hint">${t.lastResort} <a href="mailto:${site.email}">${site.email}</a>.</p>` : ""}
${privacy ? html`<p class="ballot-hint"><a href="${siteUrl}${privacy}">${t.privacy}</a></p>` : ""}
${widget ? "" : textsForLater(nominee, language)}
</form>
<p class="ballot-back"><a href="${practiceUrl(nominee, language, siteUrl)}">${t.back}</a></p>`,
  );
}

function codeFields({ image, audio }: ChallengeReply, { id }: Nominee, language: Language): Html {
  const t = endpointTextsOf(language);
  return html`<p class="ballot-picture"><img src="${image}" alt="${t.pictureAlt}" width="300" height="90" data-picture></p>
<p><a class="ballot-refresh" href="${routes.form}/${id}?lang=${language}" data-refresh>${t.anotherPicture}</a></p>
<p class="ballot-audio"><span id="ballot-listen">${t.listen}</span> <audio controls preload="none" src="${audio}?lang=${language}" aria-labelledby="ballot-listen" data-audio></audio></p>
<p class="ballot-code"><label for="ballot-answer">${t.code}</label> <span class="ballot-hint" id="ballot-answer-hint">${t.codeHint(codeLength)}</span>
<input type="text" id="ballot-answer" name="answer" required inputmode="numeric" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="20" size="10" aria-describedby="ballot-answer-hint"></p>`;
}

/** What the dialog says while it works, and what it shows in the form's place when the vote has been counted. */
function textsForLater({ id }: Nominee, language: Language): Html {
  const t = endpointTextsOf(language);
  return html`<template data-texts data-close="${t.close}" data-refreshed="${t.refreshed}" data-sending="${t.sending}" data-working="${t.working}" data-work-failed="${t.workFailed}" data-lost="${t.problems["store-down"]}" data-counted="${t.counted}"></template>
<template data-done><p data-count>${t.nominations} <data class="nominations" data-practice="${id}"></data></p>
<p>${t.receipt}: <code></code>. ${t.receiptHint} <a data-check>${t.checkYours}</a></p>
<p class="ballot-actions"><button class="button" type="button" data-close>${t.close}</button></p></template>`;
}

export interface ReceiptView extends EndpointPage {
  readonly receipt: string;
  /** The vote's row, null if there is none; undefined before anybody has asked. */
  readonly vote: { readonly row: LogRow; readonly revoked: boolean; readonly title: string } | null | undefined;
}

/** Where a reader finds a vote in the log by its receipt. */
export function receiptPage(view: ReceiptView): Html {
  const { language, receipt, vote } = view;
  const t = endpointTextsOf(language);
  const verdict = vote
    ? `${t.found({ ...vote.row, practice: vote.title })}${vote.revoked ? ` ${t.revoked}` : ""}`
    : t.notFound;
  return page(
    view,
    { title: t.checkTitle },
    html`<h1>${t.checkTitle}</h1>
<p>${t.checkExplanation}</p>
${vote === undefined ? "" : html`<p role="status"><strong>${verdict}</strong></p>`}
<form class="ballot" method="get" action="${routes.form}">
<input type="hidden" name="lang" value="${language}">
<p><label for="receipt">${t.receipt}</label> <input type="text" id="receipt" name="receipt" value="${receipt}" required maxlength="30" size="26" autocomplete="off" spellcheck="false"></p>
<p class="ballot-actions"><button class="button" type="submit">${t.checkSubmit}</button></p>
</form>
<p><a href="${routes.log}">${t.wholeLog}</a></p>`,
  );
}

/** A page that only says what is wrong. `nominee`: the practice that it leads back to. */
export function problemPage(head: EndpointPage, code: ProblemCode, nominee?: Nominee): Html {
  const { language, siteUrl } = head;
  const t = endpointTextsOf(language);
  const problem = t.problems[code];
  return page(
    head,
    { title: problem },
    html`<h1>${problem}</h1>
${code === "closed" ? html`<p>${t.closedHint} <a href="${routes.form}?lang=${language}">${t.checkYours}</a></p>` : ""}
${nominee ? html`<p class="ballot-back"><a href="${practiceUrl(nominee, language, siteUrl)}">${t.back}</a></p>` : ""}`,
  );
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
