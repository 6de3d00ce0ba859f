export const hostedServices = ["turnstile", "hcaptcha"] as const;
export type HostedService = (typeof hostedServices)[number];

/** A hosted service, and the keys that it has given the site. */
export interface HostedKeys {
  readonly service: HostedService;
  readonly siteKey: string;
  readonly secret: string;
}
