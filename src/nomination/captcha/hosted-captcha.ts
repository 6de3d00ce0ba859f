import type { HostedKeys, HostedService } from "./hosted-services.ts";
import type { CaptchaProvider } from "./provider.ts";

const services: Readonly<
  Record<
    HostedService,
    Readonly<Record<"script" | "verify" | "cssClass" | "field", string>> & { readonly origins: readonly string[] }
  >
> = {
  turnstile: {
    script: "https://challenges.cloudflare.com/turnstile/v0/api.js",
    verify: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
    cssClass: "cf-turnstile",
    field: "cf-turnstile-response",
    origins: ["https://challenges.cloudflare.com"],
  },
  hcaptcha: {
    script: "https://js.hcaptcha.com/1/api.js",
    verify: "https://api.hcaptcha.com/siteverify",
    cssClass: "h-captcha",
    field: "h-captcha-response",
    origins: ["https://hcaptcha.com", "https://*.hcaptcha.com"],
  },
};

/**
 * A hosted service instead of Praktika's own picture: its widget on the form's page, its server asked about each answer.
 * The ballot's own token stays, with its nonce and practice: the service only replaces the code.
 */
export function createHostedCaptcha(
  { service, siteKey, secret }: HostedKeys,
  request: (url: string, init: RequestInit) => Promise<Response>,
): CaptchaProvider {
  const { script, verify, cssClass, field, origins } = services[service];
  return {
    kinds: ["hosted"],
    widget: { script, cssClass, siteKey, field, origins },
    async check(_challenge, answer) {
      if (answer === "") return false;
      const body = new URLSearchParams({ secret, response: answer, sitekey: siteKey });
      const reply = await request(verify, { method: "POST", body, signal: AbortSignal.timeout(1_500) });
      if (!reply.ok) throw new Error(`${service} answered ${reply.status}`);
      return ((await reply.json()) as { success?: unknown }).success === true;
    },
  };
}
